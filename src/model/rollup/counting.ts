import type { AssessmentHandIn, HandIn, LogHandIn, QuizHandIn, RosterEntry } from './rollup.ts';

/** Somebody who should hand in, or who has handed in without being on the roster. */
export interface CountedPerson {
  /** Of the roster entry; `x-<sum>` of name and department of somebody who is not on it. */
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly post: string;
  readonly entry: RosterEntry | undefined;
  /** What counts of what the person has handed in. */
  readonly assessment: AssessmentHandIn | undefined;
  readonly quiz: QuizHandIn | undefined;
}

/** Why a hand-in does or does not count. */
export const standings = ['计入', '后来的一份算数', '另选了一份', '期间不符', '等着认人'] as const;
export type Standing = (typeof standings)[number];

/** A hand-in as the list of what was taken in shows it. */
export interface ListedHandIn {
  readonly handIn: HandIn;
  readonly standing: Standing;
  /** Whose it is, as far as that is known; print logs are nobody's. */
  readonly personId: string | undefined;
  /**
   * The name was written another way than on the roster (spaces, ·), or stands in it more than once:
   * whom it may be of. A person confirms; until then an exact and only match counts, others wait.
   */
  readonly candidates: readonly RosterEntry[];
}

/** What counts, once names are matched and one of several hand-ins is chosen. */
export interface Counting {
  /** The roster in its order, then those who are not on it. */
  readonly people: readonly CountedPerson[];
  readonly listed: readonly ListedHandIn[];
  readonly logs: readonly LogHandIn[];
}
