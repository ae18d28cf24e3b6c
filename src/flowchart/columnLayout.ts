import { branchLines } from './columnBranches.ts';
import { entranceOf } from './columnEntrances.ts';
import { placeStage, stagesOf, stepNumber, type PlacedStage } from './columnStages.ts';
import { metricsOf, stepBox, type ChartLevel, type Metrics } from './metrics.ts';
import {
  bottom,
  middle,
  type Box,
  type ColumnLayout,
  type PlacedLabel,
  type PlacedNode,
  type PlacedWay,
} from './placedParts.ts';
import { shifted } from './shiftLayout.ts';
import { textWidthEm } from '../model/text/textWidth.ts';
import {
  doneId,
  startId,
  type ExitNode,
  type GraphWay,
  type TerminatorNode,
  type WallGraph,
} from './wallGraph.ts';

/**
 * Lays a wall out as one column: steps from top to bottom, the next step straight down, what leaves
 * the line to the right, what goes back to the left. Whatever does not lead to the next step ends in
 * a connector that bears the number of the step where it goes on (GB/T 1526: connector), so no line
 * crosses another or runs past a step. All lengths in px at natural size.
 */

export function exitText({ name, wall }: ExitNode): string {
  return wall ? `${name} ${wall}` : name;
}

export function exitWidth(node: ExitNode, m: Metrics): number {
  const sign = node.kind === '暂停' ? m.exitSignPx : 0;
  return Math.ceil(textWidthEm(exitText(node)) * m.exitFontPx + m.exitPaddingPx + sign);
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
