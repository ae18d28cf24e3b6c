export interface Page {
  /** Indexes of the rows on this page. */
  readonly rows: readonly number[];
  readonly hasEnd: boolean;
}

/** So many rows stand above the signatures, where there is room. */
const rowsWithEnd = 3;

/** Heights in any one unit. */
export interface Rooms {
  /** For rows on the first page, which also carries the head of the form. */
  readonly first: number;
  /** For rows on every other page. */
  readonly other: number;
  /** Of what stands after the last row (opinions and signatures). */
  readonly end: number;
}

/**
 * Spreads rows over pages without cutting any. The end stays with the last rows: signatures that
 * stand alone on a sheet, or below a single row, could belong to anything.
 * A row that is higher than a page stands alone on one.
 */
export function paginate(heights: readonly number[], { first, other, end }: Rooms): Page[] {
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
