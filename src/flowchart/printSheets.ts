import type { Band, Drawing } from './drawChart.ts';

/** Text area of an A4 sheet with the site's print margins, less a line for the heading. */
const sheetWidthMm = 180;
const sheetHeightMm = 240;
/** The first sheet shares its page with the heading of the wall. */
const firstSheetHeightMm = 150;
const pxPerMm = 96 / 25.4;

/** 8 pt for labels of 14 px; below this a chart on paper cannot be read. */
const leastScale = (8 * 96) / 72 / 14;
/** Larger than this only costs paper. */
const mostScale = 0.84;

export interface Sheet {
  readonly top: number;
  readonly height: number;
}

/** Scale at which a chart is printed: it fits the width, with labels of 8 pt or more. */
export function printScale({ widthPx }: Pick<Drawing, 'widthPx'>): number {
  return Math.max(leastScale, Math.min(mostScale, (sheetWidthMm * pxPerMm) / widthPx));
}

const isFree = (y: number, bands: readonly Band[]) =>
  bands.every(({ top, bottom }) => y <= top || y >= bottom);

/**
 * Spreads a chart over sheets, cutting only where neither a node nor a label stands.
 * @returns heights in px at natural size.
 */
export function sheets({ widthPx, heightPx, bands }: Drawing): Sheet[] {
  const scale = printScale({ widthPx });
  const fullRoom = (sheetHeightMm * pxPerMm) / scale;
  let room = (firstSheetHeightMm * pxPerMm) / scale;
  const result: Sheet[] = [];
  let top = 0;
  while (heightPx - top > room) {
    // Just above a node there is always room for an arrow; prefer the lowest such place.
    const cuts = bands
      .map((band) => band.top - 4)
      .filter((y) => y > top + room / 3 && y <= top + room && isFree(y, bands));
    const cut = cuts.length > 0 ? Math.max(...cuts) : top + room;
    result.push({ top, height: cut - top });
    top = cut;
    room = fullRoom;
  }
  result.push({ top, height: heightPx - top });
  return result;
}

/** The sheets as SVG windows onto a drawing that stands elsewhere on the page; hidden on screen. */
export function printSheets(drawing: Drawing, drawingId: string): string {
  const scale = printScale(drawing);
  const list = sheets(drawing);
  const windows = list.map(({ top, height }) => {
    const size = `width="${Math.round(drawing.widthPx * scale)}" height="${Math.round(height * scale)}"`;
    return `<svg ${size} viewBox="0 ${Math.round(top)} ${drawing.widthPx} ${Math.round(height)}"><use href="#${drawingId}"/></svg>`;
  });
  return `<div class="flowchart-sheets" aria-hidden="true">${windows.join('')}</div>`;
}
