import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { formatReport } from '../../src/model/problem/problem.ts';
import { readContent } from '../../src/source/readContent.ts';

const fixture = 'tests/fixtures/content';
const wallFile = 'walls/sample.mdx';
const good = readFileSync(join(fixture, wallFile), 'utf8');
const lineOf = (text: string) => good.slice(0, good.indexOf(text)).split('\n').length;

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The errors in the fixture content when the bureau asks for this of its walls. */
function errors(standards: string, change: (wall: string) => string = (wall) => wall): string {
  folder = mkdtempSync(join(tmpdir(), 'standards-'));
  cpSync(fixture, folder, { recursive: true });
  const bureau = readFileSync(join(fixture, 'bureau.yaml'), 'utf8');
  writeFileSync(join(folder, 'bureau.yaml'), `${bureau}wallStandards:\n  ${standards}\n`);
  writeFileSync(join(folder, wallFile), change(good));
  const { problems } = readContent(folder, '2026-11-23');
  return formatReport(problems.filter(({ severity }) => severity === 'error'));
}

const replace = (from: string | RegExp, to: string) => (wall: string) => {
  const changed = wall.replace(from, to);
  if (changed === wall) throw new Error(`样例里没有 ${String(from)}`);
  return changed;
};

interface Case {
  readonly name: string;
  /** What the sample wall still satisfies. */
  readonly met: string;
  /** What it does not, as it is or after the change. */
  readonly asked: string;
  readonly change?: (wall: string) => string;
  readonly says: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: '步数不够',
    met: 'stepsMin: 12',
    asked: 'stepsMin: 13',
    says: ['只有 12 步，本单位要求至少 13 步', '分开写', `第 ${lineOf('- id: w90-s01')} 行`],
  },
  {
    name: '步数太多',
    met: 'stepsMax: 12',
    asked: 'stepsMax: 11',
    says: [
      '有 12 步，本单位要求至多 11 步',
      '分成两面墙',
      `第 ${lineOf('id: w90-s12')} 行，steps 第 12 项`,
    ],
  },
  {
    name: '风险点不够',
    met: 'risksMin: 27',
    asked: 'risksMin: 28',
    says: ['只有 27 个风险点，本单位要求至少 28 个风险点', '再排查'],
  },
  {
    name: '分支不够',
    met: 'branchesMin: 6',
    asked: 'branchesMin: 7',
    says: ['只有 6 步有分支，本单位要求至少 7 步有分支', 'question'],
  },
  {
    name: '没有退回',
    met: 'returnsMin: 1',
    asked: 'returnsMin: 20',
    says: ['处退回前面的步骤，本单位要求至少 20 处退回前面的步骤', '写回前面那一步'],
  },
  {
    name: '出口不够',
    met: 'exitsMin: 3',
    asked: 'exitsMin: 4',
    says: ['只有 3 个出口，本单位要求至少 4 个出口', `第 ${lineOf('- id: w90-x01')} 行，exits`],
  },
  {
    name: '少一类风险',
    met: 'needsEveryCategory: true',
    asked: 'needsEveryCategory: true',
    change: (wall) => wall.replaceAll('category: 环境风险', 'category: 政策风险'),
    says: ['没有“环境风险”的风险点', '按“环境风险”再排查一遍'],
  },
  {
    name: '少一个等级',
    met: 'needsEveryGrade: true',
    asked: 'needsEveryGrade: true',
    change: (wall) => wall.replaceAll('grade: 三类', 'grade: 二类'),
    says: ['没有“三类”的风险点'],
  },
  {
    name: '少一级岗位',
    met: 'needsEveryPostLevel: true',
    asked: 'needsEveryPostLevel: true',
    change: (wall) => wall.replaceAll('postLevel: 领导', 'postLevel: 中层'),
    says: ['没有“领导”岗位的风险点'],
  },
  {
    name: '少事前、事后的措施',
    met: 'needsEveryPhase: false',
    asked: 'needsEveryPhase: true',
    says: ['“第2号样例风险”没有事前、事后的措施', '补上事前、事后各一条', 'controls'],
  },
  {
    name: '文字雷同',
    met: 'alikePercentMax: 100',
    asked: 'alikePercentMax: 60',
    says: ['w90-r02 的表现形式', '相似', '，本单位要求至多 60%', '各自的做法'],
  },
];

describe('没有达到本单位要求的墙，检查内容时就拦下，不等到测试', () => {
  test.each(cases)('$name', ({ met, asked, change, says }) => {
    expect(errors(met)).toContain('内容没有错误');
    const text = errors(asked, change);
    expect(text).toContain(`错误｜content/${wallFile}`);
    for (const part of says) expect(text).toContain(part);
    expect(text).toContain('网站没有生成');
  });

  test('每一条都说得出要求写在哪里', () => {
    expect(errors('stepsMin: 13\n  needsEveryPhase: true')).toContain(
      '这一条要求写在 content/bureau.yaml 的 wallStandards 里',
    );
  });

  test('一个字不差的两条措施也算雷同，不因为一样就放过', () => {
    const [first = '', second = ''] = good.match(/text: 第\d+号样例：复核人.*/g) ?? [];
    const text = errors('alikePercentMax: 100', replace(second, first));
    expect(text).toContain('内容没有错误');
    expect(errors('alikePercentMax: 99', replace(second, first))).toContain('相似 100%');
  });

  test('要求本身写反了，指着它说', () => {
    expect(errors('stepsMin: 9\n  stepsMax: 3')).toContain('stepsMin 比 stepsMax 还大');
  });

  test('单位不提要求，三步的墙也能生成', () => {
    const { content, problems } = readContent('tests/fixtures/second-bureau', '2026-12-01');
    expect(content?.bureau.data.wallStandards).toBeUndefined();
    expect(content?.walls.some(({ data }) => data.steps.length < 8)).toBe(true);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('草稿不受要求管', () => {
    const draft = replace('isDraft: false', 'isDraft: true');
    expect(errors('stepsMin: 13', draft)).toContain('内容没有错误');
  });
});

describe('说明页', () => {
  test('标题和导航里的叫法不一样，检查内容时就说', () => {
    folder = mkdtempSync(join(tmpdir(), 'pages-'));
    cpSync(fixture, folder, { recursive: true });
    mkdirSync(join(folder, 'pages'));
    const about = '---\ntitle: 关于\nsummary: 一句话说明。\n---\n\n正文。\n';
    writeFileSync(join(folder, 'pages/about.mdx'), about);
    const text = formatReport(readContent(folder, '2026-11-23').problems);
    expect(text).toContain('content/pages/about.mdx 第 2 行，title');
    expect(text).toContain('标题写的是“关于”，导航和当前位置里叫“关于本站”');
  });
});
