import { useEffect } from 'preact/hooks';
import { prepareSearch } from '../../model/register/query.ts';
import type { RegisterRow } from '../../model/register/rows.ts';

/** So many rows are made ready for the search at a time, without holding up a slow machine. */
const rowsAtATime = 100;
const firstDelayMs = 500;

/** Makes the search ready while the reader looks around, so that the first key is quick. */
export function usePreparedSearch(rows: readonly RegisterRow[]): void {
  useEffect(() => {
    let from = 0;
    const goOn = () => {
      prepareSearch(rows.slice(from, from + rowsAtATime));
      from += rowsAtATime;
      if (from < rows.length) timer = setTimeout(goOn, 0);
    };
    let timer = setTimeout(goOn, firstDelayMs);
    return () => clearTimeout(timer);
  }, [rows]);
}
