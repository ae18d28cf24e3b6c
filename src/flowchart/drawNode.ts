import {
  fontSizePx,
  isRounded,
  lineHeightPx,
  paddingPx,
  stepPartPx,
  type DecisionNode,
  type ExitNode,
  type PlannedNode,
  type StepNode,
} from './chartPlan.ts';
import { gradeEntries } from '../model/vocabulary.ts';
import { attributes, escapeText, round } from './svgText.ts';

interface Corner {
  readonly left: number;
  readonly top: number;
}

/** Baseline of a line of text, measured from the top of its line box. */
const baselinePx = (lineHeightPx + fontSizePx) / 2 - 2;

const endRadiusPx = 16;

function textAt(text: string, x: number, y: number, extra: Record<string, string> = {}): string {
  return `<text${attributes({ x: round(x), y: round(y), ...extra })}>${escapeText(text)}</text>`;
}

function centeredLines(lines: readonly string[], x: number, middle: number): string {
  const top = middle - (lines.length * lineHeightPx) / 2;
  return lines
    .map((line, i) =>
      textAt(line, x, top + i * lineHeightPx + baselinePx, { 'text-anchor': 'middle' }),
    )
    .join('');
}

function drawNote(node: StepNode, { left, top }: Corner): string {
  const { note } = node;
  if (!note) return '';
  const x = left + stepPartPx;
  const width = node.widthPx - stepPartPx;
  const mark = gradeEntries[note.grade].mark;
  const textTop = top + (node.heightPx - note.lines.length * lineHeightPx) / 2;
  const lines = note.lines.map((line, i) => {
    const place = attributes({
      x: round(x + paddingPx),
      y: round(textTop + i * lineHeightPx + baselinePx),
    });
    const text = line.startsWith(mark)
      ? `<tspan class="mark">${mark}</tspan>${escapeText(line.slice(mark.length))}`
      : escapeText(line);
    return `<text${place}>${text}</text>`;
  });
  return (
    `<a${attributes({ class: `note is-grade-${gradeEntries[note.grade].rank}`, href: note.href, 'aria-label': note.spoken })}>` +
    `<rect${attributes({ class: 'note-box', x: round(x), y: round(top + 3), width: round(width - 3), height: round(node.heightPx - 6), rx: 3 })}/>` +
    `<path${attributes({ class: 'note-tie', d: `M${round(x)} ${round(top)}v${round(node.heightPx)}` })}/>` +
    `${lines.join('')}</a>`
  );
}

function drawStep(node: StepNode, { left, top }: Corner): string {
  const isEnd = isRounded(node);
  const box = {
    x: round(left),
    y: round(top),
    width: round(node.widthPx),
    height: round(node.heightPx),
  };
  const textX = left + paddingPx + (node.kind === '会审' ? 5 : isEnd ? 4 : 0);
  const rows = [
    ...node.nameLines.map((text) => ({ text, className: 'name' })),
    ...node.actorLines.map((text) => ({ text, className: '' })),
    ...(node.countsLine ? [{ text: node.countsLine, className: 'grades' }] : []),
  ];
  const textTop = top + (node.heightPx - rows.length * lineHeightPx) / 2;
  const lines = rows.map(({ text, className }, i) =>
    textAt(text, textX, textTop + i * lineHeightPx + baselinePx, {
      ...(className && { class: className }),
    }),
  );
  const sideLine =
    node.kind === '会审'
      ? `<path class="side" d="M${round(left + 5)} ${round(top)}v${round(node.heightPx)}"/>`
      : '';
  return (
    `<g${attributes({ class: 'step', 'data-node': node.id })}>` +
    `<rect${attributes({ class: 'card', ...box, rx: isEnd ? endRadiusPx : 3 })}/>${sideLine}` +
    drawNote(node, { left, top }) +
    `<a${attributes({ class: 'go', href: node.href, 'aria-label': node.spoken })}>` +
    `<rect${attributes({ class: 'hit', ...box, width: round(stepPartPx), rx: isEnd ? endRadiusPx : 3 })}/>` +
    `${lines.join('')}</a></g>`
  );
}

function drawDecision(node: DecisionNode, { left, top }: Corner): string {
  const half = { x: node.widthPx / 2, y: node.heightPx / 2 };
  const [x, y] = [left + half.x, top + half.y];
  const points = [
    [x, top],
    [left + node.widthPx, y],
    [x, top + node.heightPx],
    [left, y],
  ]
    .map((point) => point.map(round).join(','))
    .join(' ');
  return `<g${attributes({ class: 'decision', 'data-node': node.id })}><polygon points="${points}"/>${centeredLines(node.lines, x, y)}</g>`;
}

function drawExit(node: ExitNode, { left, top }: Corner): string {
  const box = {
    x: round(left),
    y: round(top),
    width: round(node.widthPx),
    height: round(node.heightPx),
    rx: endRadiusPx,
  };
  const className = node.kind === '转出' ? 'exit is-transfer' : 'exit';
  const kind = node.kind === '转出' ? '转出 →' : node.kind;
  const middle = top + node.heightPx / 2;
  return (
    `<a${attributes({ class: className, 'data-node': node.id, href: node.href, 'aria-label': node.spoken })}>` +
    `<rect${attributes(box)}/>${centeredLines([kind, ...node.lines], left + node.widthPx / 2, middle)}</a>`
  );
}

/** Draws a node around its centre. Coordinates in px at natural size. */
export function drawNode(node: PlannedNode, centerX: number, centerY: number): string {
  const corner = { left: centerX - node.widthPx / 2, top: centerY - node.heightPx / 2 };
  if (node.type === 'step') return drawStep(node, corner);
  return node.type === 'decision' ? drawDecision(node, corner) : drawExit(node, corner);
}
