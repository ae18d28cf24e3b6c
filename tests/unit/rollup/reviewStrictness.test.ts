import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContentSet } from '../../../src/model/content/contentSet.ts';
import type { AdoptedRisk } from '../../../src/model/rollup/decision.ts';
import {
  adoptionLacks,
  lackingFields,
  laterWork,
  type AdoptedGrade,
  type ReviewContext,
} from '../../../src/model/rollup/reviewFaults.ts';
import { reviewWorkbook } from '../../../src/model/rollup/reviewWorkbook.ts';
import { createRollup } from '../../../src/model/rollup/rollup.ts';
import { planImport } from '../../../src/source/importWorkbook.ts';
import { readContent } from '../../../src/source/readContent.ts';
import { contextOf, wholeFind } from '../../fixtures/rollup/adoptions.ts';
import { secondContent } from '../../fixtures/secondBureau.ts';

const today = '2026-12-01';

let root: string;
let content: ContentSet;
let context: ReviewContext;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'review-'));
  cpSync(secondContent, root, { recursive: true });
  const bureau = join(root, 'bureau.yaml');
  writeFileSync(
    bureau,
    `${readFileSync(bureau, 'utf8')}\nguardPercentMax: 60\nwallStandards: { needsEveryPostLevel: true, needsEveryGrade: true, alikePercentMax: 60 }\n`,
  );
  const read = readContent(root, today);
  const errors = read.problems.filter(({ severity }) => severity === 'error');
  if (!read.content || errors.length > 0) throw new Error(JSON.stringify(errors));
  content = read.content;
  context = contextOf(content);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const rollup = createRollup('strictness', '2026年度', '云岭市林业局', 0);

/** What the import makes of a workbook that holds these, whether they are complete or not. */
function imported(risks: readonly AdoptedRisk[], grades: readonly AdoptedGrade[] = []) {
  const finds = risks.map((risk, i) => ({ subjectId: `add-x-${i}`, risk }));
  const plan = { adopted: { finds, grades }, lacks: new Map(), later: [] };
  const sheets = reviewWorkbook(rollup, [], plan, context).map(({ name, head, rows }) => ({
    sheet: name,
    rows: [head, ...rows],
  }));
  return planImport(sheets, content, { root, today, withDeletions: false });
}

const change = (values: Partial<AdoptedRisk>): AdoptedRisk => ({ ...wholeFind, ...values });
const control = (i: number, values: Partial<AdoptedRisk['controls'][number]>) =>
  change({
    controls: wholeFind.controls.map((one, k) => (k === i ? { ...one, ...values } : one)),
  });

const leader = {
  postLevel: '领导' as const,
  department: '领导班子',
  posts: ['分管成员'],
};
const gravest = {
  grade: '一类' as const,
  gradeReason: '收钱放行，造成林地损失，够得上受贿',
  manifestation: '核查人收下申请人两万元，没有上山就拿旧照片交差，让不该批的林地过了关。',
  penalties: ['xing-fa#385'],
};

/** Each with the field at which the form tells it; none where the import takes it. */
const cases: readonly (readonly [name: string, risk: () => AdoptedRisk, field?: string])[] = [
  ['写齐的', () => wholeFind],
  ['没有监测指标的', () => change({ monitor: '' })],
  ['只有一条措施的', () => change({ controls: wholeFind.controls.slice(0, 1) })],
  [
    '几处换行、空格和全角数字',
    () => change({ cause: ' 平台只收照片，\n不看照片里写着的１个时间 ' }),
  ],
  ['名称空着', () => change({ title: ' ' }), 'title'],
  ['名称三个字', () => change({ title: '旧照片' }), 'title'],
  ['名称十三个字', () => change({ title: '核查的时候照片用旧的来顶' + '替' }), 'title'],
  ['名称里有行话', () => change({ title: '戴帽子核查' }), 'title'],
  ['名称和墙上的一样', () => change({ title: '不到现场写记录' }), 'title'],
  ['名称和后面一步的一样', () => change({ title: '会前定调' }), 'whole'],
  ['名称和别的墙的一样', () => change({ title: '苗木以次充好' })],
  ['表现形式太短', () => change({ manifestation: '拿旧照片交差。' }), 'manifestation'],
  ['表现形式太长', () => change({ manifestation: '旧'.repeat(111) }), 'manifestation'],
  ['表现形式一百一十个字', () => change({ manifestation: '旧'.repeat(110) })],
  [
    '表现形式照抄墙上的',
    () => change({ manifestation: '核查人嫌山路远，坐在站里照申请表抄一份记录，附上去年的照片。' }),
    'manifestation',
  ],
  [
    '表现形式里有尖括号',
    () => change({ manifestation: `<b>${wholeFind.manifestation}` }),
    'manifestation',
  ],
  [
    '表现形式里有看不见的字',
    () => change({ manifestation: `${wholeFind.manifestation}\u200e` }),
    'manifestation',
  ],
  ['定级理由空着', () => change({ gradeReason: '' }), 'gradeReason'],
  [
    '定级理由说查到什么',
    () => change({ gradeReason: '没有查到收钱，只是弄虚作假' }),
    'gradeReason',
  ],
  [
    '写了四十万元，没有交代三十万元的线',
    () =>
      change({ manifestation: '核查人拿旧照片交差，让不该批的林地过了关，恢复费少交四十万元。' }),
    'gradeReason',
  ],
  ['三类引政务处分法', () => change({ grade: '三类' }), 'penalties'],
  [
    '三类写送烟酒',
    () => change({ grade: '三类', penalties: ['xingzheng-xuke-fa#72'], title: '烟酒换照片' }),
    'grade',
  ],
  ['一类没有刑法', () => change({ grade: '一类' }), 'penalties'],
  ['一类引了刑法', () => change(gravest)],
  [
    '一类事前事中没有第二个人',
    () =>
      change({
        ...gravest,
        controls: wholeFind.controls.map((one) =>
          one.phase === '事后' ? one : { ...one, by: '林业工作站' },
        ),
      }),
    'controls',
  ],
  [
    '挪用没有引那一条',
    () =>
      change({
        ...gravest,
        title: '挪用恢复费',
        manifestation: '核查人挪用代收的恢复费两万元给亲戚做生意，过了年才一点一点还回来。',
      }),
    'penalties',
  ],
  ['处室空着', () => change({ department: '' }), 'department'],
  ['处室不在名单里', () => change({ department: '林业工作分站' }), 'department'],
  ['岗位空着', () => change({ posts: [] }), 'posts'],
  ['岗位四个', () => change({ posts: ['核查人', '站长', '护林员', '统计员'] }), 'posts'],
  ['岗位不在目录里', () => change({ posts: ['登山员'] }), 'posts'],
  ['岗位写了两次', () => change({ posts: ['核查人', '核查人'] }), 'posts'],
  ['岗位层级对不上', () => change({ postLevel: '中层' }), 'posts'],
  ['原因太短', () => change({ cause: '没人看' }), 'cause'],
  ['没有措施', () => change({ controls: [] }), 'controls'],
  ['措施没写谁来做', () => control(1, { by: '' }), 'control-1-by'],
  ['措施只写了谁', () => control(1, { text: '' }), 'control-1-text'],
  ['措施太短', () => control(1, { text: '抽查照片' }), 'control-1-text'],
  ['措施只是口号', () => control(1, { text: '加强现场核查照片的管理' }), 'control-1-text'],
  ['措施由出风险的处室做', () => control(1, { by: '林业工作站' }), 'control-1-by'],
  ['措施由出风险的岗位做', () => control(1, { by: '林业工作站核查人' }), 'control-1-by'],
  [
    '措施照做就违法',
    () => control(1, { text: '实施许可核查的时候向申请人收费' }),
    'control-1-text',
  ],
  ['措施照抄墙上的', () => control(1, { text: '照片不带当天坐标的，平台不收' }), 'control-1-text'],
  ['两条措施一样', () => control(1, { text: wholeFind.controls[0]?.text ?? '' }), 'control-1-text'],
  [
    '措施里有花括号',
    () => control(2, { text: '每月{随机}挑五件，叫核查人当面打开' }),
    'control-2-text',
  ],
  ['惩处依据空着', () => change({ penalties: [] })],
  ['惩处依据写成中文', () => change({ penalties: ['政务处分法第三十九条'] }), 'penalties'],
  ['惩处依据引了没有的法律', () => change({ penalties: ['gongwuyuan-fa#59'] }), 'penalties'],
  ['惩处依据引了没有的条', () => change({ penalties: ['zhengwu-chufen-fa#90'] }), 'penalties'],
  ['惩处依据引了没有罚则的条', () => change({ penalties: ['xingzheng-xuke-fa#34'] }), 'penalties'],
  ['预警信号空着', () => change({ warningSign: '' }), 'warningSign'],
  ['监测指标太短', () => change({ monitor: '张数' }), 'monitor'],
  ['没有选步骤', () => change({ stepId: '' }), 'stepId'],
  ['步骤是别的墙的', () => change({ stepId: 'w02-s01' }), 'stepId'],
  [
    '领导的，没有人挡得住',
    () => change({ ...leader, penalties: ['zhengwu-chufen-fa#30'] }),
    'controls',
  ],
  [
    '领导的，机关纪委挡在前面',
    () =>
      change({
        ...leader,
        penalties: ['zhengwu-chufen-fa#30'],
        controls: wholeFind.controls.map((one) => ({ ...one, by: '机关纪委' })),
      }),
  ],
];

describe('页面说写齐了的，导入就收；页面说缺的，导入就不收', () => {
  test.each(cases.map(([name, make, field]) => ({ name, make, field })))(
    '$name',
    ({ make, field }) => {
      const risk = make();
      const lacks = lackingFields(risk, context);
      const plan = imported([risk]);
      expect(
        lacks.length > 0,
        `页面：${JSON.stringify(lacks)}；导入：${plan.faults.join('\n')}`,
      ).toBe(plan.faults.length > 0);
      expect(plan.faults.length > 0).toBe(field !== undefined);
      if (field === undefined) expect(plan.files.size).toBe(1);
      else expect(lacks.map((one) => one.field)).toContain(field);
      for (const { text } of lacks) expect(text).not.toMatch(/w\d+-r9\d\d|undefined|postLevel/);
    },
  );

  test.each([
    ['里有冒号', '林地：管理处'],
    ['前面有序号', '1. 林地管理处'],
  ])('由谁来做%s，导入会读成别的，页面先说', (_, by) => {
    const risk = control(1, { by });
    expect(imported([risk]).walls[0]?.additions[0]?.risk.controls[1]?.by).not.toBe(by);
    expect(lackingFields(risk, context).map(({ field }) => field)).toEqual(['control-1-by']);
  });

  test('没有选墙，页面说缺', () => {
    expect(
      lackingFields(change({ wallId: '', stepId: '' }), context).map(({ field }) => field),
    ).toContain('wallId');
  });

  test('各自写齐、放在一起就重的，页面也说', () => {
    const finds = [wholeFind, wholeFind].map((risk, i) => ({ subjectId: `add-${i}`, risk }));
    expect(imported([wholeFind, wholeFind]).faults.length).toBeGreaterThan(0);
    const lacks = adoptionLacks({ finds, grades: [] }, context);
    expect([...lacks.keys()]).toEqual(['add-1']);
    expect(lacks.get('add-1')?.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['title', 'manifestation']),
    );
  });

  test('一类要有承诺回答的，导入照收，两边都说写回以后还要补什么', () => {
    const risk = change({
      ...gravest,
      title: '签批前收钱',
      manifestation: '处长收下申请人两万元，没有看核查记录就在受理意见上签字同意。',
      postLevel: '中层',
      department: '林地管理处',
      posts: ['处长'],
      controls: wholeFind.controls.map((one) => ({ ...one, by: '林业工作站' })),
    });
    expect(lackingFields(risk, context)).toEqual([]);
    const { faults, notes, files } = imported([risk]);
    expect([faults, files.size]).toEqual([[], 1]);
    expect(notes.join()).toContain('写回以后还要改');
    expect(notes.join()).toContain('letters/pledges/forest-land.yaml');
    const [later] = laterWork({ finds: [{ subjectId: 'x', risk }], grades: [] }, context);
    expect(later).toContain('letters/pledges/forest-land.yaml');
    expect(later).toContain('处长');
  });
});

describe('改等级', () => {
  const grade = (values: Partial<AdoptedGrade>): AdoptedGrade => ({
    subjectId: 'grade',
    riskId: 'w01-r04',
    grade: '三类',
    gradeReason: '抄记录不负责，属于作风问题',
    penalties: ['xingzheng-xuke-fa#72'],
    ...values,
  });
  const gradeCases: readonly (readonly [string, AdoptedGrade, string?])[] = [
    ['理由和依据都写齐的', grade({})],
    ['没有理由', grade({ gradeReason: ' ' }), 'gradeReason'],
    ['降为三类还引政务处分法', grade({ penalties: undefined }), 'penalties'],
    ['升为一类没有刑法', grade({ grade: '一类', penalties: undefined }), 'penalties'],
    [
      '升为一类，引了刑法',
      grade({
        grade: '一类',
        gradeReason: '收钱造假让林地受损，够得上滥用职权',
        penalties: ['xing-fa#397'],
      }),
    ],
    ['依据写成中文', grade({ penalties: ['许可法第七十二条'] }), 'penalties'],
    [
      '改的是墙上仅有的一个三类',
      grade({ riskId: 'w03-r02', grade: '二类', penalties: undefined }),
      'whole',
    ],
  ];
  test.each(gradeCases.map(([name, one, field]) => ({ name, one, field })))(
    '$name',
    ({ one, field }) => {
      const lacks = adoptionLacks({ finds: [], grades: [one] }, context).get('grade') ?? [];
      const plan = imported([], [one]);
      expect(
        lacks.length > 0,
        `页面：${JSON.stringify(lacks)}；导入：${plan.faults.join('\n')}`,
      ).toBe(plan.faults.length > 0);
      if (field === undefined) {
        expect(plan.walls[0]?.edits.map(({ before, after }) => [before.id, after.grade])).toEqual([
          [one.riskId, one.grade],
        ]);
      } else {
        expect(lacks.map((lack) => lack.field)).toContain(field);
      }
    },
  );

  test('同一个风险点不能采纳两个等级', () => {
    const lacks = adoptionLacks(
      { finds: [], grades: [grade({}), grade({ subjectId: 'other', grade: '二类' })] },
      context,
    );
    expect(lacks.get('other')?.map(({ field }) => field)).toContain('grade');
  });
});
