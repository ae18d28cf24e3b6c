import type { Browser } from 'playwright-core';
import { departmentsWithRisks } from '../fixtures/contentExamples.ts';
import { realContent } from '../fixtures/realContent.ts';

export interface LettersFigures {
  readonly letters: number;
  readonly seconds: number;
  /** The longest time in which the page did not answer. */
  readonly longestPauseMs: number;
}

const departments = departmentsWithRisks(realContent()).map(({ name }) => name);
const levels = ['普通', '普通', '普通', '中层', '领导'];

/** A roster of so many people over departments and levels. */
function roster(count: number): string {
  const rows = Array.from({ length: count }, (_, i) =>
    [
      `示例${String.fromCharCode(0x4e00 + (i % 900))}`,
      departments[i % departments.length],
      `岗位${i % 7}`,
      levels[i % levels.length],
    ].join(','),
  );
  return `\ufeff姓名,处室,岗位,岗位层级\n${rows.join('\n')}\n`;
}

/** Makes letters for a whole roster in the browser, and checks that they come in its order. */
export async function measureLetters(
  browser: Browser,
  home: string,
  count: number,
): Promise<LettersFigures> {
  const page = await browser.newPage();
  await page.goto(`${home}commitment/#batch`);
  await page.waitForSelector('.drop input', { state: 'attached' });
  await page.setInputFiles('.drop input', {
    name: '名册.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(roster(count)),
  });
  await page.waitForSelector('.roster-table');
  await page.evaluate(() => {
    const state = { longest: 0, last: performance.now(), isOn: true };
    const tick = () => {
      const now = performance.now();
      state.longest = Math.max(state.longest, now - state.last);
      state.last = now;
      if (state.isOn) setTimeout(tick, 0);
    };
    tick();
    Object.assign(window, { pauses: state });
  });
  const begun = Date.now();
  await page.click('.button.is-main');
  await page.waitForFunction(
    (done) => document.querySelector('.letters')?.textContent?.includes(done),
    `${count} 份都做好了`,
    { timeout: 120_000 },
  );
  const seconds = (Date.now() - begun) / 1000;
  const { longest, names } = await page.evaluate(() => {
    const { pauses } = window as unknown as { pauses: { longest: number; isOn: boolean } };
    pauses.isOn = false;
    const labels = Array.from(
      document.querySelectorAll('.letter-sheets .letter-sheet'),
      (sheet) => /承诺人（(.*?)）签名/.exec(sheet.textContent ?? '')?.[1],
    );
    return { longest: pauses.longest, names: labels.filter((name) => name !== undefined) };
  });
  const wanted = roster(count)
    .split('\n')
    .slice(1, count + 1)
    .map((row) => row.split(',')[0]);
  if (names.join() !== wanted.join()) throw new Error('承诺书的先后和名册不同');
  await page.close();
  return { letters: names.length, seconds, longestPauseMs: longest };
}
