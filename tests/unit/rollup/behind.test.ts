import { describe, expect, test } from 'vitest';
import { additionsBehind, foundRisks } from '../../../src/model/rollup/totals/additions.ts';
import { answerAt, answersBehind } from '../../../src/model/rollup/totals/answers.ts';
import { measuresBehind } from '../../../src/model/rollup/totals/measures.ts';
import { proposalsBehind } from '../../../src/model/rollup/totals/proposals.ts';
import { grades } from '../../../src/model/vocabulary.ts';
import { smallIndex as index } from '../../fixtures/rollup/smallIndex.ts';
import {
  counting,
  totals,
  today,
  type Said,
  said,
  isOpen,
} from '../../fixtures/rollup/totalsGround.ts';

describe('数字后面的清单', () => {
  const keys = (list: ReturnType<typeof answersBehind>) =>
    Array.from({ length: list.length }, (_, i) => {
      const listed = answerAt(totals, list.at(i));
      return `${listed?.person.id} ${listed?.risk.id}`;
    });
  const saidKeys = (isWanted: (one: Said) => boolean) =>
    said.filter(isWanted).map(({ personId, risk }) => `${personId} ${risk.id}`);

  test.each(totals.departments)('%s 的每一格：同样多行，同样的人和风险点', (department) => {
    for (const grade of grades) {
      for (const state of ['未落实', '部分落实'] as const) {
        const list = answersBehind(totals, { department, grade, states: [state] });
        expect(keys(list).sort()).toEqual(
          saidKeys(
            (one) =>
              one.department === department && one.risk.grade === grade && one.state === state,
          ).sort(),
        );
      }
    }
    const lacking = answersBehind(totals, {
      department,
      states: ['未落实', '部分落实'],
      lacksMeasure: true,
    });
    expect(keys(lacking).sort()).toEqual(
      saidKeys((one) => one.department === department && isOpen(one) && one.measure === '').sort(),
    );
  });

  test('清单里写的就是那个人对那条写的', () => {
    const list = answersBehind(totals, { states: ['不适用'] });
    expect(list.length).toBeGreaterThan(0);
    for (let i = 0; i < list.length; i += 1) {
      const listed = answerAt(totals, list.at(i));
      const own = counting.people.find(({ id }) => id === listed?.person.id);
      expect(listed?.answer).toBe(own?.assessment?.answers[listed?.risk.id ?? '']);
      expect(listed?.state).toBe('不适用');
    }
  });

  test('措施清单：逾期的在前，再按时限，没写时限的在最后', () => {
    const list = measuresBehind(totals, {}, today);
    const dates = Array.from(
      { length: list.length },
      (_, i) => answerAt(totals, list.at(i))?.answer.dueDate || '9999',
    );
    expect(dates).toEqual([...dates].sort());
    expect(keys(list).sort()).toEqual(saidKeys((one) => isOpen(one) && one.measure !== '').sort());
    const overdue = measuresBehind(totals, { due: '逾期' }, today);
    expect(keys(overdue).sort()).toEqual(
      saidKeys(
        (one) => isOpen(one) && one.measure !== '' && one.dueDate !== '' && one.dueDate < today,
      ).sort(),
    );
  });

  test('等级建议的清单按等级、按有没有理由', () => {
    for (const grade of grades) {
      expect(keys(proposalsBehind(totals, { grade })).sort()).toEqual(
        saidKeys(({ proposed }) => proposed === grade).sort(),
      );
    }
    expect(keys(proposalsBehind(totals, { hasReason: false })).sort()).toEqual(
      saidKeys(({ proposed, reason }) => proposed !== undefined && reason === '').sort(),
    );
  });

  test('自行补充照写的墙名归到墙，没写的另算', () => {
    const all = counting.people.flatMap(({ assessment }) => assessment?.additions ?? []);
    const [wall] = index.walls;
    expect(all.length).toBeGreaterThan(5);
    expect(foundRisks(totals)).toHaveLength(all.length);
    const named = all.filter(({ place }) => place.startsWith(wall?.name ?? '?')).length;
    expect(named).toBeGreaterThan(0);
    expect(additionsBehind(totals, { wall: wall?.id })).toHaveLength(named);
    expect(additionsBehind(totals, { wall: '-' })).toHaveLength(all.length - named);
  });
});
