import {
  isRounded,
  planChart,
  type ChartPlan,
  type PlannedEdge,
  type PlannedNode,
} from './chartPlan.ts';
import type { WallSource } from '../model/wall/wallSchema.ts';

/** Mermaid reads quotes, hashes, backticks and angle brackets as its own; entities are safe. */
function escapeLabel(text: string): string {
  return text.replace(/["#&;<>`*_\\[\]{}|]/g, (char) => `#${char.charCodeAt(0)};`);
}

function label(lines: readonly string[]): string {
  return `"${lines.map(escapeLabel).join('<br/>')}"`;
}

function nodeSource(node: PlannedNode): string {
  if (node.type === 'decision') return `${node.id}{${label(node.lines)}}`;
  if (node.type === 'exit') return `${node.id}(${label([`${node.kind}：`, ...node.lines])})`;
  const lines = [
    ...node.nameLines,
    ...node.actorLines,
    ...(node.countsLine ? [node.countsLine] : []),
    ...(node.note?.lines ?? []),
  ];
  return isRounded(node) ? `${node.id}(${label(lines)})` : `${node.id}[${label(lines)}]`;
}

/** Next step first: layout keeps this order from left to right, so the main line comes first. */
function mainLineFirst(edges: readonly PlannedEdge[]): PlannedEdge[] {
  return [...edges].sort((a, b) => Number(a.to.startsWith('x')) - Number(b.to.startsWith('x')));
}

/** The Mermaid source of a plan. */
export function planSource({ nodes, edges }: ChartPlan): string {
  return [
    'flowchart TB',
    ...nodes.map(nodeSource),
    ...mainLineFirst(edges).map(({ from, to, label: text }) =>
      text ? `${from} -->|${label([text])}| ${to}` : `${from} --> ${to}`,
    ),
    '',
  ].join('\n');
}

/**
 * The source that is laid out: the main line and its exits. Where two neighbouring steps are not
 * joined, an invisible link keeps them in their order. Jumps are added afterwards.
 */
export function layoutSource(plan: ChartPlan): string {
  const edges = plan.edges.filter(({ isJump }) => !isJump);
  const line = plan.nodes.filter(({ type }) => type !== 'exit').map(({ id }) => id);
  const links = line.slice(1).flatMap((id, i) => {
    const before = line[i] ?? '';
    const isJoined = edges.some(({ from, to }) => from === before && to === id);
    return isJoined ? [] : [`${before} ~~~ ${id}`];
  });
  return [planSource({ nodes: plan.nodes, edges }), ...links].join('\n');
}

/** A wall's steps as Mermaid source. */
export function chartSource(wall: WallSource): string {
  return planSource(planChart(wall));
}
