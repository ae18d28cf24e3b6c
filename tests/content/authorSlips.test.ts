import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatReport } from '../../src/model/problem/problem.ts';
import { proseFaults } from '../../src/source/prose.ts';
import { readContent } from '../../src/source/readContent.ts';
import { readYaml } from '../../src/source/yamlSource.ts';
import { secondContent } from '../fixtures/secondBureau.ts';

// One slip of an author's hand at a time: what he is told, where, and that he is told once.

const today = '2026-12-01';
const wallFile = 'walls/temporary-forest-land.mdx';
/** The edits that were tried on the product from outside, as they came. */
const edits = readFileSync('tests/fixtures/authorSlips/one-line-edits.md', 'utf8').split('\n');

/** What edit number n writes: the first text in backticks of its line. */
function editOf(number: number): string {
  const line = edits.find((one) => one.startsWith(`${number}. `)) ?? '';
  const after = line.includes('→ `') ? line.slice(line.indexOf('→ `')) : line.replace(/`## 影响谁`/, '');
  const text = /`([^`]+)`/.exec(after)?.[1];
  if (text === undefined) throw new Error(`第 ${number} 条里没有改法`);
  return text;
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slips-'));
  cpSync(secondContent, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pathOf = (file: string) => join(folder, file);
const errorsNow = () =>
  readContent(folder, today).problems.filter(({ severity }) => severity === 'error');

/** Puts a line in the place of the first that matches; returns its number. */
function replaceLine(file: string, pattern: RegExp, text: string): number {
  const lines = readFileSync(pathOf(file), 'utf8').split('\n');
  const at = lines.findIndex((line) => pattern.test(line));
  if (at < 0) throw new Error(`没有 ${String(pattern)}`);
  const indent = /^(?:\s|- )*/.exec(lines[at] ?? '')?.[0] ?? '';
  lines[at] = indent + text;
  writeFileSync(pathOf(file), lines.join('\n'));
  return at + 1;
}

/** Puts a paragraph before the second heading of the prose; returns its line. */
function addParagraph(file: string, text: string): number {
  const lines = readFileSync(pathOf(file), 'utf8').split('\n');
  const headings = lines.flatMap((line, i) => (line.startsWith('## ') ? [i] : []));
  const at = headings[1] ?? 0;
  lines.splice(at, 0, text, '');
  writeFileSync(pathOf(file), lines.join('\n'));
  return at + 1;
}

test('样例本身没有错', () => {
  expect(errorsNow()).toEqual([]);
});

describe('外面送来的八处改动，每处只报真正的毛病，行号是真的', () => {
  const fields: readonly [number, RegExp, readonly string[]][] = [
    [1, /^powerItem:/, ['以 * 开头', "'*土地*登记发证'"]],
    [2, /^ +manifestation:/, ['“#3 窗口排队等，自己的…”读不到', '整段加上单引号']],
    [3, /^version:/, ['现在是数字：1.1', '引号']],
    [7, /^powerItem:/, ['字段名 powerItem 后面是全角冒号', 'powerItem: ']],
    [8, /^powerItem:/, ['引号是中文的 ‘', '半角的单引号']],
  ];
  test.each(fields)('第 %d 处', (number, pattern, says) => {
    const line = replaceLine(wallFile, pattern, editOf(number));
    const errors = errorsNow();
    expect(errors.map((error) => [error.file, error.line])).toEqual([[`content/${wallFile}`, line]]);
    for (const words of says) expect(formatReport(errors)).toContain(words);
  });

  const prose: readonly [number, readonly string[]][] = [
    [4, ['加粗没有生效，页面上会印出 **']],
    [5, ['两个波浪线 ~ 之间的字会印成删除线', '星号 * 会被当成记号吃掉']],
    [6, ['正文里的小于号 < 会被当成标签']],
  ];
  test.each(prose)('第 %d 处', (number, problems) => {
    const line = addParagraph(wallFile, editOf(number));
    const errors = errorsNow();
    expect(errors.map((error) => [error.line, error.problem])).toEqual(
      problems.map((problem) => [line, expect.stringContaining(problem)]),
    );
  });
});

describe('一个文件读不出来，只说这一件事', () => {
  const all = readdirSync(secondContent, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:mdx|yaml)$/.test(file),
  );
  /** Every file of settings, and of each folder the first. */
  const files = all.filter(
    (file) => all.find((other) => dirname(other) === dirname(file)) === file || !file.includes('/'),
  );
  test.each(files)('%s', (file) => {
    const text = readFileSync(pathOf(file), 'utf8');
    writeFileSync(
      pathOf(file),
      file.endsWith('.mdx') ? text.replace('---\n', '---\nremark：错\n') : `remark：错\n${text}`,
    );
    const { problems } = readContent(folder, today);
    expect(problems.map((problem) => problem.file)).toEqual([`content/${file}`]);
    expect(problems[0]?.problem).toContain('全角冒号');
  });

  test('说出有几处在等它，改好以后一处不少', () => {
    const quiz = 'quizzes/temporary-forest-land.yaml';
    const right = readFileSync(pathOf(quiz), 'utf8');
    const risk = /\b(w\d+-r\d+)\b/.exec(right)?.[1] ?? '';
    writeFileSync(pathOf(quiz), right.replace(risk, `${risk.slice(0, 3)}-r99`));
    expect(errorsNow().map(({ problem }) => problem)).toEqual([
      `风险点 ${risk.slice(0, 3)}-r99 不存在`,
    ]);
    const wall = readFileSync(pathOf(wallFile), 'utf8');
    replaceLine(wallFile, /^version:/, 'version: 1.0');
    const { problems, waitingFiles } = readContent(folder, today);
    expect(problems).toHaveLength(1);
    expect(formatReport(problems)).toMatch(/另外：这个文件现在读不出来：别处引用它的 \d+ 处先不查/);
    expect(waitingFiles).toContain(`content/${quiz}`);
    writeFileSync(pathOf(wallFile), wall);
    expect(errorsNow()).toHaveLength(1);
  });

  test('别的文件里和它不相干的错照样列出来', () => {
    replaceLine(wallFile, /^version:/, 'version: 1.0');
    const other = 'walls/cadre-rotation.mdx';
    const line = replaceLine(other, /^ +grade:/, 'grade: 特类');
    const places = errorsNow().map(({ file, line: at }) => [file, at]);
    expect(places).toContainEqual([`content/${other}`, line]);
    replaceLine(other, /^ +grade:/, 'grade: 一类');
    replaceLine(other, /^ +department:/, 'department: 没有这个处');
    expect(formatReport(errorsNow())).toContain('处室“没有这个处”不在名单里');
  });

  test('读不出来的墙，编号也算用过', () => {
    const { allWallIds } = readContent(folder, today);
    replaceLine(wallFile, /^version:/, 'version: 1.0');
    expect(new Set(readContent(folder, today).allWallIds)).toEqual(new Set(allWallIds));
  });
});

describe('YAML 里的记号，说出是哪个字、怎么写', () => {
  const values: readonly [string, string][] = [
    ['*重点*项目', '以 * 开头'],
    ['&重点 项目', '以 & 开头'],
    ['!重点 项目', '以 ! 开头'],
    ['%比例审批', '不能以 % 开头'],
    ['@各科室审批', '不能以 @ 开头'],
    ['`审批`', '不能以 ` 开头'],
    ['- 审批事项', '不能以 - 开头'],
    ['? 是否审批', '不能以 ? 开头'],
    ['>50亩的审批', '不能以 > 开头'],
    ['# 审批事项', '以 # 开头'],
    ['行政处罚 #执行', '“#执行”读不到'],
    ['用地预审: 重大项目', '半角冒号'],
    ['[试点]入市', '以 [ 开头'],
    ['{试点}入市', '以 { 开头'],
    ['"增减挂钩"指标', '半角引号只引住了开头一段'],
    ["'增减挂钩'指标", '半角引号只引住了开头一段'],
    ['"增减挂钩', '引号没有合上'],
    ["'增减挂钩’", '引号没有合上'],
    ['“增减挂钩”', '引号是中文的 “'],
    ['[甲, 乙', '括号没有合上'],
    ['[甲 #一, 乙]', '括号没有合上'],
    ['"响\\u0007铃"', '控制字符（U+0007）'],
  ];
  test.each(values)('%s', (value, says) => {
    const { faults } = readYaml(`id: w01\norder: 1\npowerItem: ${value}\nsteps:\n  - name: "甲"\n`, 2);
    expect(faults.map(({ line }) => line)).toEqual([4]);
    expect(faults[0]?.problem).toContain(says);
  });

  test.each([
    ['字段名后面少空格', 'id: w01\nname:甲\norder: 1\n', '冒号后面少了空格'],
    ['列表里的全角冒号', 'steps:\n  - id：w01\n    name: 甲\n', '字段名 id 后面是全角冒号'],
    ['花括号里的全角冒号', 'a: 1\nb: { phase：事前, by: 甲 }\n', '字段名 phase 后面是全角冒号'],
    ['全角空格缩进', 'steps:\n　　name: 甲\n', '行首有全角空格'],
    ['中间一行 ...', 'a: 1\n...\nb: 2\n', '多了一行'],
  ])('%s', (_, text, says) => {
    const { faults } = readYaml(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.problem).toContain(says);
    expect(faults[0]?.line).toBe(2);
  });

  test.each([
    ['编号后面的注释', 'id: w01-s01 # 收件'],
    ['引用后面的注释', 'id: xing-fa#397 # 玩忽职守'],
    ['数字后面的注释', 'order: 3 # 排在最后'],
    ['引号后面的注释', "name: '行政处罚' # 待议"],
    ['列表前的注释', 'steps: # 照办理顺序\n  - 甲'],
    ['一整段文字里的记号', 'text: |\n  甲 #一\n  *乙\n'],
    ['文字中间的引号', 'name: “甲”和“乙”'],
    ['全角冒号开头的英文词', 'name: GPS：打点的位置'],
  ])('%s不算错', (_, text) => {
    expect(readYaml(text).faults).toEqual([]);
  });

  test('字段名拼错只说一次，猜得出本来要写什么', () => {
    const line = replaceLine(wallFile, /^ +warningSign:/, 'warningsign: 同一人的办结时间总是最短');
    const errors = errorsNow();
    expect(errors.map((error) => error.line)).toEqual([line]);
    expect(errors[0]?.problem).toContain('不认识的字段：warningsign');
    expect(errors[0]?.remedy).toContain('多半是 warningSign');
  });

  test('几处互不相干的错一次说完', () => {
    const first = replaceLine(wallFile, /^powerItem:/, 'powerItem：临时用地');
    const second = replaceLine(wallFile, /^summary:/, 'summary：临时用地');
    expect(errorsNow().map(({ line }) => line)).toEqual([first, second]);
  });
});

describe('看不见的控制字符不收', () => {
  test.each([
    ['响铃', '\u0007', 'U+0007'],
    ['退格', '\b', 'U+0008'],
    ['终端的转义', '\u001b', 'U+001B'],
    ['零宽空格', '\u200b', 'U+200B'],
    ['倒着排的记号', '\u202e', 'U+202E'],
    ['行分隔符', '\u2028', 'U+2028'],
    ['夹在中间的 BOM', '\ufeff', 'U+FEFF'],
  ])('%s', (_, character, name) => {
    const line = replaceLine(wallFile, /^powerItem:/, `powerItem: 临时${character}用地审批`);
    const errors = errorsNow();
    expect(errors.map((error) => error.line)).toEqual([line]);
    expect(errors[0]?.problem).toContain(`临时”后面有看不见的控制字符（${name}）`);
  });

  test('正文里的也一样', () => {
    const line = addParagraph(wallFile, '这里有一个\u0000字符。');
    expect(errorsNow().map((error) => error.line)).toEqual([line]);
  });
});

describe('正文里 Markdown 会改掉的中文', () => {
  const says = (text: string) => proseFaults(text, 10).map(({ line, problem }) => `${line} ${problem}`);

  test.each([
    ['加粗里有标点', '**每家每户：**买卖', '加粗没有生效'],
    ['加粗里有引号', '以**“重点”**为准', '加粗没有生效'],
    ['删除线里有标点', '~~已废止：~~见新办法', '删除线没有生效'],
    ['一个波浪线', '10~20亩、30~40亩', '删除线'],
    ['乘号', '界桩按5*10*20米', '星号'],
    ['公式里的乘号', '面积*单价*系数', '斜体的记号'],
    ['遮住的号码', '138****1234、139****5678', '星号'],
    ['乘方', '2**10**3', '星号'],
    ['方括号开头', '[注]: 面积按平方米算', '这一行不印出来'],
    ['脚注', '[^1]: 面积按平方米算', '这一行不印出来'],
    ['文字下面一行短横', '面积按平方米算\n---', '变成标题'],
    ['格子比表头多', '| 甲 | 乙 |\n|---|---|\n| 一 | 二 | 三 |', '多出的不印出来'],
    ['网址连着中文', 'https://a.gov.cn，见公告', '网址的一部分'],
  ])('%s', (_, text, words) => {
    const found = says(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(words);
  });

  test.each([
    '**每家每户**：买卖',
    '遮住号码 138****1234',
    '面积 5*10 米，10~20 亩',
    '写成 \\*\\*这样\\*\\* 的',
    '程序 `a**b**c` 和 `10~20~30`',
    '起止写 10～20 亩、30～40 亩',
    '[通知](https://a.gov.cn/)，见公告',
    '分隔线\n\n---\n\n下一段',
  ])('%s 没有毛病', (text) => {
    expect(says(text)).toEqual([]);
  });

  test('尖括号、花括号报在自己那一行，后面的毛病照样列出', () => {
    const text = '甲\n\n面积 <100 亩\n\n𠮷𠮷 <!-- 待议 -->\n\n见 <https://a.cn>\n\n{ 甲\n\n5*10*20';
    expect(says(text)).toEqual([
      '12 正文里的小于号 < 会被当成标签',
      '14 正文里有注释 <!-- -->',
      '16 网址用尖括号括起来了',
      '18 正文里的标签没有配对，或者尖括号、花括号没有闭合',
      '20 星号 * 会被当成记号吃掉，数字就连在一起了',
    ]);
  });
});
