import type { Browser } from 'playwright-core';
import { slowPage } from './measurePage.ts';

export interface StepFigures {
  /** From the click on a box of the chart to the frame that shows its step. */
  readonly middleMs: number;
  readonly slowestMs: number;
}

/** Chooses every step of a wall on its chart, twice, on a slow machine. */
export async function measureSteps(browser: Browser, url: string): Promise<StepFigures> {
  const { page } = await slowPage(browser);
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(1000);
  const times = await page.evaluate(async () => {
    const boxes = Array.from(document.querySelectorAll<SVGAElement>('.flowchart .step > a.go'));
    const taken: number[] = [];
    for (const box of [...boxes, ...boxes]) {
      await new Promise((rested) => setTimeout(rested, 250));
      taken.push(
        await new Promise<number>((done) => {
          const start = performance.now();
          box.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
          // A message sent from a frame's callback arrives right after that frame was painted.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(performance.now() - start);
            port2.postMessage(undefined);
          });
        }),
      );
    }
    return taken;
  });
  await page.context().close();
  times.sort((a, b) => a - b);
  return {
    middleMs: times[Math.floor(times.length / 2)] ?? 0,
    slowestMs: times[times.length - 1] ?? 0,
  };
}
