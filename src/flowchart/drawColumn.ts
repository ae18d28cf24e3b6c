import { gradeEntries, type Grade } from '../model/vocabulary.ts';
import { headPath } from './arrowHead.ts';
import { exitText } from './columnLayout.ts';
import { barPx, metricsOf, stepBox, wideTextPx, type Metrics } from './metrics.ts';
import type { Box, ColumnLayout, Connector, PlacedNode, PlacedWay, Point } from './placedParts.ts';
import { attributes, escapeText, round, straight } from './svgText.ts';
import type { DecisionNode, ExitNode, GraphNode, StepNode, TerminatorNode } from './wallGraph.ts';

/** Baseline of a line of letters whose middle stands at y: Chinese letters reach 0.36 em below it. */
const baseline = (y: number, fontPx: number): number => y + fontPx * 0.36;

/** Sizes stand in the drawing itself, so that it looks the same as a file of its own. */
function text(
  words: string,
  x: number,
  y: number,
  fontPx: number,
  extra: Readonly<Record<string, string>> = {},
): string {
  const place = { x: round(x), y: round(baseline(y, fontPx)), 'font-size': fontPx, ...extra };
  return `<text${attributes(place)}>${escapeText(words)}</text>`;
}

const centered = { 'text-anchor': 'middle' };

const rect = (
  { left, top, width, height }: Box,
  extra: Readonly<Record<string, string | number>>,
) =>
  `<rect${attributes({ x: round(left), y: round(top), width: round(width), height: round(height), ...extra })}/>`;

/** No longer than its line: between two boxes there may be some pixels only. */
const arrowHead = (line: readonly Point[], m: Metrics) =>
  `<path class="head" d="${headPath(line, m.level === 'compact' ? 6 : 8, 0.55)}"/>`;

const linePath = ([first, ...rest]: readonly Point[]) => {
  if (!first) return '';
  let [x, y] = [round(first.x), round(first.y)];
  const pieces = rest.map((point) => {
    const piece = straight(round(point.x) - x, round(point.y) - y);
    [x, y] = [round(point.x), round(point.y)];
    return piece;
  });
  return `M${round(first.x)} ${round(first.y)}${pieces.join('')}`;
};

/** An arrow bent backwards: the way returns to a step that is over. */
function hook({ center }: Connector, m: Metrics): string {
  const right = center.x - m.circlePx - 3;
  const left = right - (m.hookPx - 4);
  const y = center.y;
  const [x, low, high] = [round(left), round(y + 3), round(y - 4)];
  return `<path class="hook" d="M${round(right)} ${high}V${low}H${x}m3 -3l-3 3l3 3"/>`;
}

function drawConnector(connector: Connector, m: Metrics): string {
  const { center, number, isReturn } = connector;
  return (
    `<circle class="connector"${attributes({ cx: round(center.x), cy: round(center.y), r: m.circlePx })}/>` +
    text(String(number), center.x, center.y, 12, { ...centered, class: 'number' }) +
    (isReturn ? hook(connector, m) : '')
  );
}

function drawWay({ way, lines, label, connector }: PlacedWay, m: Metrics): string {
  const last = lines[lines.length - 1] ?? [];
  return (
    `<g${attributes({ class: 'way', 'data-from': way.from, 'data-to': way.to })}>` +
    `<path class="edge" d="${lines.map(linePath).join('')}"/>` +
    arrowHead(last, m) +
    (connector ? drawConnector(connector, m) : '') +
    (label ? text(label.text, label.left, label.top + label.height / 2, m.labelPx) : '') +
    '</g>'
  );
}

/** The numbered disc at the head of a step; the number is what connectors point at. */
function badge({ number }: StepNode, x: number, y: number, m: Metrics): string {
  return (
    `<circle class="badge"${attributes({ cx: round(x), cy: round(y), r: m.badgePx })}/>` +
    text(String(number), x, y, 12, { ...centered, class: 'badge-number' })
  );
}

const gradeClass = (grade: Grade) => `is-grade-${gradeEntries[grade].rank}`;

/** One sign per risk, gravest first, at the right end of the box. */
function strip({ risks }: StepNode, right: number, y: number, m: Metrics): string {
  if (risks.length === 0) return '';
  const signs = risks.map(({ id, grade, mark }, i) => {
    const x = round(right - (risks.length - i - 0.5) * m.signPx);
    return `<tspan${attributes({ class: gradeClass(grade), x, 'data-risk': id })}>${mark}</tspan>`;
  });
  const place = {
    class: 'signs',
    y: round(baseline(y, m.signPx)),
    'font-size': m.signPx,
    ...centered,
  };
  return `<text${attributes(place)}>${signs.join('')}</text>`;
}

function bars({ left, top, width, height }: Box, node: StepNode): string {
  if (node.kind !== '会审') return '';
  const inset = barPx(node);
  const line = (x: number) => `M${round(x)} ${round(top)}v${round(height)}`;
  return `<path class="side" d="${line(left + inset)}${line(left + width - inset)}"/>`;
}

function compactStep({ node, ...box }: PlacedNode<StepNode>, m: Metrics): string {
  const y = box.top + box.height / 2;
  const left = box.left + barPx(node) + m.insetPx - 3;
  return (
    `<a${attributes({ class: 'go', href: node.href, 'aria-label': node.spoken })}>` +
    rect(box, { class: 'card', rx: 2 }) +
    bars(box, node) +
    badge(node, left + m.badgePx, y, m) +
    text(node.name, left + 2 * m.badgePx + 7, y, m.namePx, { class: 'name' }) +
    strip(node, box.left + box.width - barPx(node) - 5, y, m) +
    '</a>'
  );
}

function wideStep({ node, ...box }: PlacedNode<StepNode>, m: Metrics): string {
  const { nameLines, noteLines, riskColumns, riskColumnPx } = stepBox(node, m);
  const left = box.left + barPx(node) + m.insetPx;
  const textLeft = left + 2 * m.badgePx + 6;
  const middle = box.top + box.height / 2;
  const high = nameLines.length * m.rowPx + noteLines.length * m.linePx;
  let y = middle - high / 2;
  const lines: string[] = [];
  nameLines.forEach((line) => {
    lines.push(text(line, textLeft, y + m.rowPx / 2, m.namePx, { class: 'name' }));
    y += m.rowPx;
  });
  for (const line of noteLines) {
    lines.push(text(line, textLeft, y + m.linePx / 2, m.smallPx, { class: 'note' }));
    y += m.linePx;
  }
  // The name of a link begins with all the words that are seen in it.
  const [seen = '', ...rest] = node.spoken.split('\u2009');
  const spoken = [seen, noteLines.join(''), ...rest].join('\u2009');
  const perColumn = Math.ceil(node.risks.length / Math.max(1, riskColumns));
  const riskTop = middle - (perColumn * m.linePx) / 2;
  const risks = node.risks.map(({ id, grade, mark, title, href }, i) => {
    const x = box.left + wideTextPx + Math.floor(i / perColumn) * riskColumnPx;
    const row = riskTop + ((i % perColumn) + 0.5) * m.linePx;
    return (
      `<a${attributes({ class: 'risk-link', href, 'data-risk': id, 'aria-label': `${title}，${grade}风险` })}>` +
      rect(
        { left: x, top: row - m.linePx / 2, width: riskColumnPx - 4, height: m.linePx },
        { class: 'hit' },
      ) +
      text(mark, x, row, m.smallPx, { class: gradeClass(grade) }) +
      text(title, x + 1.4 * m.smallPx, row, m.smallPx) +
      '</a>'
    );
  });
  return (
    rect(box, { class: 'card', rx: 3 }) +
    bars(box, node) +
    `<a${attributes({ class: 'go', href: node.href, 'aria-label': spoken })}>` +
    rect({ ...box, width: wideTextPx - 12 }, { class: 'hit' }) +
    badge(node, left + m.badgePx, middle - high / 2 + m.rowPx / 2, m) +
    `${lines.join('')}</a>${risks.join('')}`
  );
}

function drawDecision({ node, ...box }: PlacedNode<DecisionNode>, m: Metrics): string {
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  const corners = [
    [x, box.top],
    [box.left + box.width, y],
    [x, box.top + box.height],
    [box.left, y],
  ];
  const points = corners.map((corner) => corner.map(round).join(',')).join(' ');
  return `<polygon points="${points}"/>${text(node.question, x, y, m.questionPx, centered)}`;
}

/** 终止 is a terminator, 转出 a pointed off-page connector, 暂停 a terminator with a bar before it. */
function drawExit({ node, ...box }: PlacedNode<ExitNode>, m: Metrics): string {
  const { left, top, width, height } = box;
  const y = top + height / 2;
  const point = height / 2;
  const shape =
    node.kind === '转出'
      ? `<path class="shape" d="M${round(left)} ${round(top)}h${round(width - point)}l${round(point)} ${round(point)}l${round(-point)} ${round(point)}h${round(point - width)}z"/>`
      : rect(box, { class: 'shape', rx: round(height / 2) }) +
        (node.kind === '暂停'
          ? `<path class="side" d="M${round(left + 7)} ${round(top + 4)}v${round(height - 8)}m3 0v${round(8 - height)}"/>`
          : '');
  const nudge = node.kind === '转出' ? -point / 3 : node.kind === '暂停' ? m.exitSignPx / 2 : 0;
  return (
    `<a${attributes({ class: 'go', href: node.href, 'aria-label': node.spoken })}>${shape}` +
    `${text(exitText(node), left + width / 2 + nudge, y, m.exitFontPx, centered)}</a>`
  );
}

function drawTerminator({ node, ...box }: PlacedNode<TerminatorNode>, m: Metrics): string {
  return (
    rect(box, { class: 'card', rx: round(box.height / 2) }) +
    text(node.name, box.left + box.width / 2, box.top + box.height / 2, m.smallPx, centered)
  );
}

const isOf = <T extends GraphNode['type']>(
  place: PlacedNode,
  type: T,
): place is PlacedNode<Extract<GraphNode, { type: T }>> => place.node.type === type;

function drawNode(place: PlacedNode, m: Metrics): string {
  const { node } = place;
  const kind =
    node.type === 'exit'
      ? ` is-${{ 终止: 'end', 转出: 'transfer', 暂停: 'pause' }[node.kind]}`
      : '';
  const inner = isOf(place, 'step')
    ? m.level === 'compact'
      ? compactStep(place, m)
      : wideStep(place, m)
    : isOf(place, 'decision')
      ? drawDecision(place, m)
      : isOf(place, 'exit')
        ? drawExit(place, m)
        : isOf(place, 'terminator')
          ? drawTerminator(place, m)
          : '';
  return `<g${attributes({ class: node.type + kind, 'data-node': node.id })}>${inner}</g>`;
}

/** Inner markup of the SVG: lines first, so that boxes stand on them. */
export function drawColumn({ level, nodes, ways, entrances }: ColumnLayout): string {
  const m = metricsOf(level);
  return [
    ...ways.map((way) => drawWay(way, m)),
    ...entrances.map(
      ({ to, connectors, line }) =>
        `<g class="entrance" data-to="${to}"><path class="edge" d="${linePath(line)}"/>${arrowHead(line, m)}${connectors.map((one) => drawConnector(one, m)).join('')}</g>`,
    ),
    ...nodes.map((node) => drawNode(node, m)),
  ].join('');
}
