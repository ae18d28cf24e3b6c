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
}

/**
 * Spreads rows over pages without cutting any. The end stays with the last row: signatures that
 * stand alone on a sheet could belong to anything.
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
    const carried = last.length > 1 ? last.splice(-1) : [];
    pages.push(carried);
  }
  return pages.map((rows, i) => ({ rows, hasEnd: i === pages.length - 1 }));
}
