import { useEffect, useState } from 'preact/hooks';
import type { Fetched } from '../../model/published/fetched.ts';

/**
 * Fetches something for as long as it is wanted.
 * @param key names what is wanted: with another key it is fetched anew.
 * @returns undefined while it is on its way, also after the key has changed.
 */
export function useFetched<T>(key: string, fetchIt: () => Promise<Fetched<T>>) {
  const [arrived, setArrived] = useState<{ readonly key: string; readonly fetched: Fetched<T> }>();
  useEffect(() => {
    let isWanted = true;
    void fetchIt().then((fetched) => {
      if (isWanted) setArrived({ key, fetched });
    });
    return () => {
      isWanted = false;
    };
  }, [key]);
  return arrived?.key === key ? arrived.fetched : undefined;
}
