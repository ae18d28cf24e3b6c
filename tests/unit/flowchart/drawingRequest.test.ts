import { expect, test, vi } from 'vitest';
import {
  drawHere,
  wallDrawing,
  type DrawingRequest,
} from '../../../src/flowchart/drawingRequest.ts';
import { withMermaid } from '../../../src/flowchart/mermaidRoom.ts';
import { branchingWall } from '../../fixtures/fixtureWall.ts';

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

test('只改图上没有的字，要画的还是同一张；改图上的字就不是了', () => {
  const [first, ...others] = branchingWall.steps;
  if (!first) throw new Error('样例墙没有步骤');
  const withStep = (change: Partial<typeof first>) =>
    wallDrawing({ ...branchingWall, steps: [{ ...first, ...change }, ...others] });
  const risks = first.risks.map((risk) => ({
    ...risk,
    cause: `${risk.cause}，改过`,
    controls: [],
  }));
  const drawn = wallDrawing(branchingWall);
  expect(withStep({ task: '改过的做法', requirements: [], risks })).toEqual(drawn);
  expect(withStep({ name: '改过的名称' })).not.toEqual(drawn);
  expect(withStep({ actor: '改过的岗位' })).not.toEqual(drawn);
  expect(withStep({ risks: first.risks.slice(1) })).not.toEqual(drawn);
});
