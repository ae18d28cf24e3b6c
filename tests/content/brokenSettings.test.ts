import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { formatReport } from '../../src/model/problem/problem.ts';
import { readContent } from '../../src/source/readContent.ts';

const fixture = 'tests/fixtures/content';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The report on the fixture content with one file changed. */
function report(file: string, from: string | RegExp, to: string): string {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
  cpSync(fixture, folder, { recursive: true });
  const good = readFileSync(join(fixture, file), 'utf8');
  const changed = good.replace(from, to);
  if (changed === good) throw new Error(`${file} 里没有 ${String(from)}`);
  writeFileSync(join(folder, file), changed);
  return formatReport(readContent(folder, '2026-11-23').problems);
}

interface Case {
  readonly name: string;
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly says: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: '条号写成汉字',
    file: 'laws/xing-fa.yaml',
    from: /^ {2}'?"?397'?"?:/m,
    to: '  三百九十七:',
    says: ['articles › 三百九十七', '“三百九十七”的写法不对', '条号写成阿拉伯数字', '"388-1"'],
  },
  {
    name: '施行日期写法不对',
    file: 'laws/xing-fa.yaml',
    from: /^isVerified:/m,
    to: "effectiveDate: '1979年'\nisVerified:",
    says: ['effectiveDate', '“1979年”的写法不对', '写成 2026-12-01 的样子'],
  },
  {
    name: '处室编号用了大写',
    file: 'bureau.yaml',
    from: 'id: finance\n',
    to: 'id: Finance\n',
    says: ['departments 第 6 项 › id', '“Finance”的写法不对', '只用小写字母、数字和连字符'],
  },
  {
    name: '单位编号写成汉字',
    file: 'bureau.yaml',
    from: 'id: sample\n',
    to: 'id: 国土局\n',
    says: ['bureau.yaml', '“国土局”的写法不对', '例如 guotu'],
  },
  {
    name: '没有单位编号',
    file: 'bureau.yaml',
    from: 'id: sample\n',
    to: '',
    says: ['bureau.yaml', 'id'],
  },
  {
    name: '同义词组只有一个词',
    file: 'synonyms.yaml',
    from: /^groups:[\s\S]*/m,
    to: 'groups:\n  - [孤单]\n',
    says: ['groups 第 1 项', '太少：至少 2 项，现在 1 项'],
  },
];

describe('写错的法律和设置，作者得到一句看得懂的话', () => {
  test.each(cases)('$name', ({ file, from, to, says }) => {
    const text = report(file, from, to);
    expect(text).toContain(`错误｜content/${file}`);
    for (const part of says) expect(text).toContain(part);
    expect(text).toMatch(/内容有 \d+ 处错误，网站没有生成/);
  });
});
