import { expect, test, vi } from 'vitest';
import { drawHere, type DrawingRequest } from '../../../src/flowchart/drawingRequest.ts';
import { withMermaid } from '../../../src/flowchart/mermaidRoom.ts';

const picture: DrawingRequest = {
  kind: 'picture',
  plan: {
    kind: 'bars',
    caption: '办结的件',
    bars: [{ label: '办结的件', whole: 100, unit: '%', parts: [{ label: '提前', value: 90 }] }],
  },
};

// Plot asks as it is loaded whether there is a browser, and Mermaid is given one to draw in: what is
// drawn must not depend on what is drawn beside it.
test('Mermaid 正画着的时候来画一张，和单独画的一样', async () => {
  let finish: () => void = () => undefined;
  const busy = withMermaid(
    () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
  );
  await vi.waitFor(() => expect('window' in globalThis).toBe(true));
  const beside = drawHere(picture);
  // As long as it takes to load what draws it.
  await Promise.race([beside, new Promise((resolve) => setTimeout(resolve, 2000))]);
  finish();
  await busy;
  expect(await beside).toContain('class="picture"');
  expect(await beside).not.toContain('translate(0.5,0.5)');
  expect('window' in globalThis).toBe(false);
});
