import type { WallSource } from '../model/wall/wallSchema.ts';
import { nodeText, signStrip, wallGraph, type GraphNode, type WallGraph } from './wallGraph.ts';

/** Mermaid reads quotes, hashes, backticks and brackets as its own; entities are safe. */
function quoted(lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line.replace(/["#&;<>`*_\\[\]{}|]/g, (char) => `#${char.charCodeAt(0)};`),
  );
  return `"${escaped.join('<br/>')}"`;
}

/** The lines of a node's label: its text, and for a step its signs. */
export function labelLines(node: GraphNode): string[] {
  if (node.type !== 'step' || node.risks.length === 0) return [nodeText(node)];
  return [nodeText(node), signStrip(node)];
}

function nodeSource(node: GraphNode): string {
  const label = quoted(labelLines(node));
  if (node.type === 'decision') return `${node.id}{${label}}`;
  if (node.type === 'step')
    return node.kind === '会审' ? `${node.id}[[${label}]]` : `${node.id}[${label}]`;
  return `${node.id}([${label}])`;
}

/** The Mermaid source of a graph; any Mermaid of version 10 or later reads it. */
export function graphSource({ nodes, ways }: WallGraph): string {
  return [
    'flowchart TB',
    ...nodes.map((node) => `  ${nodeSource(node)}`),
    ...ways.map(({ from, to, label }) =>
      label ? `  ${from} -->|${quoted([label])}| ${to}` : `  ${from} --> ${to}`,
    ),
    '',
  ].join('\n');
}

/** A wall's flow as Mermaid source, as it is published. */
export function mermaidSource(wall: Pick<WallSource, 'steps' | 'exits'>): string {
  return graphSource(wallGraph(wall));
}
