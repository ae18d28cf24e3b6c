import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/model/checks/checkContent.ts';
import { problemPage } from '../../../src/model/checks/problemPage.ts';
import type { ContentSet } from '../../../src/model/content/contentSet.ts';
import type { ReminderKind } from '../../../src/model/problem/reminderKinds.ts';
import { formatReport, remindersByKind, type Problem } from '../../../src/model/problem/problem.ts';
import {
  addQuiz,
  clean,
  control,
  question,
  risk,
  risksOf,
  sampleContent,
  today,
  wallOf,
  type Draft,
} from '../../fixtures/contentDraft.ts';

const remindersOn = (content: Draft) =>
  checkContent(content as ContentSet, today).filter(({ severity }) => severity === 'warning');

interface Seed {
  readonly name: string;
  readonly sow: (content: Draft) => void;
  readonly kind: ReminderKind;
  readonly file: string;
  readonly says: readonly string[];
}

const wallFile = 'content/walls/sample.mdx';
const seeds: readonly Seed[] = [
  {
    name: '复核过期一天',
    sow: (c) => (wallOf(c).data.nextReviewDate = '2026-11-24'),
    kind: '复核已过期',
    file: wallFile,
    says: ['2026-11-24'],
  },
  {
    name: '今天到复核期',
    sow: (c) => (wallOf(c).data.nextReviewDate = '2026-11-25'),
    kind: '快到复核日期',
    file: wallFile,
    says: ['2026-11-25'],
  },
  {
    name: '六十天后到复核期',
    sow: (c) => (wallOf(c).data.nextReviewDate = '2027-01-24'),
    kind: '快到复核日期',
    file: wallFile,
    says: ['2027-01-24'],
  },
  {
    name: '处室没有风险点',
    sow: (c) =>
      c.bureau.data.departments.push({
        id: 'petition-office',
        name: '信访办',
        isPresumed: false,
        group: '机关处室',
      }),
    kind: '处室和岗位没有风险点',
    file: 'content/bureau.yaml',
    says: ['信访办'],
  },
  ...(['领导', '中层', '普通'] as const).map((level, i) => ({
    name: `“${level}”没有风险点`,
    sow: (c: Draft) =>
      risksOf(c)
        .filter(({ postLevel }) => postLevel === level)
        .forEach((one) => (one.postLevel = (['中层', '普通', '领导'] as const)[i] ?? level)),
    kind: '处室和岗位没有风险点' as const,
    file: wallFile,
    says: [`“${level}”这一级`],
  })),
  {
    name: '处室名写错一个字',
    sow: (c) => {
      c.bureau.data.departments.push({
        id: 'expropriation-office',
        name: '征地事务所',
        isPresumed: false,
        group: '外单位',
      });
      control(c, 3).by = '征地事务处';
    },
    kind: '措施由谁来做查不到',
    file: wallFile,
    says: ['征地事务处', '征地事务所', '只差一个字'],
  },
  {
    name: '执行人不知道是谁',
    sow: (c) => {
      control(c, 3).by = '有关人员';
      control(c, 4).by = '有关人员';
    },
    kind: '措施由谁来做查不到',
    file: wallFile,
    says: ['1 个执行人', '有关人员'],
  },
  {
    name: '两条表现形式换了几个词',
    sow: (c) => {
      risk(c, 0).manifestation = '窗口人员把迟到的材料按昨天收件登记，让熟人排到前面先办。';
      risk(c, 9).manifestation = '窗口人员把迟到的材料按前天收件登记，让亲戚排到前面先办。';
    },
    kind: '文字雷同',
    file: wallFile,
    says: ['表现形式', 'w90-r10', 'w90-r01'],
  },
  {
    name: '两条措施换了几个词',
    sow: (c) => {
      control(c, 1).text = '每月抽一成案卷，核对签收单上的名字和账户';
      control(c, 5).text = '每季抽两成案卷，核对签收单上的名字和账户';
    },
    kind: '文字雷同',
    file: wallFile,
    says: ['措施', 'w90-r06', 'w90-r02'],
  },
  {
    name: '一条措施用了四次',
    sow: (c) => [0, 1, 2, 3].forEach((i) => (control(c, i).text = '核对原件以后在复印件上签字')),
    kind: '文字雷同',
    file: wallFile,
    says: ['套话'],
  },
  {
    name: '法律没有引用',
    sow: (c) => {
      const law = structuredClone(c.laws[0]) as Draft['laws'][number];
      c.laws.push({ ...law, file: 'content/laws/new-law.yaml', name: 'new-law' });
    },
    kind: '法条没有引用',
    file: 'content/laws/new-law.yaml',
    says: ['没有哪面墙'],
  },
  {
    name: '要点没有引用',
    sow: (c) => {
      const law = c.laws.find(({ name }) => name === 'xing-fa');
      if (law) law.data.articles['382'] = '样例：这一条没有人引用';
    },
    kind: '法条没有引用',
    file: 'content/laws/xing-fa.yaml',
    says: ['第三百八十二条'],
  },
  {
    name: '转出提到一面墙却没有连',
    sow: (c) => {
      const other = structuredClone(wallOf(c));
      other.file = 'content/walls/other.mdx';
      const renamed = JSON.stringify(other.data).replaceAll('w90', 'w91');
      other.data = { ...JSON.parse(renamed), powerItem: '其他事项办理' };
      other.data.steps
        .flatMap((step) => step.risks)
        .forEach((one, i) => {
          one.manifestation = Array.from({ length: 24 }, (_, k) =>
            String.fromCharCode(0x9000 + i * 40 + k),
          ).join('');
          for (const each of one.controls) each.text = one.manifestation.slice(0, 12);
        });
      other.data.exits = [];
      other.data.steps.forEach((step) => {
        step.next = step.next.filter(({ to }) => !to.includes('-x'));
      });
      c.walls.push(other);
      const exit = wallOf(c).data.exits[0];
      if (exit) Object.assign(exit, { kind: '转出', note: '转到其他事项办理，书面告知' });
    },
    kind: '出口没有接上',
    file: wallFile,
    says: ['其他事项办理', '没有写转到哪一面墙'],
  },
  {
    name: '转到还没有编的墙',
    sow: (c) => {
      const exit = wallOf(c).data.exits[0];
      if (exit) Object.assign(exit, { kind: '转出', wall: 'w77' });
    },
    kind: '出口没有接上',
    file: wallFile,
    says: ['w77', '还没有编'],
  },
  {
    name: '少了一级岗位的承诺书',
    sow: (c) => (c.letters = c.letters.filter(({ data }) => data.postLevel !== '中层')),
    kind: '承诺书缺口',
    file: 'content/letters/leader.yaml',
    says: ['“中层”'],
  },
];

describe('提醒不漏也不误', () => {
  test('没有毛病的内容，一条也不提醒', () => {
    expect(checkContent(clean() as ContentSet, today)).toEqual([]);
  });

  test.each(seeds)('$name', ({ sow, kind, file, says }) => {
    const content = clean();
    sow(content);
    const found = remindersOn(content);
    expect(found.map((one) => [one.kind, one.file, one.problem])).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind, file });
    for (const words of says) expect(found[0]?.problem).toContain(words);
    expect(found[0]?.remedy).not.toBe('');
  });

  test.each<readonly [string, readonly unknown[], readonly string[]]>([
    [
      '题数不够',
      Array.from({ length: 9 }, (_, i) => question(i, '单选', 'w90-r01')),
      ['只有 9 题'],
    ],
    [
      '缺题型、一类风险没有题',
      Array.from({ length: 12 }, (_, i) => question(i, '单选', 'w90-r02')),
      ['题型缺多选、判断、排序、配对、案例', '个一类风险里有'],
    ],
    [
      '缺难度和岗位层级',
      Array.from({ length: 12 }, (_, i) => ({
        ...question(i, '单选', 'w90-r01'),
        difficulty: '易',
        postLevels: ['普通'],
      })),
      ['难度缺中、难', '没有适合领导、中层的题'],
    ],
  ])('题库：%s', (_, questions, says) => {
    const content = clean();
    addQuiz(content, questions);
    const found = remindersOn(content).filter(({ kind }) => kind === '题库缺口');
    const text = found.map(({ problem }) => problem).join('\n');
    for (const words of says) expect(text).toContain(words);
    // A wall's gaps are one summary, not a line for each risk.
    expect(found.length).toBeLessThanOrEqual(2);
  });
});

describe('提醒看得清、找得到', () => {
  const many = Array.from({ length: 8 }, (_, i): Problem => ({
    severity: 'warning',
    kind: '法条没有引用',
    file: wallFile,
    path: [],
    line: i + 1,
    problem: `第${i}条`,
    remedy: '删掉',
  }));

  test('终端里按种类归并，长的截短并说明去哪里看全', () => {
    const report = formatReport(many);
    expect(report).toContain('提醒｜法条没有引用（8 条）');
    expect(report).toContain('还有 5 条，见 /guide/check/');
    expect(report).not.toContain('第7条');
    expect(formatReport(many, Infinity)).toContain('第7条');
  });

  test('每条提醒都在某一组里，没写种类的归“其他”', () => {
    const plain: Problem = { ...(many[0] as Problem), kind: undefined };
    const groups = remindersByKind([...many, plain]);
    expect(groups.map(({ kind, reminders }) => [kind, reminders.length])).toEqual([
      ['法条没有引用', 8],
      ['其他', 1],
    ]);
  });

  test('提醒指到页面上的那一处', () => {
    const content = sampleContent;
    const at = (file: string, path: Problem['path']) =>
      problemPage({ ...(many[0] as Problem), file, path }, content)?.path;
    expect(at(wallFile, ['steps', 0, 'risks', 1, 'cause'])).toBe('walls/sample/#risk-w90-r02');
    expect(at(wallFile, ['steps', 2])).toBe('walls/sample/#step-w90-s03');
    expect(at(wallFile, ['nextReviewDate'])).toBe('walls/sample/');
    expect(at('content/laws/xing-fa.yaml', ['articles', '397'])).toBe('laws/xing-fa/#article-397');
    expect(at('content/bureau.yaml', [])).toBeUndefined();
  });
});
