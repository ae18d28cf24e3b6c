import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { formatReport } from '../../src/model/problem/problem.ts';
import { readContent } from '../../src/source/readContent.ts';

const today = '2026-11-23';
const sample = 'mechanisms/sample.yaml';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The report on the fixture content with some files written over. */
function report(files: Readonly<Record<string, string>> = {}): string {
  folder = mkdtempSync(join(tmpdir(), 'mechanisms-'));
  cpSync('tests/fixtures/content', folder, { recursive: true });
  cpSync('tests/fixtures/mechanism', folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return formatReport(readContent(folder, today).problems);
}

const good = (name: string) => readFileSync(join('tests/fixtures/mechanism', name), 'utf8');

function change(name: string, from: string | RegExp, to: string): string {
  const changed = good(name).replace(from, to);
  if (changed === good(name)) throw new Error(`${name} 里没有 ${String(from)}`);
  return changed;
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
    name: '制度归到没有的机制',
    file: sample,
    from: 'mechanism: 自律',
    to: 'mechanism: 自觉',
    says: ['“自觉”', '自律、防范、约束、惩处、信访'],
  },
  {
    name: '制度编号写错',
    file: sample,
    from: 'id: m01',
    to: 'id: M1',
    says: ['“M1”', '例如 m01'],
  },
  {
    name: '制度靠在没有的步骤上',
    file: sample,
    from: 'at: w90-s01',
    to: 'at: w90-s77',
    says: ['第 15 行', '步骤 w90-s77 不存在', 'w90 这面墙里有的步骤'],
  },
  {
    name: '制度靠在没有的墙上',
    file: sample,
    from: 'at: w90-s01',
    to: 'at: w77',
    says: ['墙 w77 不存在，或者还是草稿'],
  },
  {
    name: '位置写的不是编号',
    file: sample,
    from: 'at: w90-s01',
    to: 'at: 第一步',
    says: ['“第一步”', '墙的编号（w21）或者步骤的编号（w21-s03）'],
  },
  {
    name: '制度引用目录里没有的条',
    file: sample,
    from: 'xing-fa#397',
    to: 'xing-fa#999',
    says: ['第九百九十九条', '补上这一条的要点'],
  },
  {
    name: '法律目录里没有这份文件',
    file: sample,
    from: 'source: 汇报点名',
    to: 'source: 汇报点名\ncatalogId: nowhere',
    says: ['法律目录里没有 nowhere'],
  },
  {
    name: '同一步写了两次',
    file: sample,
    from: 'basis:',
    to: '  - at: w90-s01\n    how: 样例：又写了一遍同一步\nbasis:',
    says: ['w90-s01 写了两次', '合成一条'],
  },
  {
    name: '五项机制少了一项',
    file: 'mechanisms.yaml',
    from: /.*name: 惩处.*\n/,
    to: '',
    says: ['“惩处”写了 0 项', '各写一项'],
  },
  {
    name: '监督少了一项权力',
    file: 'supervision.yaml',
    from: 'powerClass: 人权',
    to: 'powerClass: 财权',
    says: ['“人权”写了 0 项', '“财权”写了 2 项'],
  },
  {
    name: '规矩落在没有的步骤上',
    file: 'supervision.yaml',
    from: 'at: [w90-s02]\n  - powerClass',
    to: 'at: [w90-s66]\n  - powerClass',
    says: ['步骤 w90-s66 不存在', 'rules'],
  },
  {
    name: '分权的步骤不在那面墙上',
    file: 'supervision.yaml',
    from: 'at: [w90-s01] }',
    to: 'at: [w91-s01] }',
    says: ['w91-s01 不在 w90 这面墙上'],
  },
  {
    name: '同一个系统写了两项，另一个漏了',
    file: 'technology.yaml',
    from: '- { name: 样例监管系统',
    to: '- { name: 样例登记系统',
    says: ['“样例登记系统”写了两项', '没有叫“样例监管系统”的信息系统'],
  },
  {
    name: '链条里的系统名写错',
    file: 'technology.yaml',
    from: '[样例登记系统,',
    to: '[样例登簿系统,',
    says: ['没有叫“样例登簿系统”的信息系统', '写成 systems 里的一个：样例登记系统、样例监管系统'],
  },
  {
    name: '各部分加起来不等于总数',
    file: 'results.yaml',
    from: 'value: 13',
    to: 'value: 14',
    says: ['加起来是 80宗，总数是 79宗', 'isComplete'],
  },
  {
    name: '一行里混了两个单位',
    file: 'results.yaml',
    from: 'parts: [f02, f03]',
    to: 'parts: [f02, f05]',
    says: ['“行业”的单位是个', '同一个单位'],
  },
  {
    name: '图用了没有的数字',
    file: 'results.yaml',
    from: 'share: f04',
    to: 'share: f44',
    says: ['没有编号是 f44 的数字'],
  },
  {
    name: '占比图画的不是百分数',
    file: 'results.yaml',
    from: 'share: f04',
    to: 'share: f01',
    says: ['“总数”不是百分数'],
  },
  {
    name: '名次比总数大',
    file: 'results.yaml',
    from: 'value: 39',
    to: 'value: 2',
    says: ['名次 3 比总数 2 还大'],
  },
  {
    name: '没有这种图',
    file: 'results.yaml',
    from: 'kind: 占比',
    to: 'kind: 饼图',
    says: ['图的种类写得不对', '占比、构成、名次'],
  },
  {
    name: '数字的编号重复',
    file: 'results.yaml',
    from: 'id: f05',
    to: 'id: f04',
    says: ['编号 f04 重复'],
  },
];

describe('写错的制度、监督、系统和数字，作者得到一句看得懂的话', () => {
  test('样例本身没有错', () => {
    expect(report()).toContain('内容没有错误');
  });

  test.each(cases)('$name', ({ file, from, to, says }) => {
    const text = report({ [file]: change(file, from, to) });
    expect(text).toContain(`content/${file}`);
    for (const part of says) expect(text).toContain(part);
    expect(text).toMatch(/内容有 \d+ 处错误，网站没有生成/);
  });

  test('两个文件用了同一个编号、同一个名称', () => {
    const text = report({ 'mechanisms/twin.yaml': good(sample) });
    expect(text).toContain('编号 m01 重复，content/mechanisms/sample.yaml 已经用了');
    expect(text).toContain('“样例制度”已经在 content/mechanisms/sample.yaml 里录过了');
  });

  test('没有哪面墙靠它的、录得比应有还多的，只提醒，不挡住生成', () => {
    const lonely = change(sample, /reliedOnBy:\n(?: .*\n)+/, '').replace('m01', 'm02');
    const text = report({
      'mechanisms/lonely.yaml': lonely.replace('样例制度', '没有用的制度'),
      'mechanisms.yaml': change('mechanisms.yaml', 'expected: 2', 'expected: 1'),
    });
    expect(text).toContain('“没有用的制度”没有哪面墙靠它');
    expect(text).toContain('“自律”应有 1 件，已经录入 2 件');
    expect(text).toContain('内容没有错误');
  });

  test('墙里写了名单上没有的信息系统，列出认得的几个', () => {
    const wall = readFileSync('tests/fixtures/content/walls/sample.mdx', 'utf8');
    const text = report({
      'walls/sample.mdx': wall.replace('    task: 样例', '    system: 样例登录系统\n    task: 样例'),
    });
    expect(text).toContain('没有叫“样例登录系统”的信息系统');
    expect(text).toContain(
      '写成这里面的一个：样例登记系统、样例监管系统；新的系统先加进 content/technology.yaml',
    );
  });

  test('机制下面的那段文字没有这个文件，指到那一项', () => {
    const text = report({
      'mechanisms.yaml': change('mechanisms.yaml', 'expected: 6,', 'expected: 6, page: nowhere,'),
    });
    expect(text).toContain('mechanisms 第 5 项 › page');
    expect(text).toContain('“信访”下面的文字 content/pages/nowhere.mdx 不存在');
  });

  test('收表的部门不在名单里，指出两处要一起改', () => {
    const bureau = readFileSync('tests/fixtures/content/bureau.yaml', 'utf8');
    const text = report({
      'bureau.yaml': bureau.replace('disciplineOffice: 纪检监察室', 'disciplineOffice: 监督室'),
    });
    expect(text).toContain('“监督室”不在 departments 里');
    expect(text).toContain('两处一起改');
  });

  test('没有这些文件的内容照样生成', () => {
    folder = mkdtempSync(join(tmpdir(), 'mechanisms-'));
    cpSync('tests/fixtures/content', folder, { recursive: true });
    const { content, problems } = readContent(folder, today);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(content?.mechanismDocuments).toEqual([]);
    expect(content?.results).toBeUndefined();
  });
});
