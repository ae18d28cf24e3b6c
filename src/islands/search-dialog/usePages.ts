import { useEffect, useState } from 'preact/hooks';
import { searchPages, type PageHit } from '../../browser/pageSearch.ts';

export type PagesState =
  | { readonly status: 'idle' | 'searching' | 'unavailable' }
  | { readonly status: 'found'; readonly hits: readonly PageHit[] };

/** Whole pages are searched when the typing pauses. */
const pauseMs = 300;

export function usePages(query: string): PagesState {
  const [state, setState] = useState<PagesState>({ status: 'idle' });
  const text = query.trim();
  useEffect(() => {
    if (text === '') {
      setState({ status: 'idle' });
      return undefined;
    }
    let isGone = false;
    const timer = setTimeout(() => {
      setState((before) => (before.status === 'unavailable' ? before : { status: 'searching' }));
      searchPages(text).then(
        (hits) => {
          if (!isGone) setState({ status: 'found', hits });
        },
        () => {
          if (!isGone) setState({ status: 'unavailable' });
        },
      );
    }, pauseMs);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [text]);
  return state;
}
