import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
import type { RegisterData } from '../../model/register/rows.ts';
import type { Counting } from '../../model/rollup/counting.ts';
import type { Rollup } from '../../model/rollup/rollup.ts';

/** What each part of the page is given. */
export interface ViewProps {
  readonly rollup: Rollup;
  /** Worked out of the roll-up once for all parts. */
  readonly counting: Counting;
  /** Which risks there are and whose they are. */
  readonly index: ChecklistIndex;
  /** Their texts. */
  readonly register: RegisterData;
  /** Changes the roll-up; it is drawn and kept at once. */
  readonly onChange: (change: (rollup: Rollup) => Rollup) => void;
}
