import { describe, expect, test } from 'vitest';
import { isJudged } from '../../../src/model/assessment/record.ts';
import { filledScope } from '../../../src/model/post/postScope.ts';
import { countHandIns } from '../../../src/model/rollup/counting.ts';
import { duePeople, dueRows, dueSum, type Asked } from '../../../src/model/rollup/missing.ts';
import { dueTable, missingTable, reminderText } from '../../../src/model/rollup/missingTexts.ts';
import type { Rollup } from '../../../src/model/rollup/rollup.ts';
import { tallyGround } from '../../../src/model/rollup/totals/ground.ts';
import { madeBureau, madeRollup } from '../../fixtures/rollup/madeBureau.ts';
import { smallIndex } from '../../fixtures/rollup/smallIndex.ts';

const bureau = madeBureau({
  people: 150,
  seed: 'missing',
  index: smallIndex,
  answers: [1, 60],
  assessmentShare: 0.7,
});
const rollup = madeRollup(bureau, smallIndex);
const occasion = { what: '自查', period: '2026年度', office: '纪检监察室' } as const;

function due(from: Rollup = rollup, what: Asked = '自查') {
  const steps = duePeople(countHandIns(from), what, tallyGround(smallIndex));
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('谁没交', () => {
  test('没交、没填完、交齐，和一个一个数的一样', () => {
    const people = due();
    expect(people.map(({ progress, left }) => [progress, left])).toEqual(
      bureau.people.map(({ record }) => {
        if (!record) return ['没交', 0];
        const { risks } = filledScope(record.head.scope, smallIndex);
        const left = risks.filter(({ id }) => !isJudged(record.answers[id])).length;
        return left > 0 ? ['没填完', left] : ['交齐', 0];
      }),
    );
    expect(new Set(people.map(({ progress }) => progress)).size).toBe(3);
  });

  test.each(['处室', '岗位'] as const)('按%s数，加起来就是全部', (by) => {
    const people = due();
    const rows = dueRows(people, by);
    const add = (of: 'due' | 'handedIn' | 'missing' | 'unfilled') =>
      rows.reduce((sum, row) => sum + row[of], 0);
    const sum = dueSum(people);
    expect([add('due'), add('handedIn'), add('missing'), add('unfilled')]).toEqual([
      sum.due,
      sum.handedIn,
      sum.missing,
      sum.unfilled,
    ]);
    expect(sum.due).toBe(bureau.people.length);
    expect(sum.handedIn + sum.missing).toBe(sum.due);
    expect(sum.missing).toBe(bureau.people.filter(({ record }) => !record).length);
    const table = dueTable(people, by, occasion);
    expect(table.rows).toHaveLength(rows.length + 1);
    expect(table.rows.every(({ cells }) => cells.length === table.columns.length)).toBe(true);
  });

  test('名单上正好是没交的和没填完的；交齐的人不在上面', () => {
    const table = missingTable(due(), occasion);
    const wanted = due().filter(({ progress }) => progress !== '交齐');
    expect(table.rows.map(({ id }) => id).sort()).toEqual(
      wanted.map(({ entry }) => entry.id).sort(),
    );
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(wanted.map((_, i) => i + 1));
  });

  test('催交的话只点这个处室的人', () => {
    const people = due();
    const [first] = people;
    const department = first?.entry.department ?? '';
    const text = reminderText(department, people, occasion);
    for (const { entry, progress } of people) {
      const isNamed = entry.department === department && progress !== '交齐';
      expect(text.includes(entry.name), entry.name).toBe(isNamed);
    }
    expect(text).toContain('纪检监察室');
  });

  test('有一份等着认人、可能是他的，催以前说一声', () => {
    const [person] = bureau.people.filter(({ record }) => record);
    if (!person) throw new Error('没有人交');
    const spaced = {
      ...rollup,
      handIns: rollup.handIns.map((one) =>
        one.name === person.name ? { ...one, name: Array.from(one.name).join(' ') } : one,
      ),
    };
    const [before, after] = [due(), due(spaced)].map((all) =>
      all.find(({ entry }) => entry.id === person.id),
    );
    expect(before?.progress).not.toBe('没交');
    expect(after).toMatchObject({ progress: '没交' });
    expect(after?.remark).toContain('等着认人');
  });

  test('测验没有人交，就一个也没有交', () => {
    const { due: all, missing } = dueSum(due(rollup, '测验'));
    expect(missing).toBe(all);
  });
});
