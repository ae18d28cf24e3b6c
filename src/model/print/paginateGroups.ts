/** One row of a table that is spread over sheets; heights in any one unit. */
export interface GroupRow {
  readonly height: number;
  /** Rows of one group belong together, such as the risks of a step. */
  readonly group: number;
  /** Names its group and may not stand at the foot of a sheet without a row below it. */
  readonly isHead: boolean;
}

export interface GroupPage {
  /** Indexes of the rows on this page. */
  readonly rows: readonly number[];
  /** The group that goes on from the page before, which the page has to name again. */
  readonly continues: number | undefined;
}

/**
 * Spreads grouped rows over pages without cutting any. A row that is higher than a page stands
 * alone on one.
 * @param room for rows on a page.
 * @param again height of the row that names a group once more on a page that it goes on to.
 */
export function paginateGroups(
  rows: readonly GroupRow[],
  room: number,
  again: number,
): GroupPage[] {
  const pages: { rows: number[]; continues: number | undefined }[] = [];
  let left = 0;
  rows.forEach(({ height, group, isHead }, i) => {
    const next = rows[i + 1];
    const follower = isHead && next?.group === group ? next.height : 0;
    const page = pages[pages.length - 1];
    if (page && page.rows.length > 0 && height + follower <= left) {
      page.rows.push(i);
      left -= height;
      return;
    }
    // A row below a head that begins its page stays there, however high it is.
    const before = rows[i - 1];
    if (page?.rows.length === 1 && before?.isHead && before.group === group) {
      page.rows.push(i);
      left -= height;
      return;
    }
    const goesOn = !isHead && before?.group === group;
    pages.push({ rows: [i], continues: goesOn ? group : undefined });
    left = room - height - (goesOn ? again : 0);
  });
  return pages;
}
