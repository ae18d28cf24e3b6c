import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { paginate, type Page, type Rooms } from '../../model/print/paginate.ts';

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
}

/** Spreads rows of these heights over pages. */
type SpreadRows = (heights: readonly number[], rooms: Rooms) => Page[];

/** Borders and roundings that the boxes do not count, in px. */
const slackPx = 4;

const heightOf = (sheet: Element, selector: string | undefined) =>
  (selector && sheet.querySelector(selector)?.getBoundingClientRect().height) || 0;

function spread(
  sheet: Element,
  { list, rows, repeated, end }: Parts,
  spreadRows: SpreadRows,
): Page[] | undefined {
  const body = sheet.querySelector('.form-body')?.getBoundingClientRect();
  const listTop = sheet.querySelector(list)?.getBoundingClientRect().top;
  if (!body || listTop === undefined) return undefined;
  const room = body.height - heightOf(sheet, repeated) - slackPx;
  return spreadRows(
    Array.from(sheet.querySelectorAll(rows), (row) => row.getBoundingClientRect().height),
    { first: room - (listTop - body.top), other: room, end: heightOf(sheet, end) },
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
