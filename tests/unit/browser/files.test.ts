import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/browser/files.ts';
import { readRecordFile } from '../../../src/model/assessment/recordFile.ts';

describe('别的编辑器另存过的导出文件', () => {
  test.each([
    ['记事本存成“Unicode”', 'utf16-notepad.json'],
    ['记事本存成带 BOM、回车换行的 UTF-8', 'bom-crlf.json'],
  ])('%s，照样读得进', (_, name) => {
    const read = readRecordFile(decodeText(readFileSync(`tests/fixtures/savedByEditors/${name}`)));
    expect('fault' in read ? read.fault : undefined).toBeUndefined();
    expect(JSON.stringify(read)).toContain('示例甲𬭩');
  });

  test('不是 UTF-8 也不是 UTF-16 的，说编码不对', () => {
    const gbk = Buffer.concat([
      Buffer.from('{"a":"'),
      Buffer.from([0xb2, 0xc6, 0xce]),
      Buffer.from('"}'),
    ]);
    const read = readRecordFile(decodeText(gbk));
    expect('fault' in read && read.fault).toContain('编码不对');
  });
});
