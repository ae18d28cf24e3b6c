import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { formatReport } from '../../src/model/problem/problem.ts';
import { readContent } from '../../src/source/readContent.ts';

const today = '2026-11-23';
const wallFile = 'walls/sample.mdx';
const good = readFileSync('tests/fixtures/content/walls/sample.mdx', 'utf8');

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Puts a changed wall into a copy of the fixture content and returns the report on it. */
function report(wall: string | Buffer, name = wallFile): string {
  folder = mkdtempSync(join(tmpdir(), 'walls-'));
  cpSync('tests/fixtures/content', folder, { recursive: true });
  writeFileSync(join(folder, name), wall);
  return formatReport(readContent(folder, today).problems);
}

function change(from: string | RegExp, to: string): string {
  const changed = good.replace(from, to);
  if (changed === good) throw new Error(`样例里没有 ${String(from)}`);
  return changed;
}

const lineOf = (text: string) => good.slice(0, good.indexOf(text)).split('\n').length;

interface Case {
  readonly name: string;
  readonly wall: () => string | Buffer;
  readonly says: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: '缺字段',
    wall: () => change(/^summary: .*\n/m, ''),
    says: ['summary', '没有写', '补上这一项'],
  },
  {
    name: '等级写错',
    wall: () => change('grade: 一类', 'grade: 特类'),
    says: [`第 ${lineOf('grade: 一类')} 行`, 'grade', '“特类”', '一类、二类、三类'],
  },
  {
    name: '下一步不存在',
    wall: () => change('to: w90-s03', 'to: w90-s33'),
    says: ['next 第 1 项 › to', 'w90-s33 不存在'],
  },
  {
    name: '兜圈子没有出口',
    wall: () => change('to: w90-s12', 'to: w90-s11'),
    says: ['怎么走都到不了办结或出口'],
  },
  {
    name: '步骤走不到',
    wall: () => change('to: w90-s12', 'to: w90-x01'),
    says: ['（w90-s12）从第一步走不到'],
  },
  {
    name: '没有这部法',
    wall: () => change('xing-fa#397', 'xingfa#397'),
    says: ['目录里没有的法律“xingfa”', 'content/laws/xingfa.yaml'],
  },
  {
    name: '没有这一条',
    wall: () => change('xing-fa#397', 'xing-fa#999'),
    says: ['第九百九十九条', '补上这一条的要点'],
  },
  {
    name: '没收全文的文件引到条',
    wall: () => change('xing-fa#397', 'lianjie-zhunze#3'),
    says: ['没有收全文', '未核条文'],
  },
  {
    name: '信息系统没有写进 technology.yaml',
    wall: () => change('    task: 样例', '    system: 样例登记系统\n    task: 样例'),
    says: ['没有叫“样例登记系统”的信息系统', '先在 content/technology.yaml 的 systems 里写上它'],
  },
  {
    name: '风险点编号重复',
    wall: () => change('id: w90-r02', 'id: w90-r01'),
    says: ['编号 w90-r01 重复', '换一个没有用过的编号'],
  },
  {
    name: '编号不是本墙的',
    wall: () => change('id: w90-r02', 'id: w91-r02'),
    says: ['不是以本墙的编号 w90 开头'],
  },
  {
    name: '制表符缩进',
    wall: () => change('  - id: w90-s01', '\t- id: w90-s01'),
    says: ['制表符', '换成空格'],
  },
  {
    name: 'BOM',
    wall: () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(good)]),
    says: ['BOM', 'UTF-8（无 BOM）'],
  },
  {
    name: 'GBK 编码',
    wall: () => Buffer.concat([Buffer.from(good), Buffer.from([0xd6, 0xd0, 0xb9, 0xfa])]),
    says: ['不是 UTF-8', 'GBK'],
  },
  {
    name: '两兆的文件',
    wall: () => good + '样'.repeat(700_000),
    says: ['超过 512 KB', '贴进了图片'],
  },
  {
    name: '正文标签没有闭合',
    wall: () => `${good}\n\n<b>没有闭合\n`,
    says: ['正文里', '标签'],
  },
  {
    name: '正文里有脚本',
    wall: () => `${good}\n\n<script>alert(1)</script>\n`,
    says: ['脚本', '删掉它'],
  },
  {
    name: '正文里有 import',
    wall: () => `${good}\n\nimport x from './x.js'\n`,
    says: ['import'],
  },
  {
    name: '正文里有花括号',
    wall: () => `${good}\n\n这里是 {1 + 1} 个。\n`,
    says: ['花括号'],
  },
  {
    name: '分支没有写字',
    wall: () => change(/\n +label: 符合/, ''),
    says: ['分支没有写字', 'label'],
  },
  {
    name: '有分支没有问题',
    wall: () => change(/ {4}question: .*\n/, ''),
    says: ['没有写判断的问题', 'question'],
  },
  {
    name: '风险没有措施',
    wall: () => change(/controls:\n(?: {10}- .*\n| {12}.*\n)+/, 'controls: []\n'),
    says: ['没有防控措施'],
  },
  {
    name: '一类风险没有刑法条文',
    wall: () => change(/(grade: 一类[\s\S]*?penalties:\n\s+- )xing-fa#397/, '$1zhengwu-chufen-fa#39'),
    says: ['是一类风险', '没有刑法条文'],
  },
  {
    name: '一类风险只有本人把关',
    wall: () => change(/(grade: 一类[\s\S]*?by: )样例复核人/, '$1财务处处长'),
    says: ['没有第二个人'],
  },
  {
    name: '措施只是口号',
    wall: () => change(/text: 第1号样例：.*/, 'text: 加强教育，完善制度'),
    says: ['只是口号'],
  },
  {
    name: '处室不在名单里',
    wall: () => change('department: 财务处', 'department: 财务科'),
    says: ['处室“财务科”不在名单里', 'bureau.yaml'],
  },
  {
    name: '少一个岗位层级',
    wall: () => change('level: 普通', 'level: 中层'),
    says: ['岗位层级“普通”写了 0 项', '岗位层级“中层”写了 2 项'],
  },
  {
    name: '字段名拼错',
    wall: () => change('warningSign:', 'warningsign:'),
    says: ['不认识的字段：warningsign', '拼写'],
  },
  {
    name: '日期不存在',
    wall: () => change("effectiveDate: 2026-12-01", "effectiveDate: 2026-02-30"),
    says: ['2026-02-30', '不是真实的日期'],
  },
  {
    name: '版本号没加引号',
    wall: () => change(/^version: .*$/m, 'version: 1.0'),
    says: ['version', '现在是数字', '引号'],
  },
  {
    name: '字段里藏网页代码',
    wall: () => change('task: 样例：核对材料并登记', 'task: 样例：<img src=x>核对'),
    says: ['task', '去掉尖括号'],
  },
  { name: '没有字段部分', wall: () => '## 只有正文\n', says: ['文件开头没有 ---'] },
  { name: '字段没有结束', wall: () => '---\nid: w90\n', says: ['没有结束的 ---'] },
];

describe('写错的墙，作者得到一句看得懂的话', () => {
  test('样例本身没有错', () => {
    expect(report(good)).toContain('内容没有错误');
  });

  test.each(cases)('$name', ({ wall, says }) => {
    const text = report(wall());
    expect(text).toContain(`content/${wallFile}`);
    for (const part of says) expect(text).toContain(part);
    expect(text).toMatch(/内容有 \d+ 处错误，网站没有生成/);
  });

  test('有几处错就列出几处，不是只说第一处', () => {
    const text = report(
      change('grade: 一类', 'grade: 特类').replace('to: w90-s03', 'to: w90-s33'),
    );
    expect(text).toContain('特类');
    const twice = report(change('id: w90-r02', 'id: w90-r01').replace('to: w90-s03', 'to: w90-s33'));
    expect(twice).toContain('w90-r01 重复');
    expect(twice).toContain('w90-s33 不存在');
  });

  test('复核过期只提醒，不挡住生成', () => {
    const text = report(
      change(/nextReviewDate: .*/, 'nextReviewDate: 2026-11-22').replace(
        /lastReviewDate: .*/,
        'lastReviewDate: 2025-11-22',
      ),
    );
    expect(text).toContain('复核已过期');
    expect(text).toContain('内容没有错误');
  });

  test('草稿不进网站，也不挡住生成', () => {
    const text = report(
      change('isDraft: false', 'isDraft: true').replace('xing-fa#397', 'xingfa#1'),
    );
    expect(text).toContain('内容没有错误');
  });

  test('文件名不合规矩', () => {
    expect(report(good, 'walls/中文名.mdx')).toContain('文件名不合规矩');
  });
});
