import { layoutColumn } from './columnLayout.ts';
import type { ColumnLayout } from './placedParts.ts';
import { drawColumn } from './drawColumn.ts';
import { graphSource, labelLines } from './mermaidSource.ts';
import type { ChartLevel } from './metrics.ts';
import { readFlowchart } from './readMermaid.ts';
import { escapeText } from './svgText.ts';
import type { ChartPlan, WallGraph } from './wallGraph.ts';

export interface WallChart {
  /** The flow as Mermaid source, as it is published. */
  readonly source: string;
  /** The chart as SVG with links, at natural size, by how much it tells. */
  readonly drawings: Readonly<Record<ChartLevel, ChartDrawing>>;
}

export interface ChartDrawing {
  readonly svg: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What Mermaid has read is what is drawn; a source that says something else is a fault of ours. */
async function readAsWritten(graph: WallGraph): Promise<WallGraph> {
  const read = await readFlowchart(graphSource(graph));
  const nodes = graph.nodes.filter(
    (node) => read.nodes.get(node.id) === labelLines(node).join('\n'),
  );
  if (nodes.length !== read.nodes.size || nodes.length !== graph.nodes.length)
    throw new Error('流程图的源和墙对不上：框的名称读出来不一样');
  return { nodes, ways: read.ways };
}

function svg({ id: wallId, title, graph }: ChartPlan, layout: ColumnLayout): ChartDrawing {
  const { widthPx, heightPx, level } = layout;
  const id = `chart-${wallId}-${level}`;
  const steps = graph.nodes.filter(({ type }) => type === 'step').length;
  const counts = level === 'compact' ? '右边一个记号是一个风险点' : '右边是风险点的名称';
  return {
    svg:
      `<svg class="flowchart is-${level}" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}" role="group" aria-labelledby="${id}-title ${id}-desc">` +
      `<title id="${id}-title">${escapeText(title)}流程图</title>` +
      `<desc id="${id}-desc">自上而下共 ${steps} 步，${counts}；菱形是判断，圆圈里的数字是接着去的那一步。每一步都是链接。</desc>` +
      `${drawColumn(layout)}</svg>`,
    widthPx,
    heightPx,
  };
}

/**
 * The flowchart of a wall: its Mermaid source, read by the real Mermaid and laid out by ours.
 * The same plan always gives the same bytes.
 */
export async function renderWallChart(plan: ChartPlan): Promise<WallChart> {
  const { graph } = plan;
  const read = await readAsWritten(graph);
  return {
    source: graphSource(graph),
    drawings: {
      compact: svg(plan, layoutColumn(read, 'compact')),
      wide: svg(plan, layoutColumn(read, 'wide')),
    },
  };
}
