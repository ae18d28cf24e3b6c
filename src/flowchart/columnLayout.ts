import { textWidthEm } from './textWidth.ts';
import type {
  DecisionNode,
  ExitNode,
  GraphNode,
  GraphWay,
  StepNode,
  TerminatorNode,
  WallGraph,
} from './wallGraph.ts';
import { doneId, startId } from './wallGraph.ts';
import { stepBox, type ChartLevel, type Metrics } from './metrics.ts';
import { metricsOf } from './metrics.ts';

/**
 * Lays a wall out as one column: steps from top to bottom, the next step straight down, what leaves
 * the line to the right, what goes back to the left. Whatever does not lead to the next step ends in
 * a connector that bears the number of the step where it goes on (GB/T 1526: connector), so no line
 * crosses another or runs past a step. All lengths in px at natural size.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode<N extends GraphNode = GraphNode> extends Box {
  readonly node: N;
}

export interface PlacedLabel extends Box {
  readonly text: string;
}

/** A circle with the number of the step where the way goes on, or from which it comes. */
export interface Connector {
  readonly center: Point;
  readonly number: number;
  /** Goes back to the step itself or one before it. */
  readonly isReturn: boolean;
}

export interface PlacedWay {
  readonly way: GraphWay;
  /** Pieces of the line; the last one ends in an arrowhead. A piece is left out where the label stands. */
  readonly lines: readonly (readonly Point[])[];
  readonly label?: PlacedLabel;
  readonly connector?: Connector;
}

/** Where a step is entered that nothing leads to from above: numbers of the steps it comes from. */
export interface Entrance {
  readonly to: string;
  readonly connectors: readonly Connector[];
  readonly line: readonly Point[];
}

export interface ColumnLayout {
  readonly level: ChartLevel;
  readonly nodes: readonly PlacedNode[];
  readonly ways: readonly PlacedWay[];
  readonly entrances: readonly Entrance[];
  readonly widthPx: number;
  readonly heightPx: number;
}

/** One step with its question and what leaves them. */
interface Stage {
  readonly step: StepNode;
  readonly decision: DecisionNode | undefined;
  readonly isEntered: boolean;
  readonly down: GraphWay | undefined;
  readonly lefts: readonly GraphWay[];
  readonly rights: readonly GraphWay[];
}

const stepNumber = (id: string): number => Number(/^s(\d+)$/.exec(id)?.[1] ?? NaN);

function stagesOf({ nodes, ways }: WallGraph): Stage[] {
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

const labelWidth = (text: string, { labelPx }: Metrics) => Math.ceil(textWidthEm(text) * labelPx);

function decisionWidth({ question }: DecisionNode, m: Metrics): number {
  const text = textWidthEm(question) * m.questionPx;
  // A text of w × h fits into a diamond of W × H when w / W + h / H <= 1.
  const least = text / (1 - m.questionPx / m.decisionPx) + 6;
  return Math.max(m.decisionLeastPx, Math.ceil(least / 10) * 10);
}

export function exitText({ name, wall }: ExitNode): string {
  return wall ? `${name} ${wall}` : name;
}

export function exitWidth(node: ExitNode, m: Metrics): number {
  const sign = node.kind === '暂停' ? m.exitSignPx : 0;
  return Math.ceil(textWidthEm(exitText(node)) * m.exitFontPx + m.exitPaddingPx + sign);
}

interface Branch {
  readonly way: GraphWay;
  /** Where its line begins, and the corners on its way to its own height. */
  readonly start: readonly Point[];
  readonly label?: PlacedLabel;
  /** From here on the line runs level to its target. */
  readonly from: Point;
}

/** Ways that leave one side of a node, one under the other. */
function fan(
  ways: readonly GraphWay[],
  tip: Point,
  direction: 1 | -1,
  m: Metrics,
): readonly Branch[] {
  return ways.map((way, i) => {
    const y = tip.y + (i - (ways.length - 1) / 2) * m.branchPx;
    const isStraight = y === tip.y;
    const busX = tip.x + direction * m.busPx;
    const start = isStraight ? [tip] : [tip, { x: busX, y: tip.y }, { x: busX, y }];
    const begin = { x: isStraight ? tip.x : busX, y };
    if (!way.label) return { way, start, from: begin };
    const width = labelWidth(way.label, m);
    const nearX = tip.x + direction * (m.busPx + m.labelGapPx);
    const left = direction > 0 ? nearX : nearX - width;
    const label = {
      text: way.label,
      left,
      top: y - m.labelPx / 2 - 1,
      width,
      height: m.labelPx + 2,
    };
    return { way, start, label, from: { x: nearX + direction * (width + m.labelGapPx), y } };
  });
}

const middle = ({ left, width }: Box): number => left + width / 2;
const bottom = ({ top, height }: Box): number => top + height;

interface PlacedStage {
  readonly stage: Stage;
  readonly box: PlacedNode<StepNode>;
  readonly diamond: PlacedNode<DecisionNode> | undefined;
  readonly lefts: readonly Branch[];
  readonly rights: readonly Branch[];
  readonly downLabel: PlacedLabel | undefined;
  /** Where the next row begins. */
  readonly end: number;
}

/** The label of the way down stands to the right of its line, clear of what leaves on that side. */
function placeDownLabel(
  text: string | undefined,
  node: Box,
  rights: readonly Branch[],
  isDiamond: boolean,
  m: Metrics,
): PlacedLabel | undefined {
  if (!text) return undefined;
  const width = labelWidth(text, m);
  const left = middle(node) + (isDiamond ? m.downLabelPx : m.labelGapPx + 4);
  const height = m.labelPx + 1;
  // Beside the lower tip of a diamond there is room above its lowest point.
  const rise = isDiamond ? ((left - middle(node)) * node.height) / node.width : 0;
  const besideTip = bottom(node) - Math.min(rise, height) + 1;
  const lowest = Math.max(
    ...rights.flatMap(({ label, from }) => [
      label ? bottom(label) : from.y,
      from.y + m.branchPx / 2,
    ]),
    0,
  );
  const nearestX = Math.min(
    ...rights.map(({ start }) => start[start.length - 1]?.x ?? 0),
    Infinity,
  );
  const collides = rights.length > 0 && left + width + 2 > nearestX;
  return { text, left, top: collides ? Math.max(besideTip, lowest) : besideTip, width, height };
}

function placeStage(stage: Stage, top: number, width: number, m: Metrics): PlacedStage {
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

function terminator(node: TerminatorNode, top: number, m: Metrics): PlacedNode<TerminatorNode> {
  return {
    node,
    left: -m.terminatorWidthPx / 2,
    top,
    width: m.terminatorWidthPx,
    height: m.terminatorPx,
  };
}

/** Moves everything so that it begins at the margin, and tells how large it is. */
function shifted(
  level: ChartLevel,
  parts: Pick<ColumnLayout, 'nodes' | 'ways' | 'entrances'>,
  m: Metrics,
): ColumnLayout {
  const boxes = [
    ...parts.nodes,
    ...parts.ways.flatMap(({ label }) => (label ? [label] : [])),
    ...[
      ...parts.ways.flatMap(({ connector }) => (connector ? [connector] : [])),
      ...parts.entrances.flatMap(({ connectors }) => connectors),
    ].map(({ center, isReturn }) => ({
      left: center.x - m.circlePx - (isReturn ? m.hookPx : 0),
      top: center.y - m.circlePx,
      width: 2 * m.circlePx + (isReturn ? m.hookPx : 0),
      height: 2 * m.circlePx,
    })),
  ];
  const left = Math.min(...boxes.map((box) => box.left)) - m.marginPx;
  const top = Math.min(...boxes.map((box) => box.top)) - m.marginPx;
  const right = Math.max(...boxes.map((box) => box.left + box.width)) + m.marginPx;
  const low = Math.max(...boxes.map(bottom)) + m.marginPx;
  const point = ({ x, y }: Point): Point => ({ x: x - left, y: y - top });
  const box = <B extends Box>(one: B): B => ({ ...one, left: one.left - left, top: one.top - top });
  const circle = (one: Connector): Connector => ({ ...one, center: point(one.center) });
  return {
    level,
    nodes: parts.nodes.map(box),
    ways: parts.ways.map(({ lines, label, connector, way }) => ({
      way,
      lines: lines.map((line) => line.map(point)),
      ...(label && { label: box(label) }),
      ...(connector && { connector: circle(connector) }),
    })),
    entrances: parts.entrances.map(({ to, line, connectors }) => ({
      to,
      line: line.map(point),
      connectors: connectors.map(circle),
    })),
    widthPx: Math.ceil(right - left),
    heightPx: Math.ceil(low - top),
  };
}

/** The line of a branch to where its target begins, left out where its label stands. */
function branchLines({ start, label, from }: Branch, end: Point, direction: 1 | -1, m: Metrics) {
  if (!label) return [[...start, end]];
  const labelStart = { x: from.x - direction * (label.width + 2 * m.labelGapPx), y: from.y };
  return [
    [...start, labelStart],
    [from, end],
  ];
}

function entranceOf(
  { stage: { step, lefts, decision }, box }: PlacedStage,
  ways: readonly GraphWay[],
  m: Metrics,
): Entrance {
  const sources = [
    ...new Set(
      ways
        .filter(({ to }) => to === step.id)
        .map(({ from }) => Number(from.replace(/\D/g, '')))
        // What comes back to it later is told where it leaves.
        .filter((number) => number < step.number),
    ),
  ].sort((a, b) => a - b);
  // On the left, unless that side of the box is taken.
  const direction = !decision && lefts.length > 0 ? 1 : -1;
  const edge = direction < 0 ? box.left : box.left + box.width;
  const y = box.top + box.height / 2;
  const nearest = edge + direction * m.arrowRoomPx;
  const count = sources.length;
  const connectors = sources.map((number, i) => ({
    // Read from left to right: the smallest number is the leftmost.
    center: {
      x:
        nearest +
        direction * m.circlePx +
        direction * 2 * m.circlePx * (direction < 0 ? count - 1 - i : i),
      y,
    },
    number,
    isReturn: false,
  }));
  return {
    to: step.id,
    connectors,
    line: [
      { x: nearest, y },
      { x: edge, y },
    ],
  };
}

/** Lays out a graph. The same graph gives the same layout. */
export function layoutColumn(graph: WallGraph, level: ChartLevel): ColumnLayout {
  const m = metricsOf(level);
  const stages = stagesOf(graph);
  const nodesById = new Map(graph.nodes.map((node) => [node.id, node]));
  const width = Math.max(...stages.map(({ step }) => stepBox(step, m).widthPx), m.stepLeastPx);

  const ends = graph.nodes.filter((node): node is TerminatorNode => node.type === 'terminator');
  const placedNodes: PlacedNode[] = [];
  const placed: PlacedStage[] = [];
  let top = 0;
  const start = ends.find(({ id }) => id === startId);
  if (start) {
    const place = terminator(start, top, m);
    placedNodes.push(place);
    top = bottom(place) + m.betweenPx;
  }
  for (const stage of stages) {
    const one = placeStage(stage, top, width, m);
    placed.push(one);
    placedNodes.push(one.box, ...(one.diamond ? [one.diamond] : []));
    top = one.end;
  }
  const done = ends.find(({ id }) => id === doneId);
  const donePlace = done && terminator(done, top, m);
  if (donePlace) placedNodes.push(donePlace);

  const ways: PlacedWay[] = [];
  const straight = (way: GraphWay, from: Box, to: Box, label?: PlacedLabel) =>
    ways.push({
      way,
      lines: [
        [
          { x: middle(from), y: bottom(from) },
          { x: middle(to), y: to.top },
        ],
      ],
      ...(label && { label }),
    });
  const startPlace = placedNodes[0];
  const first = placed[0];
  const startWay = graph.ways.find(({ from }) => from === startId);
  if (startWay && startPlace && first) straight(startWay, startPlace, first.box);

  // Targets on one side stand under one another.
  const targetX = Math.max(
    ...placed.flatMap(({ rights }) => rights.map(({ from }) => from.x + m.arrowRoomPx)),
    ...placed.map(({ box }) => box.left + box.width + m.arrowRoomPx),
  );
  const returnX = Math.min(
    ...placed.flatMap(({ lefts }) => lefts.map(({ from }) => from.x - m.arrowRoomPx)),
    ...placed.map(({ box }) => box.left - m.arrowRoomPx),
  );
  placed.forEach((one, i) => {
    const { stage, box, diamond, lefts, rights, downLabel } = one;
    const { step, decision, down } = stage;
    const inner =
      decision && graph.ways.find(({ from, to }) => from === step.id && to === decision.id);
    if (inner && diamond) straight(inner, box, diamond);
    const next = placed[i + 1]?.box ?? donePlace;
    if (down && next) straight(down, diamond ?? box, next, downLabel);
    for (const branch of lefts) {
      const end = { x: returnX, y: branch.from.y };
      ways.push({
        way: branch.way,
        lines: branchLines(branch, end, -1, m),
        ...(branch.label && { label: branch.label }),
        connector: {
          center: { x: returnX - m.circlePx, y: end.y },
          number: stepNumber(branch.way.to),
          isReturn: true,
        },
      });
    }
    for (const branch of rights) {
      const end = { x: targetX, y: branch.from.y };
      const target = nodesById.get(branch.way.to);
      if (target?.type === 'exit') {
        placedNodes.push({
          node: target,
          left: targetX,
          top: end.y - m.exitPx / 2,
          width: exitWidth(target, m),
          height: m.exitPx,
        });
      }
      ways.push({
        way: branch.way,
        lines: branchLines(branch, end, 1, m),
        ...(branch.label && { label: branch.label }),
        ...(target?.type === 'step' && {
          connector: {
            center: { x: targetX + m.circlePx, y: end.y },
            number: target.number,
            isReturn: false,
          },
        }),
      });
    }
  });
  const entrances = placed
    .filter(({ stage }) => !stage.isEntered)
    .map((one) => entranceOf(one, graph.ways, m));
  return shifted(level, { nodes: placedNodes, ways, entrances }, m);
}
