import { rowSpans } from './rowSpans.ts';

export interface Page {
  /** Indexes of the rows on this page. */
  readonly rows: readonly number[];
  readonly hasEnd: boolean;
}

/** Heights in any one unit. */
export interface Rooms {
  /** For rows on the first page, which also carries the head of the form. */
  readonly first: number;
  /** For rows on every other page. */
  readonly other: number;
  /** Of what stands after the last row (opinions and signatures). */
  readonly end: number;
  /** So many rows stand above the end, where there is room. */
  readonly rowsWithEnd?: number;
}

/** A column whose cells are merged downwards. */
export interface MergedColumn {
  /** By row: cells are merged while it stays the same. */
  readonly keys: readonly string[];
  /** By row: the height that what stands in the merged cell takes; the rows beside it give it room. */
  readonly leasts: readonly number[];
}

/** Height of some rows that follow each other, with what their merged cells need beyond them. */
function heightOf(
  rows: readonly number[],
  heights: readonly number[],
  columns: readonly MergedColumn[],
): number {
  const sum = (some: readonly number[]) =>
    some.reduce((total, row) => total + (heights[row] ?? 0), 0);
  const missing = columns.map(({ keys, leasts }) => {
    const spans = rowSpans(rows.map((row) => keys[row] ?? ''));
    return spans.reduce((total, span, i) => {
      const cell = rows.slice(i, i + span);
      const least = Math.max(0, ...cell.map((row) => leasts[row] ?? 0));
      return total + Math.max(0, least - sum(cell));
    }, 0);
  });
  return sum(rows) + missing.reduce((total, one) => total + one, 0);
}

/**
 * Spreads rows over pages without cutting any. The end stays with the last rows: signatures that
 * stand alone on a sheet, or below a single row, could belong to anything.
 * A row that is higher than a page stands alone on one.
 */
export function paginate(
  heights: readonly number[],
  { first, other, end, rowsWithEnd = 3 }: Rooms,
  columns: readonly MergedColumn[] = [],
): Page[] {
  const pages: number[][] = [[]];
  const roomOf = (page: number) => (page === 0 ? first : other);
  const taken = (rows: readonly number[]) => heightOf(rows, heights, columns);
  heights.forEach((_, i) => {
    const page = pages[pages.length - 1] ?? [];
    if (page.length > 0 && taken([...page, i]) > roomOf(pages.length - 1)) pages.push([i]);
    else page.push(i);
  });
  const last = pages[pages.length - 1] ?? [];
  if (taken(last) + end > roomOf(pages.length - 1)) {
    let carried = Math.min(rowsWithEnd, last.length - 1);
    while (carried > 1 && taken(last.slice(-carried)) + end > other) carried -= 1;
    pages.push(carried > 0 ? last.splice(-carried) : []);
  }
  return pages.map((rows, i) => ({ rows, hasEnd: i === pages.length - 1 }));
}

/** Steps of the search for the lowest sheets; each halves what is left to find. */
const searchSteps = 12;

/**
 * As `paginate`, on as many pages, but filled alike: what would be a last page with one row on it is
 * shared out. Signatures stay where they would stand.
 */
export function paginateEvenly(
  heights: readonly number[],
  rooms: Rooms,
  columns: readonly MergedColumn[] = [],
): Page[] {
  const full = paginate(heights, rooms, columns);
  let best = full;
  let kept = 0;
  let tooMuch = Math.max(0, Math.min(rooms.first, rooms.other));
  for (let i = 0; i < searchSteps; i += 1) {
    const cut = (kept + tooMuch) / 2;
    const lower = { ...rooms, first: rooms.first - cut, other: rooms.other - cut };
    const tried = paginate(heights, lower, columns);
    if (tried.length > full.length) {
      tooMuch = cut;
    } else {
      kept = cut;
      best = tried;
    }
  }
  return best;
}
