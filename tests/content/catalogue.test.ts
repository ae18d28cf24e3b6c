import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { formatReport } from '../../src/model/problem/problem.ts';
import { readContent } from '../../src/source/readContent.ts';
import { second } from '../fixtures/secondBureau.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the checks say after a change to a file of the second bureau. */
function said(file: string, from: string | RegExp, to: string): string {
  folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  cpSync('tests/fixtures/second-bureau', folder, { recursive: true });
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} 里没有 ${String(from)}`);
  writeFileSync(path, after);
  return formatReport(readContent(folder, '2026-12-01').problems);
}

const wall = 'walls/temporary-forest-land.mdx';
const posts = 'posts/forest-land.yaml';
const pledges = 'letters/pledges/forest-land.yaml';

interface Case {
  readonly name: string;
  readonly change: Parameters<typeof said>;
  readonly says: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: '目录里没有的岗位，给出相近的',
    change: [wall, 'posts: [收件员]', 'posts: [收件人员]'],
    says: ['错误', wall, '林地管理处的岗位目录里没有“收件人员”', '相近的有：收件员'],
  },
  {
    name: '写了别名，说出正式名称',
    change: [wall, 'posts: [收件员]', 'posts: [窗口收件员]'],
    says: ['写它的正式名称“收件员”'],
  },
  {
    name: '岗位和层级不合',
    change: [wall, /postLevel: 普通(\s+department: 林地管理处\s+posts: \[收件员\])/, 'postLevel: 中层$1'],
    says: ['写的是中层岗位', '“收件员”在岗位目录里是普通岗位'],
  },
  {
    name: '岗位写了两次',
    change: [wall, 'posts: [收件员]', 'posts: [收件员, 收件员]'],
    says: ['岗位“收件员”写了两次'],
  },
  {
    name: '步骤里的岗位不在目录里',
    change: [wall, /(\n {4}actor: [^\n]+)/, '$1\n    posts: [林地管理处/收件者]'],
    says: ['岗位目录里没有“林地管理处/收件者”', '林地管理处/收件员'],
  },
  {
    name: '同一个岗位两个名字',
    change: [posts, 'aliases: [卷宗管理员]', 'aliases: [收件员]'],
    says: ['“收件员”既是“档案员”又是“收件员”'],
  },
  {
    name: '岗位编号写了两次',
    change: [posts, 'id: filing', 'id: files'],
    says: ['岗位编号 files 写了两次'],
  },
  {
    name: '写着没有风险点，却有',
    change: [posts, /(name: 收件员\n {4}level: 普通\n)/, '$1    hasNoRisk: true\n'],
    says: ['“收件员”写着没有风险点，墙上却有它的风险点', '删掉 hasNoRisk'],
  },
  {
    name: '没有风险点的岗位提醒一声',
    change: [posts, 'posts:\n', 'posts:\n  - id: driver\n    name: 驾驶员\n    level: 普通\n    staff: 聘用\n    duties: [公务用车的驾驶, 车辆的日常维护, 出车里程的登记]\n'],
    says: ['提醒', '“驾驶员”在各面墙上没有一个风险点', 'hasNoRisk: true'],
  },
  {
    name: '承诺不是公文用语',
    change: [pledges, '当面核对申请材料，', '守住窗口，认真核对申请材料，'],
    says: ['承诺里有“认真”', '承诺里有“守住”'],
  },
  {
    name: '承诺回答别人的风险点',
    change: [pledges, '[w01-r01, w01-r02]', '[w01-r03]'],
    says: ['w01-r03 不是收件员的风险点'],
  },
  {
    name: '一类风险没有承诺回答',
    change: [pledges, /risks: \[w01-r06\]/g, 'risks: [w01-r05]'],
    says: ['“处长”的一类风险 w01-r06', '没有一条承诺回答'],
  },
  {
    name: '两条承诺一个样',
    change: [pledges, /text: 查验专家.*/, 'text: 同一项目使用林地的申请合并审查，不拆分签批；签批前核对三方面积，差数写明理由。'],
    says: ['说的是同一件事'],
  },
  {
    name: '承诺太短',
    change: [pledges, /text: 查验专家.*/, 'text: 抽取专家。'],
    says: ['至少 30 字'],
  },
  {
    name: '没有第二个人读过的提醒一声',
    change: [pledges, /\n {4}readOn: .*/, ''],
    says: ['提醒', '还没有第二个人读过', 'readOn'],
  },
];

describe('岗位目录和承诺写错了，作者得到一句看得懂的话', () => {
  test.each(cases)('$name', ({ change, says }) => {
    const text = said(...change);
    for (const words of says) expect(text).toContain(words);
  });

  test('没有写错的，一条错误也没有', () => {
    const { problems } = readContent('tests/fixtures/second-bureau', '2026-12-01');
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(second.posts.length).toBeGreaterThan(0);
  });
});
