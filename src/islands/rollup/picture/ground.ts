import type { ListGround } from '../../../model/rollup/picture/lists.ts';
import type { ViewProps } from '../viewProps.ts';

/** What the sections of 情况 are made of. */
export interface PictureGround extends ListGround, Omit<ViewProps, 'onChange'> {
  /** What the pictures of the self-assessments are made of, in words. */
  readonly notes: readonly string[];
  /** The same of the exams. */
  readonly examNotes: readonly string[];
}
