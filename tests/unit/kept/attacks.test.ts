import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../src/model/kept/checkCode.ts';
import { keyOf, parseKey } from '../../../src/model/kept/envelope.ts';
import type { Parts } from '../../../src/model/kept/kind.ts';
import { memoryShelf, type Shelf } from '../../../src/model/kept/shelf.ts';
import { keptSamples, type KeptSample } from '../../fixtures/keptSamples.ts';
import {
  contentOf,
  memoryCopy,
  openedPage,
  refusingShelf,
  seededNumbers,
  shelfWith,
} from '../../fixtures/keptStore.ts';

const attacks = 1_000;
/** A loaded machine takes several times as long as a quiet one. */
const attackTimeoutMs = 120_000;
const named = keptSamples.map((sample) => [sample.kind.name, sample] as const);

/** A browser that holds the sample, on the shelf and in the copy. */
async function browserWith({ kind, id, item }: KeptSample) {
  const shelf = memoryShelf();
  const copy = memoryCopy();
  await openedPage(shelf, copy, () => 20_000)
    .of(kind)
    .save(id, undefined, item).settled;
  return { shelf, copy };
}

/** The elements of what a freshly opened page shows. */
function shownParts(shelf: Shelf, { kind, id }: KeptSample): Parts {
  const opened = openedPage(shelf, undefined).of(kind).open(id);
  return opened.status === 'present' ? kind.partsOf(opened.item) : {};
}

const same = (a: unknown, b: unknown) => a === b || canonicalJson(a) === canonicalJson(b);

/** One character of one stored text becomes another one. */
function flipOne(content: Map<string, string>, random: () => number): string {
  const keys = [...content.keys()];
  const total = keys.reduce((sum, key) => sum + (content.get(key)?.length ?? 0), 0);
  let place = Math.floor(random() * total);
  const key = keys.find((one) => {
    const { length } = content.get(one) ?? '';
    if (place < length) return true;
    place -= length;
    return false;
  });
  if (key === undefined) throw new Error('没有存东西');
  const text = content.get(key) ?? '';
  const code = text.charCodeAt(place) ^ (1 << Math.floor(random() * 7));
  content.set(key, text.slice(0, place) + String.fromCharCode(code) + text.slice(place + 1));
  return key;
}

describe.each(named)('存着的数据坏了一个字：%s', (_, sample) => {
  test(
    `没有备份也只坏那一项：别的都在，坏的说得出来、另外存着（${attacks} 次）`,
    { timeout: attackTimeoutMs },
    async () => {
      const { shelf } = await browserWith(sample);
      const whole = contentOf(shelf);
      const before = shownParts(shelf, sample);
      const random = seededNumbers(20261128);
      let lost = 0;
      for (let i = 0; i < attacks; i += 1) {
        const content = new Map(whole);
        const key = flipOne(content, random);
        const hitPart = parseKey(key)?.part ?? '';
        const damaged = shelfWith(content);
        const page = openedPage(damaged, undefined);
        const opened = page.of(sample.kind).open(sample.id);
        const hurt = opened.status === 'present' || opened.status === 'damaged' ? opened.hurt : [];
        expect(hurt.map(({ part }) => part)).toEqual([hitPart]);
        const shown = opened.status === 'present' ? sample.kind.partsOf(opened.item) : {};
        for (const [part, value] of Object.entries(before)) {
          if (part === hitPart) continue;
          // What a damaged start leaves of a round stands in the wrong-answer book as well.
          if (sample.kind.name === 'round' && hitPart === 'start') continue;
          // Questions keep their order; only their places are counted anew.
          if (sample.kind.name === 'exam' && /^q\./.test(part) && /^q\./.test(hitPart)) continue;
          if (!same(shown[part], value)) lost += 1;
        }
        await page.ready();
        expect(page.asides().map((aside) => [aside.key, aside.text])).toEqual([
          [key, content.get(key)],
        ]);
      }
      expect(lost).toBe(0);
    },
  );

  test(`有备份就什么也不丢（${attacks} 次）`, { timeout: attackTimeoutMs }, async () => {
    const { shelf, copy } = await browserWith(sample);
    const whole = contentOf(shelf);
    const before = shownParts(shelf, sample);
    const random = seededNumbers(20261129);
    for (let i = 0; i < attacks; i += 1) {
      const content = new Map(whole);
      const key = flipOne(content, random);
      const damaged = shelfWith(content);
      const page = openedPage(damaged, copy);
      const { healed, lost } = await page.ready();
      expect([healed, lost]).toEqual([[key], []]);
      expect(same(shownParts(damaged, sample), before)).toBe(true);
    }
  });

  test('备份坏了，由浏览器里的补上', async () => {
    const { shelf, copy } = await browserWith(sample);
    const before = shownParts(shelf, sample);
    const whole = new Map(copy.texts);
    const random = seededNumbers(7);
    for (let i = 0; i < 200; i += 1) {
      const content = new Map(whole);
      const key = flipOne(content, random);
      copy.texts.clear();
      for (const [one, text] of content) copy.texts.set(one, text);
      await openedPage(shelf, copy).ready();
      expect(copy.texts.get(key)).toBe(whole.get(key));
      expect(same(shownParts(shelf, sample), before)).toBe(true);
    }
  });
});

describe.each(named)('突然断电：%s', (_, sample) => {
  test('浏览器还没来得及写盘的，从备份补回来；最多丢正在存的那一项', async () => {
    const { kind, id } = sample;
    for (let kept = 0; kept <= 20; kept += 1) {
      const shelf = memoryShelf();
      const copy = memoryCopy();
      const page = openedPage(shelf, copy, () => 20_000).of(kind);
      await page.save(id, undefined, sample.item).settled;
      let item = sample.item;
      let disk = contentOf(shelf);
      for (let turn = 0; turn < 20; turn += 1) {
        const next = sample.after(item, turn, 30_000 + turn);
        expect(await page.save(id, item, next).settled).toBe('durable');
        item = next;
        // The browser writes its own storage to the disk at some moment, or never.
        if (turn === kept) disk = contentOf(shelf);
      }
      const after = shelfWith(disk);
      await openedPage(after, copy).ready();
      expect(same(shownParts(after, sample), kind.partsOf(item)), `写过盘的 ${kept}`).toBe(true);
    }
  });
});

describe.each(named)('两个标签页轮流改：%s', (_, sample) => {
  test(`${attacks} 次轮流，一项不丢`, { timeout: attackTimeoutMs }, async () => {
    const { kind, id } = sample;
    const { shelf, copy } = await browserWith(sample);
    let now = 30_000;
    const clock = () => now;
    const tabs = [0, 1].map(() => {
      const page = openedPage(shelf, copy, clock);
      const opened = page.of(kind).open(id);
      if (opened.status !== 'present') throw new Error('打不开');
      return { page, keeper: page.of(kind), item: opened.item };
    });
    const random = seededNumbers(3);
    /** What each element must hold: the last word that anybody has said on it. */
    const lastWords = new Map<string, unknown>(Object.entries(kind.partsOf(sample.item)));
    for (let turn = 0; turn < attacks; turn += 1) {
      now += 1;
      const tab = tabs[turn % 2];
      if (!tab) throw new Error('没有标签页');
      // The message that the other tab has changed something comes late, or in time.
      if (random() < 0.2) {
        const seen = tab.keeper.open(id);
        if (seen.status === 'present') tab.item = seen.item;
      }
      const next = sample.after(tab.item, turn, now);
      const [was, is] = [kind.partsOf(tab.item), kind.partsOf(next)];
      for (const [part, value] of Object.entries(is)) {
        if (!same(was[part], value)) lastWords.set(part, value);
      }
      expect(tab.keeper.save(id, tab.item, next).outcome).toBe('kept');
      tab.item = next;
    }
    const stored = shownParts(shelf, sample);
    expect(Object.fromEntries(lastWords)).toEqual(stored);
  });
});

describe.each(named)('时钟拨回去：%s', (_, sample) => {
  test('拨回一天以后改的照样算后改的', async () => {
    const { kind, id } = sample;
    const { shelf, copy } = await browserWith(sample);
    const dayMs = 86_400_000;
    let now = 10 * dayMs;
    const page = openedPage(shelf, copy, () => now).of(kind);
    const first = page.open(id);
    if (first.status !== 'present') throw new Error('打不开');
    const ahead = sample.after(first.item, 0, now);
    await page.save(id, first.item, ahead).settled;
    now -= dayMs;
    const back = sample.after(ahead, 0, now);
    await page.save(id, ahead, back).settled;
    const again = openedPage(shelf, copy, () => now);
    await again.ready();
    expect(same(shownParts(shelf, sample), kind.partsOf(back))).toBe(true);
  });
});

describe.each(named)('存不下：%s', (_, sample) => {
  test.each(['full', 'blocked'] as const)('%s：说出来，这一页里接着用得了', async (outcome) => {
    const { kind, id } = sample;
    const page = openedPage(refusingShelf(outcome), undefined).of(kind);
    const save = page.save(id, undefined, sample.item);
    expect(save.outcome).toBe(outcome);
    expect(await save.settled).toBe(outcome);
    const opened = page.open(id);
    expect(
      opened.status === 'present' && same(kind.partsOf(opened.item), kind.partsOf(sample.item)),
    ).toBe(true);
  });

  test('浏览器的满了、备份还放得下：算存住了，重开还在', async () => {
    const { kind, id } = sample;
    const copy = memoryCopy();
    const save = openedPage(refusingShelf('full'), copy).of(kind).save(id, undefined, sample.item);
    expect(await save.settled).toBe('durable');
    const shelf = memoryShelf();
    await openedPage(shelf, copy).ready();
    expect(same(shownParts(shelf, sample), kind.partsOf(sample.item))).toBe(true);
  });
});

describe.each(named)('更新版本的网站存的：%s', (_, sample) => {
  const newer = {
    ...sample.kind,
    schema: 2,
    migrations: { 1: (__: string, data: unknown) => data },
  };

  test('旧页面不动它、不盖它，说“更新”', async () => {
    const { shelf, copy } = await browserWith(sample);
    const { id } = sample;
    await openedPage(shelf, copy)
      .of(newer)
      .save(id, sample.item, sample.after(sample.item, 1, 40_000)).settled;
    const content = contentOf(shelf);
    const old = openedPage(shelf, copy);
    expect(old.of(sample.kind).open(id).status).toBe('newer');
    const save = old.of(sample.kind).save(id, sample.item, sample.after(sample.item, 1, 50_000));
    expect([save.outcome, await save.settled]).toEqual(['newer', 'newer']);
    await old.ready();
    expect(contentOf(shelf)).toEqual(content);
    expect(old.asides()).toEqual([]);
  });

  test('退回旧版：读得懂的看得到，一项也不动；换回新版，全都在', async () => {
    const { shelf, copy } = await browserWith(sample);
    const { kind, id } = sample;
    const [part = '', value] = Object.entries(kind.partsOf(sample.item)).pop() ?? [];
    await openedPage(shelf, copy)
      .of(newer)
      .write(id, { [part]: value }).settled;
    const content = contentOf(shelf);
    const old = openedPage(shelf, copy);
    const opened = old.of(kind).open(id);
    if (opened.status !== 'newer') throw new Error(opened.status);
    const others = kind.partsOf(sample.item);
    const readable = opened.item === undefined ? {} : kind.partsOf(opened.item);
    for (const [name, data] of Object.entries(readable)) {
      if (name !== part && name in others) expect(same(data, others[name]), name).toBe(true);
    }
    await old.ready();
    expect(contentOf(shelf)).toEqual(content);
    const again = openedPage(shelf, copy).of(newer).open(id);
    expect(again.status === 'present' && same(again.item, sample.item)).toBe(true);
  });

  test('旧页面早就开着，还没听说：存到那一项时也不盖', async () => {
    const { shelf, copy } = await browserWith(sample);
    const { kind, id } = sample;
    const old = openedPage(shelf, copy).of(kind);
    const opened = old.open(id);
    if (opened.status !== 'present') throw new Error('打不开');
    // What the old page is about to write has been taken over by a newer one a moment ago.
    const next = sample.after(opened.item, 1, 40_000);
    const [was, is] = [kind.partsOf(opened.item), kind.partsOf(next)];
    const part = Object.keys(is).find((one) => !same(was[one], is[one])) ?? '';
    await openedPage(shelf, copy)
      .of(newer)
      .write(id, { [part]: is[part] }).settled;
    const content = contentOf(shelf);
    expect(old.save(id, opened.item, next).outcome).toBe('newer');
    expect(contentOf(shelf)).toEqual(content);
  });

  test('同一版里多出来的字段，旧页面存过以后还在', async () => {
    const { kind, id } = sample;
    const { shelf, copy } = await browserWith(sample);
    const [part, value] =
      Object.entries(kind.partsOf(sample.item)).find(
        ([, data]) => typeof data === 'object' && data !== null && !Array.isArray(data),
      ) ?? [];
    if (part === undefined) return;
    await openedPage(shelf, copy)
      .of(kind)
      .write(id, { [part]: { ...(value as object), later: '新字段' } }).settled;
    const page = openedPage(shelf, copy).of(kind);
    const opened = page.open(id);
    if (opened.status !== 'present') throw new Error('打不开');
    await page.save(id, opened.item, sample.after(opened.item, 2, 60_000)).settled;
    expect(shelf.get(keyOf({ kind: kind.name, item: id, part }))).toContain('新字段');
  });
});
