import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatLicences } from '../../../src/publish/licenceList.ts';
import { originsOf, readPackage } from '../../../src/publish/shippedPackages.ts';

let root = '';
const at = (name: string) => join(root, 'node_modules', name);

function write(name: string, text: string): void {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'licences-'));
  const manifest = (name: string) => JSON.stringify({ name, version: '1.2.3', license: 'MIT' });
  for (const name of ['plain', '@scope/inner', 'outer', 'bare', 'rolldown']) {
    write(`${name}/package.json`, manifest(name));
    if (name !== 'bare') write(`${name}/LICENSE`, `Copyright ${name}\n`);
  }
  write('plain/dist/package.json', '{"type":"module"}');
  write('outer/index.mjs', '// ../../node_modules/@scope/inner/index.js\nconst a = 1;\n');
  write('plain/dist/a.js', '/** Adds. */\nadd();\n/*! Copyright (c) 一个旁人 */\n');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('许可清单从打包的模块找到包', () => {
  test.each([
    ['包里的文件', 'plain/dist/a.js', ['plain']],
    ['带着查询的文件', 'plain/dist/a.js?v=1', ['plain']],
    ['别的包已经并进去的包', 'outer/index.mjs', ['outer', '@scope/inner']],
  ])('%s', (_, file, names) => {
    expect(originsOf(at(file), root).map(({ folder }) => folder)).toEqual(names.map(at));
  });

  test('打包程序自己写的模块算打包程序的', () => {
    expect(originsOf('\0rolldown/runtime.js', root)).toEqual([{ folder: at('rolldown') }]);
  });

  test('本站自己的文件不算', () => {
    expect(originsOf(join(root, 'src/islands/quiz/Quiz.tsx'), root)).toEqual([]);
  });

  test('来历不明的模块、并进去却没装的包，生成就停下', () => {
    expect(() => originsOf('\0somebody/helper.js', root)).toThrow(/不知道模块/);
    write('outer/other.mjs', '// node_modules/lost/index.js\n');
    expect(() => originsOf(at('outer/other.mjs'), root)).toThrow(/找不到包 lost/);
  });
});

describe('许可清单写什么', () => {
  test('名称、版本、许可、全文，代码里别人的声明也在', () => {
    const found = readPackage(at('plain'), [at('plain/dist/a.js')]);
    expect(found).toMatchObject({ name: 'plain', version: '1.2.3', licence: 'MIT' });
    expect(found.text).toBe('Copyright plain\n\n/*! Copyright (c) 一个旁人 */');
    const list = formatLicences([found]);
    expect(list).toContain(`${'='.repeat(72)}\nplain 1.2.3\n许可：MIT\n\nCopyright plain\n`);
  });

  test('许可分成几个文件放在文件夹里的，每个都在', () => {
    const manifest = { name: 'several', version: '1.0.0', license: 'MIT' };
    write('several/package.json', JSON.stringify(manifest));
    write('several/LICENSE/LICENSE', 'Copyright 甲');
    write('several/LICENSE/LICENSE-part', 'Copyright 乙');
    expect(readPackage(at('several')).text).toBe('Copyright 甲\n\nCopyright 乙');
  });

  test('写明 MIT 和作者而没有许可文件的，附标准文字并说明', () => {
    const manifest = { name: 'signed', version: '1.0.0', license: 'MIT', author: '某人' };
    write('signed/package.json', JSON.stringify(manifest));
    expect(readPackage(at('signed')).text).toMatch(
      /包里没有许可文件[^]*Copyright \(c\) 某人[^]*Permission is hereby granted/,
    );
  });

  test('没有许可全文的包不能放进网站', () => {
    expect(() => readPackage(at('bare'))).toThrow(/bare 没有写明许可/);
  });
});
