import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPlainYaml } from '../../../src/source/plainYaml.ts';
import { parseYaml, readYaml } from '../../../src/source/yamlSource.ts';

/** The YAML of every content file: the bureau's, and that of the fixtures, sound or not. */
const files = ['content', 'tests/fixtures'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(yaml|mdx)$/.test(name))
    .map((name) => {
      const text = readFileSync(join(root, name), 'utf8').replaceAll('\r\n', '\n');
      const end = /\n---[ \t]*(?:\n|$)/.exec(text)?.index ?? text.length;
      return {
        name: join(root, name),
        yaml: name.endsWith('.mdx') ? text.slice(4, end + 1) : text,
      };
    }),
);

type Path = readonly (string | number)[];

/** The path of everything in the data, and one step beside each. */
function pathsIn(data: unknown, path: Path = []): Path[] {
  const entries: [string | number, unknown][] = Array.isArray(data)
    ? data.map((value, i) => [i, value])
    : typeof data === 'object' && data !== null
      ? Object.entries(data)
      : [];
  return [
    path,
    [...path, 'missing'],
    ...entries.flatMap(([key, value]) => pathsIn(value, [...path, key])),
  ];
}

/** Whether the quick reader takes a text; where it does, it must say what the parser says. */
function agrees(yaml: string, name = yaml): boolean {
  if (!readPlainYaml(yaml)) return false;
  const quick = readYaml(yaml, 2);
  const parsed = parseYaml(yaml, 2);
  expect(parsed.faults, name).toEqual([]);
  // As text too: the order of the fields goes into the versions.
  expect(JSON.stringify(quick.data), name).toBe(JSON.stringify(parsed.data));
  expect(quick.data, name).toStrictEqual(parsed.data);
  const paths = pathsIn(parsed.data);
  expect(
    paths.filter((path) => quick.lineOf(path) !== parsed.lineOf(path)),
    name,
  ).toEqual([]);
  return true;
}

test('每个内容文件，两种读法读出来的值和行号都一样', { timeout: 60_000 }, () => {
  const taken = files.filter(({ name, yaml }) => agrees(yaml, name));
  expect(files.length).toBeGreaterThan(300);
  // Otherwise it is not worth having.
  expect(taken.length / files.length).toBeGreaterThan(0.9);
});

describe('平常写法以外的，一律留给完整的读法', () => {
  test.each([
    ['没有内容的字段', 'a:\nb: 一\n'],
    ['两个同名的字段', 'a: 一\na: 二\n'],
    ['接着写的一行', 'a: 一\n  二\n'],
    ['竖线和大于号', 'a: |\n  一\n'],
    ['跨行的引号', "a: '一\n  二'\n"],
    ['引号后面还有字', "a: '一' 二\n"],
    ['反斜杠', 'a: "\\u0007"\n'],
    ['跨行的括号', 'a: [一,\n  二]\n'],
    ['没有合上的括号', 'a: [一\n'],
    ['括号后面还有字', 'a: [一] 二\n'],
    ['空着的一项', 'a: [一, , 二]\n'],
    ['括号里多一个逗号', 'a: [一, ]\n'],
    ['括号里的冒号', 'a: [b: 一]\n'],
    ['行尾的注释', 'a: 一 # 二\n'],
    ['半角冒号', 'a: 一: 二\n'],
    ['全角冒号', 'a： 一\n'],
    ['冒号后面没有空格', 'a:一\n'],
    ['缩进不齐', 'a:\n    - 一\n  - 二\n'],
    ['列表不缩进', 'a:\n- 一\n'],
    ['列表里的列表', 'a:\n  - - 一\n'],
    ['空的一项', 'a:\n  -\n  - 一\n'],
    ['别名、名字、类型', 'a: *一\n'],
    ['名字', 'a: &一 二\n'],
    ['类型', 'a: !一 二\n'],
    ['空值', 'a: null\n'],
    ['波浪号', 'a: ~\n'],
    ['大写的真', 'a: True\n'],
    ['小数', 'a: 1.50\n'],
    ['八进制', 'a: 0o17\n'],
    ['前面有零', 'a: 017\n'],
    ['指数', 'a: 1e3\n'],
    ['制表符', 'a:\t一\n'],
    ['全角空格', 'a: \u3000一\n'],
    ['中文引号', 'a: “一”\n'],
    ['看不见的字', 'a: 一\u200b\n'],
    ['两份', 'a: 一\n---\na: 二\n'],
    ['问号', '? a\n: 一\n'],
    ['只有一行字', '一\n'],
    ['什么也没有', ''],
    ['行尾的空格', 'a: 一 \n'],
    ['原型', '__proto__: 一\n'],
    ['名字是数', '1: 一\n'],
    ['名字是真假', 'true: 一\n'],
  ])('%s', (_, yaml) => {
    expect(readPlainYaml(yaml)).toBeUndefined();
  });
});

test.each([
  "a: 'it''s'\nb: \"二 # 三\"\n",
  'a: []\nb: {}\nc: [ 一 , 二 ]\n',
  "a: { b: [一, { c: 二 }], d: '三, 四' }\n",
  'a:\n  # 注\n  - b: 一\n    c:\n      - 二\n\n# 注\n  - b: true\n    c: [13, 0]\n',
  "a:\n  '57': 一\n  '9': 二\n  b: 三\n",
  'a: http://10.1.2.3/\nb: page:about\nc: [page:about, w01-r02]\n',
  'a: 一#二\nb: 一,二\nc: 一[二]\nd: 一-二\ne: 1.2.3\n',
  '- 一\n- 二\n',
])('平常的写法读得对：%j', (yaml) => {
  expect(agrees(yaml)).toBe(true);
});

test('随意改几个字，要么读得和完整的读法一样，要么不读', { timeout: 60_000 }, () => {
  let seed = 20261130;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const signs = [
    ...':-#,[]{}\'"&*!|>%@`?~=<\\/.\n  \t一“”：，01e+_',
    ': ',
    ' #',
    '- ',
    '\n  ',
    "''",
  ];
  const sample =
    "a: 一\nb: '二''三'\nc:\n  # 注\n  - d: [一, \"二\"]\n    e: { to: w01-s02, f: 12 }\n  - d: 三\n    e: true\ng:\n  '5': 四\n  h: page:x\n";
  let taken = 0;
  for (let round = 0; round < 3000; round += 1) {
    let text = sample;
    for (let change = random(3); change >= 0; change -= 1) {
      const at = random(text.length + 1);
      const sign = signs[random(signs.length)] ?? '';
      text = text.slice(0, at) + sign + text.slice(at + random(3));
    }
    if (agrees(text)) taken += 1;
  }
  expect(taken).toBeGreaterThan(300);
});
