import { fan, placeDownLabel, type Branch } from './columnBranches.ts';
import { stepBox, type Metrics } from './metrics.ts';
import { bottom, type Box, type PlacedLabel, type PlacedNode } from './placedParts.ts';
import { textWidthEm } from '../model/text/textWidth.ts';
import {
  doneId,
  startId,
  type DecisionNode,
  type GraphWay,
  type StepNode,
  type WallGraph,
} from './wallGraph.ts';

/** One step with its question and what leaves them. */
export interface Stage {
  readonly step: StepNode;
  readonly decision: DecisionNode | undefined;
  readonly isEntered: boolean;
  readonly down: GraphWay | undefined;
  readonly lefts: readonly GraphWay[];
  readonly rights: readonly GraphWay[];
}

export const stepNumber = (id: string): number => Number(/^s(\d+)$/.exec(id)?.[1] ?? NaN);

export function stagesOf({ nodes, ways }: WallGraph): Stage[] {
  const steps = nodes.filter((node): node is StepNode => node.type === 'step');
  const decisions = nodes.filter((node): node is DecisionNode => node.type === 'decision');
  const fromAbove = new Set([startId as string]);
  return steps.map((step, i) => {
    const decision = decisions.find(({ number }) => number === step.number);
    const from = decision?.id ?? step.id;
    const out = ways.filter((way) => way.from === from);
    const nextId = i + 1 < steps.length ? `s${step.number + 1}` : doneId;
    const down = out.find(({ to }) => to === nextId);
    const isEntered = i === 0 || fromAbove.has(step.id);
    if (down) fromAbove.add(nextId);
    const rest = out.filter((way) => way !== down);
    const isBack = ({ to }: GraphWay) => stepNumber(to) <= step.number;
    return {
      step,
      decision,
      isEntered,
      down,
      lefts: rest.filter(isBack),
      rights: rest.filter((way) => !isBack(way)),
    };
  });
}

function decisionWidth({ question }: DecisionNode, m: Metrics): number {
  const text = textWidthEm(question) * m.questionPx;
  // A text of w × h fits into a diamond of W × H when w / W + h / H <= 1.
  const least = text / (1 - m.questionPx / m.decisionPx) + 6;
  return Math.max(m.decisionLeastPx, Math.ceil(least / 10) * 10);
}

export interface PlacedStage {
  readonly stage: Stage;
  readonly box: PlacedNode<StepNode>;
  readonly diamond: PlacedNode<DecisionNode> | undefined;
  readonly lefts: readonly Branch[];
  readonly rights: readonly Branch[];
  readonly downLabel: PlacedLabel | undefined;
  /** Where the next row begins. */
  readonly end: number;
}

export function placeStage(stage: Stage, top: number, width: number, m: Metrics): PlacedStage {
  const { step, decision, down, lefts, rights } = stage;
  const height = stepBox(step, m).heightPx;
  const leaves = Math.max(lefts.length, rights.length);
  const spread = (leaves * m.branchPx - 2) / 2;
  const boxTop = decision ? top : top + Math.max(0, spread - height / 2);
  const box = { node: step, left: -width / 2, top: boxTop, width, height };
  let diamond: PlacedNode<DecisionNode> | undefined;
  if (decision) {
    const wide = decisionWidth(decision, m);
    const half = Math.max(m.decisionPx / 2, spread);
    diamond = {
      node: decision,
      left: -wide / 2,
      top: bottom(box) + m.toDecisionPx + half - m.decisionPx / 2,
      width: wide,
      height: m.decisionPx,
    };
  }
  const source: Box = diamond ?? box;
  const y = source.top + source.height / 2;
  const placedRights = fan(rights, { x: source.left + source.width, y }, 1, m);
  const downLabel = placeDownLabel(down?.label, source, placedRights, diamond !== undefined, m);
  const lowest = Math.max(bottom(source), y + spread);
  const gap = down ? (diamond ? m.afterDecisionPx : m.betweenPx) : m.breakPx;
  return {
    stage,
    box,
    diamond,
    lefts: fan(lefts, { x: source.left, y }, -1, m),
    rights: placedRights,
    downLabel,
    end: Math.max(lowest + gap, downLabel ? bottom(downLabel) + 2 : 0, bottom(source) + gap),
  };
}
