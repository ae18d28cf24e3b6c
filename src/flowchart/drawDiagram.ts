import { arrowHeads } from './arrowHead.ts';
import { meetBorders, withoutStubs, type Outline } from './borders.ts';
/** Letters and lines of the diagrams that Mermaid lays out. */
const fontSizePx = 14;
const lineHeightPx = 19;

import { linePath } from './linePath.ts';
import { boxOf } from './measuring.ts';
import { readLayout, type Layout, type PlacedEdge, type PlacedNode } from './readLayout.ts';
import { attributes, escapeText, round } from './svgText.ts';
import { textWidthEm } from '../model/text/textWidth.ts';

/** Attributes that say where a shape stands; all others are Mermaid's own colours and classes. */
const geometry = [
  'x',
  'y',
  'width',
  'height',
  'rx',
  'ry',
  'cx',
  'cy',
  'r',
  'points',
  'd',
  'transform',
];
const labelPaddingPx = 4;

function drawShape(shape: Element): string {
  const values = geometry.flatMap((name) => {
    const value = shape.getAttribute(name);
    if (value === null) return [];
    const rounded = value.replace(/-?\d+\.\d+/g, (number) => String(round(Number(number))));
    return [[name, rounded] as const];
  });
  return `<${shape.tagName}${attributes(Object.fromEntries(values))}/>`;
}

function labelLines(element: Element): string[] {
  const rows = Array.from(element.querySelectorAll('.label tspan.text-outer-tspan'));
  return rows.map((row) => row.textContent.trim()).filter(Boolean);
}

/** Where a box leads to, from Mermaid's `click` line; addresses of the site start at its base. */
function hrefOf({ element }: PlacedNode, base: string): string | undefined {
  const href = element.closest('a')?.getAttribute('href');
  if (!href) return undefined;
  return href.startsWith('#') ? href : base + href.replace(/^\//, '');
}

function drawNode(id: string, node: PlacedNode, base: string): string {
  const { centerX, centerY, element } = node;
  const shape = shapeOf(element);
  const lines = labelLines(element);
  // Mermaid reckons with closer lines than ours: in a box of many lines they move together.
  const roomPx = shape?.tagName === 'rect' ? boxOf(shape).height - 6 : Infinity;
  const stepPx = Math.min(lineHeightPx, roomPx / lines.length);
  const texts = lines.map((line, i) => {
    const y = (i - (lines.length - 1) / 2) * stepPx + fontSizePx * 0.36;
    return `<text${attributes({ y: round(y), 'text-anchor': 'middle' })}>${escapeText(line)}</text>`;
  });
  const isDecision = shape?.tagName === 'polygon';
  const href = hrefOf(node, base);
  const tag = href === undefined ? 'g' : 'a';
  return (
    `<${tag}${attributes({
      class: isDecision ? 'decision' : 'box',
      'data-node': id,
      transform: `translate(${round(centerX)} ${round(centerY)})`,
      ...(href !== undefined && { href, 'aria-label': lines.join(' ') }),
    })}>` + `${shape ? drawShape(shape) : ''}${texts.join('')}</${tag}>`
  );
}

function shapeOf(element: Element): Element | null {
  return (
    element.querySelector('.label-container') ??
    element.querySelector('rect, polygon, circle, path')
  );
}

function outlines({ nodes }: Layout): Map<string, Outline> {
  return new Map(
    [...nodes].flatMap(([id, { element }]) => {
      const shape = shapeOf(element);
      if (!shape) return [];
      const { width, height } = boxOf(shape);
      const isDiamond = shape.tagName === 'polygon';
      return [[id, { halfWidthPx: width / 2, halfHeightPx: height / 2, isDiamond }] as const];
    }),
  );
}

function drawEdge(edge: PlacedEdge): string {
  return `<path${attributes({
    class: edge.isDotted ? 'edge is-return' : 'edge',
    d: linePath(edge.points),
    'data-from': edge.from,
    'data-to': edge.to,
  })}/>`;
}

function drawEdgeLabel({ label }: PlacedEdge): string {
  if (!label) return '';
  const width = textWidthEm(label.text) * fontSizePx + 2 * labelPaddingPx;
  return (
    `<g class="label"><rect${attributes({ x: round(label.centerX - width / 2), y: round(label.centerY - lineHeightPx / 2), width: round(width), height: lineHeightPx })}/>` +
    `<text${attributes({ x: round(label.centerX), y: round(label.centerY + fontSizePx * 0.36), 'text-anchor': 'middle' })}>${escapeText(label.text)}</text></g>`
  );
}

/**
 * Redraws any flowchart that Mermaid has laid out in the site's own shapes and classes.
 * @param rendered Mermaid's SVG element.
 * @param base path under which the site is published, with a slash at both ends.
 */
export function drawDiagram(rendered: Element, base: string) {
  const placed = readLayout(rendered);
  const borders = outlines(placed);
  const layout = meetBorders(withoutStubs(placed, borders), borders);
  const viewBox = rendered.getAttribute('viewBox') ?? '0 0 0 0';
  const [, , widthPx = 0, heightPx = 0] = viewBox.split(' ').map(Number);
  const markup = [
    ...layout.edges.map((edge) => drawEdge(edge)),
    arrowHeads(layout.edges.filter(({ hasArrow }) => hasArrow).map(({ points }) => points)),
    ...layout.edges.map(drawEdgeLabel),
    ...[...layout.nodes].map(([id, node]) => drawNode(id, node, base)),
  ].join('');
  return {
    markup,
    hasLinks: [...layout.nodes.values()].some((node) => hrefOf(node, base) !== undefined),
    widthPx: Math.ceil(widthPx),
    heightPx: Math.ceil(heightPx),
    viewBox: viewBox
      .split(' ')
      .map((number) => round(Number(number)))
      .join(' '),
  };
}
