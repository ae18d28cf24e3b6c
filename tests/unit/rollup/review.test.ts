import { describe, expect, test } from 'vitest';
import type { Addition } from '../../../src/model/assessment/record.ts';
import { countHandIns } from '../../../src/model/rollup/counting.ts';
import {
  decide,
  decisionOf,
  reviewProgress,
  stateOf,
} from '../../../src/model/rollup/reviewDecisions.ts';
import { draftOf, similarRisks } from '../../../src/model/rollup/reviewDraft.ts';
import { groupedReasons, reviewSubjects } from '../../../src/model/rollup/reviewSubjects.ts';
import { totalsOf } from '../../../src/model/rollup/totals/totals.ts';
import { risksOfPost } from '../../../src/model/post/postScope.ts';
import { createRollup } from '../../../src/model/rollup/rollup.ts';
import { gradeEntries } from '../../../src/model/vocabulary.ts';
import { madeBureau, madeRollup } from '../../fixtures/rollup/madeBureau.ts';
import { smallIndex } from '../../fixtures/rollup/smallIndex.ts';
import { smallRegister } from '../../fixtures/rollup/smallRegister.ts';

const bureau = madeBureau({ people: 240, seed: 'review', index: smallIndex, answers: [8, 20] });
const rollup = madeRollup(bureau, smallIndex);
const totals = totalsOf(countHandIns(rollup), smallIndex, smallRegister.departments);
const subjects = reviewSubjects(totals, smallRegister);

/** Counted straight from what people wrote, by the ids that the subjects should have. */
function wantedVoices(): Map<string, number> {
  const wanted = new Map<string, number>();
  const add = (id: string) => wanted.set(id, (wanted.get(id) ?? 0) + 1);
  for (const { record } of bureau.people) {
    if (!record) continue;
    const handIn = rollup.handIns.find(({ id }) => id.startsWith(`assessment-${record.id}-`));
    const recordId = handIn?.id.replace('assessment-', '') ?? '';
    for (const { id } of record.additions) add(`add-${recordId}-${id}`);
    const own = new Set(risksOfPost(record.head.scope, smallIndex).map(({ id }) => id));
    for (const [riskId, answer] of Object.entries(record.answers)) {
      if (!own.has(riskId)) continue;
      const published = smallIndex.risks.find(({ id }) => id === riskId)?.grade;
      if (answer.state === '不适用') add(`na-${riskId}`);
      if (answer.grade && answer.grade !== published) {
        add(`grade-${riskId}-${gradeEntries[answer.grade].rank}`);
      }
    }
  }
  return wanted;
}

describe('要审核的', () => {
  test('每一条都在，人数和逐份数出来的一样', () => {
    const found = new Map(subjects.map(({ id, voices }) => [id, voices.length]));
    const wanted = wantedVoices();
    expect(wanted.size).toBeGreaterThan(40);
    expect([...found].sort()).toEqual([...wanted].sort());
  });

  test('编号不含文字：改了名称和理由，定的还在', () => {
    for (const { id } of subjects) expect(id).toMatch(/^[a-z0-9-]+$/);
  });

  test('墙上已经没有的风险点不再审', () => {
    const fewer = { ...smallRegister, rows: smallRegister.rows.slice(3) };
    const gone = smallRegister.rows.slice(0, 3).map(({ id }) => id);
    const left = reviewSubjects(totals, fewer);
    expect(left.some((one) => one.kind !== '自行补充' && gone.includes(one.risk.id))).toBe(false);
    expect(left.length).toBeLessThan(subjects.length);
  });

  test('同样的理由并成一条，写得最多的在前', () => {
    const voice = (text: string) => ({ personId: text, name: '', department: '', post: '', text });
    const grouped = groupedReasons([voice('甲'), voice(' 乙'), voice('乙 '), voice('')]);
    expect(grouped.map(({ text, voices }) => [text, voices.length])).toEqual([
      ['乙', 2],
      ['甲', 1],
      ['', 1],
    ]);
  });
});

describe('定', () => {
  const empty = createRollup('r', '2026年度', '云岭市林业局', 0);

  test('定了再写意见、换一步，先前的都在；改回未定也不丢意见', () => {
    let one = decide(empty, 'na-w01-r01', { outcome: '不采纳' }, 5);
    one = decide(one, 'na-w01-r01', { note: '和岗位职责不符' }, 6);
    one = decide(one, 'na-w01-r01', { stage: '领导小组审定' }, 7);
    expect(decisionOf(one, 'na-w01-r01')).toEqual({
      outcome: '不采纳',
      note: '和岗位职责不符',
      stage: '领导小组审定',
      at: 7,
    });
    const back = decide(one, 'na-w01-r01', { outcome: undefined }, 8);
    expect(stateOf(back, 'na-w01-r01')).toBe('未定');
    expect(decisionOf(back, 'na-w01-r01')?.note).toBe('和岗位职责不符');
    expect('outcome' in (decisionOf(back, 'na-w01-r01') ?? {})).toBe(false);
    expect(empty.decisions).toEqual({});
  });

  test('编号和对象自带的名字一样的，也只认定过的', () => {
    expect(stateOf(empty, 'constructor')).toBe('未定');
    expect(stateOf(empty, '__proto__')).toBe('未定');
  });

  test('定了几件，按意见分各几件', () => {
    const [a, b, c] = subjects.map(({ id }) => id);
    let some = decide(rollup, a ?? '', { outcome: '采纳' }, 1);
    some = decide(some, b ?? '', { outcome: '采纳' }, 1);
    some = decide(some, c ?? '', { outcome: '不采纳' }, 1);
    some = decide(some, 'na-不在清单里', { outcome: '不采纳' }, 1);
    expect(reviewProgress(some, subjects)).toEqual({
      byState: { 未定: subjects.length - 3, 采纳: 2, 并入已有风险点: 0, 不采纳: 1 },
      decided: 3,
      total: subjects.length,
    });
  });
});

describe('采纳的写成墙里的样子', () => {
  const addition: Addition = {
    id: 'a-0001',
    place: '临时占用林地审批 现场核查',
    title: ' 记录事后补写 ',
    manifestation: '核查人回来以后才照申请表补写记录。',
    category: '管理风险',
    grade: '二类',
    measure: '当天上传照片和记录',
    responsible: '甲',
    dueDate: '2026-12-31',
    at: 0,
  };
  const wallName = smallRegister.rows.find(({ wall }) => wall === 'w01')?.wallName ?? '';

  test('人写的原样放好，墙和步骤照“权力事项和环节”认，岗位照名册上的叫法认', () => {
    const draft = draftOf(
      { ...addition, place: `${wallName} 现场核查` },
      { department: '林地管理处', post: '林地处负责人' },
      smallRegister.rows,
      smallIndex.posts,
    );
    expect(draft).toMatchObject({
      wallId: 'w01',
      stepId: 'w01-s02',
      title: '记录事后补写',
      manifestation: addition.manifestation,
      department: '林地管理处',
      posts: ['处长'],
      postLevel: '中层',
      gradeReason: '',
      cause: '',
      penalties: [],
    });
    expect(draft.controls.map(({ by, text }) => by + text).join('')).toBe(addition.measure);
  });

  test('认不出的空着，不猜', () => {
    const draft = draftOf(
      { ...addition, place: '食堂' },
      { department: '不在名单里的处', post: '厨师' },
      smallRegister.rows,
      smallIndex.posts,
    );
    expect(draft).toMatchObject({ wallId: '', stepId: '', department: '', posts: [] });
  });

  test('照抄墙上的，相近的里第一个就是它', () => {
    for (const row of smallRegister.rows) {
      const [first] = similarRisks(row, smallRegister.rows);
      expect(first?.risk.id).toBe(row.id);
      expect(first?.similarity).toBe(1);
    }
  });
});
