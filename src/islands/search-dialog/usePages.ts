import { useEffect, useState } from 'preact/hooks';
import { searchPages, type PageSearch } from '../../browser/pageSearch.ts';

export type PagesState =
  | { readonly status: 'idle' | 'searching' | 'unavailable' }
  | ({ readonly status: 'found' } & PageSearch);

/** Whole pages are searched when the typing pauses. */
const pauseMs = 450;
/** Pages looked at to begin with, and with each request for more. */
const portion = 12;

/** The pages that hold the query, and a way to ask for more of them. */
export function usePages(query: string): readonly [PagesState, () => void] {
  const [state, setState] = useState<PagesState>({ status: 'idle' });
  const text = query.trim();
  const [wanted, setWanted] = useState({ text, limit: portion });
  const limit = wanted.text === text ? wanted.limit : portion;
  useEffect(() => {
    if (text === '') {
      setState({ status: 'idle' });
      return undefined;
    }
    let isGone = false;
    const timer = setTimeout(
      () => {
        searchPages(text, limit).then(
          (found) => {
            if (!isGone) setState({ status: 'found', ...found });
          },
          () => {
            if (!isGone) setState({ status: 'unavailable' });
          },
        );
      },
      limit === portion ? pauseMs : 0,
    );
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [text, limit]);
  return [state, () => setWanted({ text, limit: limit + portion })];
}
