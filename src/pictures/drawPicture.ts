import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { fingerprint } from '../model/text/fingerprint.ts';
import {
  figureText,
  pictureInWords,
  type PicturePlan,
  type PlannedBar,
} from '../model/results/picturePlan.ts';

const { document } = new JSDOM('').window;
const widthPx = 440;
const fontPx = 15;
const barPx = 34;
/** Above a bar stands the name of the whole, below it the names of the parts. */
const abovePx = 28;
const belowPx = 34;
const rowPx = abovePx + barPx + belowPx;
/** The little square that ties the name of a part to its filling. */
const keyPx = 15;
const keyRoomPx = keyPx + 7;

/**
 * Fillings that are told apart without colour, for the first and the second part of a bar. Only
 * the lines are drawn by the pattern; the colour comes from the style sheet.
 */
const fillings = ['hatch', 'dots'] as const;

function patternMarkup(id: string): string {
  return (
    `<pattern id="${id}-hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="picture-ground" width="8" height="8"/><path class="picture-line" d="M0 0v8"/></pattern>` +
    `<pattern id="${id}-dots" width="9" height="9" patternUnits="userSpaceOnUse"><rect class="picture-ground" width="9" height="9"/><circle class="picture-dot" cx="4.5" cy="4.5" r="1.8"/></pattern>`
  );
}

/**
 * The picture as the page's own policy allows it: no style element, no style attributes, colours
 * by class. Groups of the plot carry English labels that would be read out; they go as well.
 */
function plainMarkup(plot: Element): string {
  for (const style of Array.from(plot.querySelectorAll('style'))) style.remove();
  for (const element of Array.from(plot.querySelectorAll('*'))) {
    element.removeAttribute('style');
    element.removeAttribute('aria-label');
    element.removeAttribute('aria-hidden');
  }
  return plot.innerHTML;
}

interface Piece {
  readonly row: number;
  /** Shares of the whole, in per cent: bars of different units stay apart. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** The second part is named from the right, so that names never meet however small a part is. */
  readonly isSecond: boolean;
}

function piecesOf({ whole, unit, parts }: PlannedBar, row: number): Piece[] {
  let end = 0;
  return parts.map(({ label, value }, i) => {
    const from = end;
    end += (value / whole) * 100;
    return {
      row,
      from,
      to: end,
      label: `${label} ${figureText({ value, unit })}`,
      isSecond: i > 0,
    };
  });
}

interface Drawn {
  readonly markup: string;
  readonly heightPx: number;
}

function drawBars(bars: readonly PlannedBar[], id: string): Drawn {
  const pieces = bars.flatMap(piecesOf);
  const heightPx = bars.length * rowPx;
  // The plot counts upwards from its lower edge.
  const up = (row: number, downPx: number) => heightPx - row * rowPx - downPx;
  const fillOf = ({ isSecond }: Piece) => `url(#${id}-${fillings[isSecond ? 1 : 0]})`;
  const plot = Plot.plot({
    document,
    width: widthPx,
    height: heightPx,
    margin: 0,
    marginLeft: 1,
    marginRight: 1,
    axis: null,
    x: { domain: [0, 100] },
    y: { domain: [0, heightPx] },
    marks: [
      Plot.rect(bars, {
        x1: 0,
        x2: 100,
        y1: (_: PlannedBar, row: number) => up(row, abovePx),
        y2: (_: PlannedBar, row: number) => up(row, abovePx + barPx),
        className: 'picture-whole',
      }),
      Plot.text(bars, {
        x: 0,
        y: (_: PlannedBar, row: number) => up(row, abovePx / 2),
        text: 'label',
        textAnchor: 'start',
        fontSize: fontPx,
        className: 'picture-text',
      }),
      ...pieces.flatMap((piece) => [
        Plot.rect([piece], {
          x1: 'from',
          x2: 'to',
          y1: up(piece.row, abovePx),
          y2: up(piece.row, abovePx + barPx),
          className: 'picture-part',
          fill: fillOf(piece),
        }),
        Plot.text([piece], {
          x: piece.isSecond ? 100 : 0,
          y: up(piece.row, abovePx + barPx + belowPx / 2),
          text: 'label',
          textAnchor: piece.isSecond ? 'end' : 'start',
          dx: piece.isSecond ? -keyRoomPx : keyRoomPx,
          fontSize: fontPx,
          className: 'picture-text',
        }),
      ]),
    ],
  });
  const keys = pieces.map((piece) => {
    const x = piece.isSecond ? widthPx - keyPx - 1 : 1;
    const y = piece.row * rowPx + abovePx + barPx + (belowPx - keyPx) / 2;
    return `<rect class="picture-part" x="${x}" y="${y}" width="${keyPx}" height="${keyPx}" fill="${fillOf(piece)}"/>`;
  });
  return { markup: plainMarkup(plot) + keys.join(''), heightPx };
}

function drawRank(plan: Extract<PicturePlan, { kind: 'rank' }>, id: string): Drawn {
  const places = Array.from({ length: plan.total }, (_, i) => i + 1);
  const isMarked = (place: number) => (plan.isWithin ? place <= plan.rank : place === plan.rank);
  const heightPx = 84;
  const plot = Plot.plot({
    document,
    width: widthPx,
    height: heightPx,
    margin: 0,
    marginTop: 30,
    marginBottom: 22,
    axis: null,
    x: { type: 'band', domain: places, padding: 0.15 },
    marks: [
      Plot.barY(
        places.filter((place) => !isMarked(place)),
        { x: (place: number) => place, y1: 0, y2: 1, className: 'picture-whole' },
      ),
      Plot.barY(places.filter(isMarked), {
        x: (place: number) => place,
        y1: 0,
        y2: 1,
        className: 'picture-part',
        fill: `url(#${id}-hatch)`,
      }),
      Plot.text([plan.isWithin ? 1 : plan.rank], {
        x: (place: number) => place,
        y: 1,
        dy: -13,
        dx: -6,
        text: [plan.isWithin ? `前 ${plan.rank} 名` : `第 ${plan.rank} 名`],
        textAnchor: 'start',
        fontSize: fontPx,
        className: 'picture-text',
      }),
      ...[1, plan.total].map((place, i) =>
        Plot.text([place], {
          x: place,
          y: 0,
          dy: 13,
          // Narrow places at the edge have no room for two figures in their middle.
          dx: i === 0 ? -6 : 6,
          textAnchor: i === 0 ? 'start' : 'end',
          text: [String(place)],
          fontSize: 13,
          className: 'picture-text',
        }),
      ),
    ],
  });
  return { markup: plainMarkup(plot), heightPx };
}

/**
 * Draws a picture of reported figures, at build time.
 * @returns an SVG element as text, told in words by its title, readable in black and white.
 */
export function drawPicture(plan: PicturePlan): string {
  const id = `picture-${fingerprint(JSON.stringify(plan))}`;
  const { markup, heightPx } = plan.kind === 'bars' ? drawBars(plan.bars, id) : drawRank(plan, id);
  return (
    `<svg class="picture" viewBox="0 0 ${widthPx} ${heightPx}" width="${widthPx}" height="${heightPx}" role="img" aria-labelledby="${id}">` +
    `<title id="${id}">${pictureInWords(plan)}</title><defs>${patternMarkup(id)}</defs>${markup}</svg>`
  );
}
