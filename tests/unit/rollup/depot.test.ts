import { describe, expect, test } from 'vitest';
import { depotOf, memoryPlace, type DepotPlace } from '../../../src/model/kept/depot.ts';
import { rollupChanges, rollupKept } from '../../../src/model/rollup/rollupKept.ts';
import { createRollup, type Rollup } from '../../../src/model/rollup/rollup.ts';
import { randomFrom } from '../../../src/model/quiz/seed.ts';
import { madeBureau, madeRollup } from '../../fixtures/rollup/madeBureau.ts';
import { smallIndex } from '../../fixtures/rollup/smallIndex.ts';

const bureau = madeBureau({ people: 120, seed: 'depot', index: smallIndex });
const made: Rollup = {
  ...madeRollup(bureau, smallIndex),
  owners: { 'assessment-made000001': 'r-made1' },
  choices: { 'assessment.r-made1': 'assessment-made000001' },
  // What a subject is called is not for the depot to say: colons and percent signs come back too.
  decisions: { 'a:b%3A/w01-r07': { outcome: '采纳', note: '有道理', stage: '处室互查', at: 9 } },
};

const depotIn = (place: DepotPlace, now = () => 1_000) =>
  depotOf(() => place, rollupKept, { now, pause: () => Promise.resolve() });

const begun = (rollup: Rollup) => rollupChanges(createRollup(rollup.id, '', '', 0), rollup);

async function openIn(place: DepotPlace, id = made.id): Promise<Rollup> {
  const opened = await depotIn(place).open(id);
  if (opened.status !== 'present') throw new Error(opened.status);
  return opened.item;
}

const sorted = ({ handIns, ...rest }: Rollup) => ({
  ...rest,
  handIns: [...handIns].sort((a, b) => (a.id < b.id ? -1 : 1)),
});

describe('汇总的仓库', () => {
  test('存下再打开，一份不少、一字不差', async () => {
    const place = memoryPlace();
    await depotIn(place).write(made.id, begun(made));
    expect(sorted(await openIn(place))).toEqual(sorted(made));
    expect(await depotIn(place).list()).toEqual([made.id]);
  });

  test('两个标签页各定各的，谁也不冲掉谁', async () => {
    const place = memoryPlace();
    await depotIn(place).write(made.id, begun(made));
    const decide = (rollup: Rollup, id: string): Rollup => ({
      ...rollup,
      decisions: { ...rollup.decisions, [id]: { note: id, stage: '处室互查', at: 5 } },
    });
    for (let turn = 0; turn < 100; turn += 1) {
      const depot = depotIn(place);
      // Both have opened the same state: each knows nothing of the other's decision.
      await depot.write(made.id, rollupChanges(made, decide(made, `left-${turn}`)));
      await depot.write(made.id, rollupChanges(made, decide(made, `right-${turn}`)));
    }
    expect(Object.keys((await openIn(place)).decisions)).toHaveLength(
      200 + Object.keys(made.decisions).length,
    );
  });

  test('拿掉的一份真的没有了，别的都在', async () => {
    const place = memoryPlace();
    await depotIn(place).write(made.id, begun(made));
    const less = { ...made, handIns: made.handIns.slice(1) };
    await depotIn(place).write(made.id, rollupChanges(made, less));
    expect(sorted(await openIn(place)).handIns).toEqual(sorted(less).handIns);
  });

  test('坏了一个字只坏那一项，说得出是哪一项，别的一字不差（30 次）', async () => {
    const random = randomFrom('flip');
    for (let turn = 0; turn < 30; turn += 1) {
      const place = memoryPlace();
      await depotIn(place).write(made.id, begun(made));
      const keys = (await place.keys('')) ?? [];
      const key = keys[Math.floor(random() * keys.length)] ?? '';
      await place.update([key], (now) => {
        const text = now.get(key) ?? '';
        const at = Math.floor(random() * text.length);
        const other = String.fromCharCode(text.charCodeAt(at) ^ 1);
        return new Map([[key, text.slice(0, at) + other + text.slice(at + 1)]]);
      });
      const opened = await depotIn(place).open(made.id);
      if (opened.status !== 'present') throw new Error(opened.status);
      expect(opened.hurt.map((one) => one.key)).toEqual([key]);
      const others = Object.entries(rollupKept.partsOf(made)).filter(
        ([part]) => part !== key.split(':')[3],
      );
      expect(rollupKept.partsOf(opened.item)).toMatchObject(Object.fromEntries(others));
    }
  });

  test('更新的网站存的：打开不动它，写也不写', async () => {
    const place = memoryPlace();
    const newer = depotOf(
      () => place,
      { ...rollupKept, schema: 2, migrations: { 1: (_, data) => data } },
      { now: () => 1, pause: () => Promise.resolve() },
    );
    await newer.write(made.id, begun(made));
    const before = await place.page('', undefined, 9_999);
    expect((await depotIn(place).open(made.id)).status).toBe('newer');
    expect(await depotIn(place).write(made.id, { head: made.head })).toBe('newer');
    expect(await place.page('', undefined, 9_999)).toEqual(before);
  });

  test('时钟拨回去，后定的还是后定的', async () => {
    const place = memoryPlace();
    const write = (now: number, note: string) =>
      depotIn(place, () => now).write(made.id, { 'd.x': { note, stage: '公示', at: 1 } });
    await write(9_000, '先定的');
    const [[, early = ''] = []] = (await place.page('', undefined, 1)) ?? [];
    await write(100, '后定的');
    const [[key = '', late = ''] = []] = (await place.page('', undefined, 1)) ?? [];
    const at = (text: string) => parseInt(text.split('|')[1] ?? '', 36);
    expect(at(late)).toBeGreaterThan(at(early));
    // A file that was saved before the later decision does not bring the earlier one back.
    await depotIn(place).merge(made.id, new Map([[key.split(':')[3] ?? '', early]]));
    expect((await place.page('', undefined, 1))?.[0]?.[1]).toBe(late);
  });
});
