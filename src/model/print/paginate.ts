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

/**
 * Spreads rows over pages without cutting any. The end stays with the last rows: signatures that
 * stand alone on a sheet, or below a single row, could belong to anything.
 * A row that is higher than a page stands alone on one.
 */
export function paginate(
  heights: readonly number[],
  { first, other, end, rowsWithEnd = 3 }: Rooms,
): Page[] {
  const pages: number[][] = [[]];
  let left = first;
  heights.forEach((height, i) => {
    const page = pages[pages.length - 1] ?? [];
    if (height > left && page.length > 0) {
      pages.push([i]);
      left = other - height;
      return;
    }
    page.push(i);
    left -= height;
  });
  if (end > left) {
    const last = pages[pages.length - 1] ?? [];
    const heightOf = (rows: readonly number[]) =>
      rows.reduce((sum, row) => sum + (heights[row] ?? 0), 0);
    let carried = Math.min(rowsWithEnd, last.length - 1);
    while (carried > 1 && heightOf(last.slice(-carried)) + end > other) carried -= 1;
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
export function paginateEvenly(heights: readonly number[], rooms: Rooms): Page[] {
  const full = paginate(heights, rooms);
  let best = full;
  let kept = 0;
  let tooMuch = Math.max(0, Math.min(rooms.first, rooms.other));
  for (let i = 0; i < searchSteps; i += 1) {
    const cut = (kept + tooMuch) / 2;
    const tried = paginate(heights, {
      ...rooms,
      first: rooms.first - cut,
      other: rooms.other - cut,
    });
    if (tried.length > full.length) {
      tooMuch = cut;
    } else {
      kept = cut;
      best = tried;
    }
  }
  return best;
}
