import { describe, expect, test } from 'vitest';
import { filledScope } from '../../../src/model/post/postScope.ts';
import { countHandIns } from '../../../src/model/rollup/counting.ts';
import { figuresOf } from '../../../src/model/rollup/totals/figures.ts';
import { inapplicableShares } from '../../../src/model/rollup/totals/inapplicable.ts';
import { tallyStates } from '../../../src/model/rollup/totals/marks.ts';
import { measuresByDepartment } from '../../../src/model/rollup/totals/measures.ts';
import { proposedGrades } from '../../../src/model/rollup/totals/proposals.ts';
import { readAhead, strayCount, totalsOf } from '../../../src/model/rollup/totals/totals.ts';
import { categories, grades } from '../../../src/model/vocabulary.ts';
import { smallIndex as index } from '../../fixtures/rollup/smallIndex.ts';
import {
  rollup,
  counting,
  order,
  totals,
  today,
  said,
  countSaid,
  isOpen,
} from '../../fixtures/rollup/totalsGround.ts';

test('样例里各种作答都有，这些测试才数得出东西', () => {
  expect(counting.people.length).toBeGreaterThanOrEqual(300);
  for (const state of tallyStates) {
    expect(
      countSaid((one) => one.state === state),
      state,
    ).toBeGreaterThan(20);
  }
  expect(countSaid((one) => isOpen(one) && one.measure === '')).toBeGreaterThan(10);
  expect(
    countSaid((one) => isOpen(one) && one.measure !== '' && one.dueDate === ''),
  ).toBeGreaterThan(10);
  expect(countSaid((one) => one.proposed !== undefined && one.reason === '')).toBeGreaterThan(5);
  expect(strayCount(totals)).toBeGreaterThan(10);
});

describe('数字和另外数的一样', () => {
  test('处室 × 等级，每种落实情况', () => {
    const figures = figuresOf(totals, 'department', 'grade');
    totals.departments.forEach((department, row) => {
      grades.forEach((grade, column) => {
        for (const state of tallyStates) {
          expect(figures.of(row, column, [state]), `${department} ${grade} ${state}`).toBe(
            countSaid(
              (one) =>
                one.department === department && one.risk.grade === grade && one.state === state,
            ),
          );
        }
      });
    });
    expect([...totals.departments].sort()).toEqual(
      [...new Set(counting.people.flatMap((one) => (one.assessment ? one.department : [])))].sort(),
    );
  });

  test('墙 × 类别，每种落实情况', () => {
    const figures = figuresOf(totals, 'wall', 'category');
    index.walls.forEach(({ id }, row) => {
      categories.forEach((category, column) => {
        for (const state of tallyStates) {
          expect(figures.of(row, column, [state]), `${id} ${category} ${state}`).toBe(
            countSaid(
              ({ risk, state: own }) =>
                risk.wallId === id && risk.category === category && own === state,
            ),
          );
        }
      });
    });
  });

  test('每个风险点：说不适用的占判断的几成', () => {
    const shares = inapplicableShares(totals, 'risk');
    index.risks.forEach(({ id }, number) => {
      const own = said.filter(({ risk }) => risk.id === id);
      const judged = own.filter(({ state }) => state !== '没填' && state !== '待确认');
      const inapplicable = judged.filter(({ state }) => state === '不适用').length;
      expect(shares[number], id).toEqual({
        judged: judged.length,
        inapplicable,
        share: judged.length === 0 ? undefined : inapplicable / judged.length,
        isSuspect: judged.length >= 5 && inapplicable / judged.length >= 0.8,
      });
    });
  });

  test('整改措施：写了多少、逾期多少、没写时限多少', () => {
    const counts = measuresByDepartment(totals, today);
    totals.departments.forEach((department, row) => {
      const own = said.filter(
        (one) => one.department === department && isOpen(one) && one.measure !== '',
      );
      expect(counts[row], department).toEqual([
        own.filter(({ dueDate }) => dueDate !== '' && dueDate < today).length,
        own.filter(({ dueDate }) => dueDate >= today).length,
        own.filter(({ dueDate }) => dueDate === '').length,
      ]);
    });
  });

  test('等级建议：每个风险点、每个等级、写了理由的', () => {
    const found = proposedGrades(totals);
    expect(found.map(({ risk }) => index.risks[risk]?.id)).toEqual(
      index.risks
        .filter(({ id }) => said.some(({ risk, proposed }) => risk.id === id && proposed))
        .map(({ id }) => id),
    );
    for (const { risk, counts, reasons } of found) {
      const own = said.filter((one) => one.risk === index.risks[risk] && one.proposed);
      expect(counts).toEqual(
        grades.map((grade) => own.filter(({ proposed }) => proposed === grade).length),
      );
      expect(reasons).toBe(own.filter(({ reason }) => reason !== '').length);
    }
  });

  test('不在本人岗位里的、墙上没有的作答，一条也没有混进来', () => {
    const written = counting.people.reduce(
      (sum, { assessment }) => sum + Object.keys(assessment?.answers ?? {}).length,
      0,
    );
    const within = counting.people.reduce((sum, { id, assessment }) => {
      const own = said.filter(
        ({ personId, risk }) => personId === id && assessment?.answers[risk.id],
      );
      return sum + own.length;
    }, 0);
    expect(strayCount(totals)).toBe(written - within);
    expect(figuresOf(totals, 'all', 'all').of(0, 0, tallyStates)).toBe(said.length);
  });
});

test('几乎都说不适用的墙认得出来，判断太少的不认', () => {
  const [first, second] = index.risks;
  const [someone] = counting.people.flatMap(({ assessment }) => assessment ?? []);
  if (!first || !second || !someone) throw new Error('样例里没有');
  const crowd = Array.from({ length: 10 }, (_, i) => ({
    ...someone,
    id: `assessment-${i}`,
    name: `某${'甲乙丙丁戊己庚辛壬癸'.charAt(i)}`,
    scope: { posts: [], levels: [], departments: [], walls: [first.wallId] },
    answers: {
      [first.id]: { state: i < 8 ? ('不适用' as const) : ('已落实' as const) },
      ...(i < 4 && { [second.id]: { state: '不适用' as const } }),
    },
  }));
  const shares = inapplicableShares(
    totalsOf(countHandIns({ ...rollup, roster: [], handIns: crowd }), index, order),
    'risk',
  );
  expect(shares[0]).toMatchObject({ judged: 10, inapplicable: 8, isSuspect: true });
  expect(shares[1]).toMatchObject({ judged: 4, inapplicable: 4, isSuspect: false });
});

test('选的岗位没有风险点的人，数他看到的那些（放宽以后的）', () => {
  const [someone] = counting.people.flatMap(({ assessment }) => assessment ?? []);
  if (!someone) throw new Error('样例里没有');
  const scope = { posts: ['nowhere/nobody'], levels: [], departments: [], walls: [] };
  const { risks } = filledScope(scope, index);
  const [first] = risks;
  if (!first) throw new Error('样例里没有风险点');
  const one = { ...someone, scope, answers: { [first.id]: { state: '未落实' as const } } };
  const widened = totalsOf(countHandIns({ ...rollup, roster: [], handIns: [one] }), index, order);
  const figures = figuresOf(widened, 'all', 'all');
  expect(figures.of(0, 0, tallyStates)).toBe(risks.length);
  expect(figures.of(0, 0, ['未落实'])).toBe(1);
  expect(strayCount(widened)).toBe(0);
});

test('分几次读，和一次读完的总数一样；没读完就不说读完了', () => {
  const other = countHandIns({ ...rollup, handIns: rollup.handIns.map((one) => ({ ...one })) });
  const fresh = { ...index };
  let reads = 0;
  expect(readAhead(other, fresh, () => (reads += 1) > 50)).toBe(false);
  expect(reads).toBe(51);
  expect(readAhead(other, fresh, () => false)).toBe(true);
  expect(readAhead(other, fresh, () => true)).toBe(true);
  expect([...totalsOf(other, fresh, order).cube]).toEqual([...totals.cube]);
});
