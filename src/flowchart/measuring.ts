import type { DOMWindow } from 'jsdom';
import { textWidthEm } from '../model/text/textWidth.ts';

/**
 * Text and shape measurement for jsdom, which has none. Text by the width table, shapes by their
 * geometry, groups by their children with their transforms: what Mermaid's layout asks a browser.
 */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const emptyBox: Box = { x: 0, y: 0, width: 0, height: 0 };
const lineHeightEm = 1.1;
const ascentEm = 0.9;
const measuredFontPx = 14;
const unseen = new Set(['style', 'defs', 'marker', 'title', 'desc']);

const num = (element: Element, name: string) =>
  Number.parseFloat(element.getAttribute(name) ?? '0') || 0;

function boxOfPoints(points: readonly (readonly [number, number])[]): Box {
  if (points.length === 0) return emptyBox;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function pairs(text: string): [number, number][] {
  const numbers = (text.match(/-?\d*\.?\d+(?:e-?\d+)?/gi) ?? []).map(Number);
  const points: [number, number][] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2)
    points.push([numbers[i] ?? 0, numbers[i + 1] ?? 0]);
  return points;
}

function textLines(element: Element): string[] {
  const rows = Array.from(element.querySelectorAll('tspan.text-outer-tspan'));
  return rows.length > 0 ? rows.map((row) => row.textContent) : [element.textContent];
}

function textBox(element: Element): Box {
  const lines = textLines(element);
  return {
    x: 0,
    y: -ascentEm * measuredFontPx,
    width: Math.max(0, ...lines.map(textWidthEm)) * measuredFontPx,
    height: lines.length * lineHeightEm * measuredFontPx,
  };
}

function translation(element: Element): readonly [number, number] {
  const match = /translate\(\s*([-\d.e]+)[ ,]*([-\d.e]*)/.exec(
    element.getAttribute('transform') ?? '',
  );
  return match ? [Number(match[1]), Number(match[2] || 0)] : [0, 0];
}

function groupBox(element: Element): Box {
  const corners = Array.from(element.children).flatMap((child) => {
    if (unseen.has(child.tagName)) return [];
    const { x, y, width, height } = boxOf(child);
    if (width === 0 && height === 0) return [];
    const [dx, dy] = translation(child);
    return [[x + dx, y + dy] as const, [x + dx + width, y + dy + height] as const];
  });
  return boxOfPoints(corners);
}

/** Size of a shape by its geometry, as a browser's getBBox gives it. */
export function boxOf(element: Element): Box {
  switch (element.tagName.toLowerCase()) {
    case 'text':
    case 'tspan':
      return textBox(element);
    case 'rect':
      return {
        x: num(element, 'x'),
        y: num(element, 'y'),
        width: num(element, 'width'),
        height: num(element, 'height'),
      };
    case 'circle':
    case 'ellipse': {
      const rx = num(element, 'rx') || num(element, 'r');
      const ry = num(element, 'ry') || num(element, 'r');
      const x = num(element, 'cx') - rx;
      return { x, y: num(element, 'cy') - ry, width: 2 * rx, height: 2 * ry };
    }
    case 'polygon':
    case 'polyline':
      return boxOfPoints(pairs(element.getAttribute('points') ?? ''));
    case 'path':
      return boxOfPoints(pairs(element.getAttribute('d') ?? ''));
    default:
      return groupBox(element);
  }
}

/** Gives a jsdom window the measurements that Mermaid asks for. */
export function installMeasuring(window: DOMWindow): void {
  Object.assign(window.SVGElement.prototype, {
    getBBox(this: Element) {
      return boxOf(this);
    },
    getBoundingClientRect(this: Element) {
      const box = boxOf(this);
      return {
        ...box,
        left: box.x,
        top: box.y,
        right: box.x + box.width,
        bottom: box.y + box.height,
      };
    },
    getComputedTextLength(this: Element) {
      return textWidthEm(this.textContent) * measuredFontPx;
    },
  });
}
