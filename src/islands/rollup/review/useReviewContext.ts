import { useEffect, useMemo, useState } from 'preact/hooks';
import { fetchData } from '../../../browser/data.ts';
import { faultText } from '../../../model/published/fetched.ts';
import type { RegisterData } from '../../../model/register/rows.ts';
import type { ReviewContext } from '../../../model/rollup/reviewFaults.ts';
import type { ReviewRules, WorkbookWall } from '../../../model/rollup/reviewRules.ts';

export interface FetchedContext {
  /** Undefined until the rules have come. */
  readonly context: ReviewContext | undefined;
  /** Whether walls are still on their way. */
  readonly isWaiting: boolean;
  /** Why something could not be had. */
  readonly fault: string | undefined;
}

/**
 * What adopted proposals are judged by: the rules at once, the walls as they are needed.
 * @param wallIds of the walls that something is adopted for.
 */
export function useReviewContext(
  { rows }: Pick<RegisterData, 'rows'>,
  wallIds: readonly string[],
): FetchedContext {
  const [rules, setRules] = useState<ReviewRules>();
  const [walls, setWalls] = useState<ReadonlyMap<string, WorkbookWall>>(new Map());
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    void fetchData('review').then((fetched) => {
      if (fetched.status === 'present') setRules(fetched.data);
      else setFault(faultText(fetched.fault));
    });
  }, []);
  const wanted = wallIds.filter((id) => !walls.has(id));
  const key = wanted.join();
  useEffect(() => {
    let isWanted = true;
    if (key === '') return undefined;
    void Promise.all(
      key.split(',').map(async (id) => [id, await fetchData('workbook/*', id)] as const),
    ).then((all) => {
      if (!isWanted) return;
      const found = all.flatMap(([id, fetched]) => {
        if (fetched.status === 'present') return [[id, fetched.data] as const];
        setFault(faultText(fetched.fault));
        return [];
      });
      if (found.length > 0) setWalls((known) => new Map([...known, ...found]));
    });
    return () => {
      isWanted = false;
    };
  }, [key]);
  const context = useMemo(() => rules && { rules, walls, rows }, [rules, walls, rows]);
  return { context, isWaiting: wanted.length > 0 && fault === undefined, fault };
}
