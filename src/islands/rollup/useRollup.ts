import { useState } from 'preact/hooks';
import { createRollup, type Rollup } from '../../model/rollup/rollup.ts';

export interface RollupDesk {
  readonly rollup: Rollup;
  readonly change: (change: (rollup: Rollup) => Rollup) => void;
}

/** The roll-up that is open. @param unit as it stands on the tables. */
export function useRollup(unit: string): RollupDesk {
  const [rollup, setRollup] = useState(() => {
    const now = Date.now();
    return createRollup('new', `${new Date(now).getFullYear()}年度`, unit, now);
  });
  return { rollup, change: (change) => setRollup(change) };
}
