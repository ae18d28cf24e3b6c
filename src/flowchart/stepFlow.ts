import { doneId, type GraphNode, type GraphWay, type WallGraph } from './wallGraph.ts';

/** Where a way of a step leads: down the line, back, over a step, out of the flow, to its end. */
export type WayKind = 'down' | 'back' | 'ahead' | 'exit';

/** A step or an exit beside the one that is shown. */
export interface FlowNeighbour {
  readonly kind: WayKind;
  /** As on the chart: `是`, `补正`. */
  readonly label?: string;
  readonly text: string;
  /** Of a step, its number on the chart and its anchor. */
  readonly number?: number;
  readonly href?: string;
}

/** One step of the flow with what lies before and after it. */
export interface StepFlow {
  readonly from: readonly FlowNeighbour[];
  readonly question?: string;
  readonly ways: readonly FlowNeighbour[];
}

/** Counted from 1; what is no step stands before the first, or behind the last. */
const placeOf = (node: GraphNode | undefined): number =>
  node?.type === 'step' || node?.type === 'decision'
    ? node.number
    : node?.type === 'terminator' && node.id === doneId
      ? Infinity
      : 0;

function kindOf(node: GraphNode, here: number, isLast: boolean): WayKind {
  if (node.type === 'exit') return 'exit';
  const place = placeOf(node);
  if (place === here + 1 || (isLast && place === Infinity)) return 'down';
  return place <= here ? 'back' : 'ahead';
}

function neighbourText(node: GraphNode): string {
  switch (node.type) {
    case 'exit':
      return `${node.kind}：${node.name}${node.wall ? `（${node.wall} 墙）` : ''}`;
    case 'step':
      return `${node.number} ${node.name}`;
    case 'decision':
      return node.question;
    case 'terminator':
      return node.name;
  }
}

/** @param stepNumber counted from 1. */
export function stepFlow({ nodes, ways }: WallGraph, stepNumber: number): StepFlow {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const steps = nodes.filter(({ type }) => type === 'step').length;
  const stepAt = (number: number) => byId.get(`s${number}`);
  const neighbour = (node: GraphNode | undefined, { label }: GraphWay, kind: WayKind) =>
    node && {
      kind,
      ...(label && { label }),
      text: neighbourText(node),
      ...(node.type === 'step' && { number: node.number, href: node.href }),
    };
  const decision = byId.get(`q${stepNumber}`);
  const out = ways.filter(({ from }) => from === (decision?.id ?? `s${stepNumber}`));
  const into = ways.filter(({ to }) => to === `s${stepNumber}`);
  const sorted: readonly WayKind[] = ['down', 'ahead', 'back', 'exit'];
  return {
    from: into.flatMap((way) => {
      const place = placeOf(byId.get(way.from));
      const node = place === 0 ? byId.get(way.from) : stepAt(place);
      return neighbour(node, way, place >= stepNumber ? 'back' : 'down') ?? [];
    }),
    ...(decision?.type === 'decision' && { question: decision.question }),
    ways: out
      .flatMap((way) => {
        const node = byId.get(way.to);
        return (node && neighbour(node, way, kindOf(node, stepNumber, stepNumber === steps))) ?? [];
      })
      .sort((a, b) => sorted.indexOf(a.kind) - sorted.indexOf(b.kind)),
  };
}
