import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { paginate, type MergedColumn, type Page, type Rooms } from '../../model/print/paginate.ts';

/** What is looked at on the sheet that holds everything; all of it lies in its `.form-body`. */
interface Parts {
  /** Holds the rows; what stands above it stands on the first page only. */
  readonly list: string;
  /** What is spread over pages, none of it cut. */
  readonly rows: string;
  /** Stands above the rows on every page. */
  readonly repeated?: string;
  /** Stands after the last row. */
  readonly end?: string;
  /** So many rows stay with the end; three when not said. */
  readonly rowsWithEnd?: number;
}

/** Spreads rows of these heights over pages. */
type SpreadRows = (
  heights: readonly number[],
  rooms: Rooms,
  columns: readonly MergedColumn[],
) => Page[];

/** Borders and roundings that the boxes do not count, in px. */
const slackPx = 4;

const heightOf = (sheet: Element, selector: string | undefined) =>
  (selector && sheet.querySelector(selector)?.getBoundingClientRect().height) || 0;

/**
 * Merged cells as they are measured: in each row what stands in them hangs from its cell without
 * making the row higher, and says with which neighbours it is merged.
 */
function mergedColumns(rows: readonly Element[]): MergedColumn[] {
  const cells = rows.map((row) => Array.from(row.querySelectorAll<HTMLElement>('[data-merged]')));
  return (cells[0] ?? []).map((_, column) => ({
    keys: cells.map((row) => row[column]?.dataset['merged'] ?? ''),
    leasts: cells.map((row) => {
      const words = row[column];
      if (!words?.parentElement) return 0;
      const { paddingTop, paddingBottom } = getComputedStyle(words.parentElement);
      const { height } = words.getBoundingClientRect();
      return height + parseFloat(paddingTop) + parseFloat(paddingBottom) + 1;
    }),
  }));
}

function spread(sheet: Element, parts: Parts, spreadRows: SpreadRows): Page[] | undefined {
  const { list, rows, repeated, end, rowsWithEnd } = parts;
  const body = sheet.querySelector('.form-body')?.getBoundingClientRect();
  const listTop = sheet.querySelector(list)?.getBoundingClientRect().top;
  if (!body || listTop === undefined) return undefined;
  const room = body.height - heightOf(sheet, repeated) - slackPx;
  const all = Array.from(sheet.querySelectorAll(rows));
  return spreadRows(
    all.map((row) => row.getBoundingClientRect().height),
    {
      first: room - (listTop - body.top),
      other: room,
      end: heightOf(sheet, end),
      ...(rowsWithEnd === undefined ? {} : { rowsWithEnd }),
    },
    mergedColumns(all),
  );
}

/**
 * Spreads rows over sheets of paper as the browser would break them, but by measuring: one sheet
 * that holds all is drawn unseen, in an element with the reference that is given back.
 * @param changes measured again when one of them has changed.
 * @param spreadRows which rows go on which page; as many as there is room for, when left out.
 * @returns no pages until the sheet has been measured.
 */
export function usePages(
  parts: Parts,
  changes: readonly unknown[],
  spreadRows: SpreadRows = paginate,
): { readonly measured: RefObject<HTMLDivElement | null>; readonly pages: readonly Page[] } {
  const measured = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<readonly Page[]>([]);
  useLayoutEffect(() => {
    const cut = measured.current && spread(measured.current, parts, spreadRows);
    if (cut) setPages(cut);
  }, changes);
  return { measured, pages };
}
