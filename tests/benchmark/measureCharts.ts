import { layoutColumn } from '../../src/flowchart/columnLayout.ts';
import { renderWallChart } from '../../src/flowchart/renderWallChart.ts';
import { chartPlan, wallGraph } from '../../src/flowchart/wallGraph.ts';
import { realContent } from '../fixtures/realContent.ts';
import { layoutFaults } from '../unit/flowchart/layoutFaults.ts';

export interface ChartFigures {
  readonly charts: number;
  /** From the wall to both drawings, Mermaid's reading included: the middle one, and the slowest. */
  readonly middleMs: number;
  readonly slowestMs: number;
  /** Lines that cross, over all walls at both levels. */
  readonly crossings: number;
}

/** Draws the chart of every wall, once Mermaid has been loaded. */
export async function measureCharts(): Promise<ChartFigures> {
  const walls = realContent().walls.map(({ data }) => data);
  const [first] = walls;
  if (first) await renderWallChart(chartPlan(first));
  const times: number[] = [];
  for (const wall of walls) {
    const start = performance.now();
    await renderWallChart(chartPlan(wall));
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const faults = walls.flatMap((wall) =>
    (['compact', 'wide'] as const).flatMap((level) =>
      layoutFaults(layoutColumn(wallGraph(wall), level)),
    ),
  );
  return {
    charts: walls.length,
    middleMs: times[Math.floor(times.length / 2)] ?? 0,
    slowestMs: times[times.length - 1] ?? 0,
    crossings: faults.filter((fault) => fault.startsWith('两线相交')).length,
  };
}
