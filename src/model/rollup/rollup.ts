import type { Addition, AnswerState } from '../assessment/record.ts';
import type { PrintLog } from '../letter/printLog.ts';
import type { MyPost } from '../post/myPost.ts';
import type { Grade, PostLevel } from '../vocabulary.ts';
import type { Decision } from './decision.ts';

/**
 * 汇总: what the discipline office has taken in for one period, who should have handed in, and what
 * was decided on it. Everything that the pages and tables of the roll-up show is worked out of this.
 */

/** What a person says of one risk, without what only the person's own page needs. */
export interface RollupAnswer {
  readonly state?: AnswerState;
  /** Why the risk does not apply. */
  readonly reason?: string;
  /** The grade that the person proposes, when it is not the published one. */
  readonly grade?: Grade;
  readonly gradeReason?: string;
  readonly note?: string;
  readonly measure?: string;
  readonly responsible?: string;
  /** `2026-12-31`, or empty. */
  readonly dueDate?: string;
  /** The risk has been reworded since it was answered. */
  readonly isOutdated?: true;
}

/** What every hand-in has, whatever was handed in. */
interface HandInHead {
  /**
   * Of the hand-in: `assessment-<record id>-<sum of name, department and period>`, `quiz-<sum>`,
   * `print-log-<sum>`. The same file taken in twice has the same id; a later state of the same
   * record too.
   */
  readonly id: string;
  /** As it was called on the disk, with the folder it lay in. */
  readonly fileName: string;
  /** When it was taken in, in ms since 1970. */
  readonly takenAt: number;
  /** When anything in it was last changed, in ms since 1970: the later of two counts. */
  readonly at: number;
  /** As written by the person; print logs have none. */
  readonly name: string;
  readonly department: string;
  readonly contentVersion: string;
  /** What in the file could not be read, in words; the rest counts. */
  readonly unread: readonly string[];
  /** Whether the check code of the file fits what it holds. */
  readonly isCodeRight: boolean;
}

export interface AssessmentHandIn extends HandInHead {
  readonly kind: 'assessment';
  readonly post: string;
  readonly period: string;
  /** Whose risks the person went through. */
  readonly scope: MyPost;
  /** By id of the risk; a risk that was not touched is not in it. */
  readonly answers: Readonly<Record<string, RollupAnswer>>;
  /** 自行补充, removed ones left out. */
  readonly additions: readonly Addition[];
  readonly noAdditionReason: string;
}

/** One exam that was handed in. */
export interface RollupExam {
  readonly id: string;
  readonly paperName: string;
  readonly contentVersion: string;
  /** 0 to 100. */
  readonly mark: number;
  readonly passMark: number;
  /** ms since 1970. */
  readonly at: number;
  readonly questions: readonly { readonly id: string; readonly print: string }[];
  /** By question, then by part of it: the numbers of the options that were chosen. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  /** What each question earned, 0 to 1. */
  readonly scores: Readonly<Record<string, number>>;
}

export interface QuizHandIn extends HandInHead {
  readonly kind: 'quiz';
  readonly exams: readonly RollupExam[];
}

export interface LogHandIn extends HandInHead {
  readonly kind: 'print-log';
  readonly events: PrintLog;
}

export type HandIn = AssessmentHandIn | QuizHandIn | LogHandIn;
export type HandInKind = HandIn['kind'];

/** A person of the roster: who should hand in. */
export interface RosterEntry {
  /** Of department, name and how many of that name stand above: `r-<sum>`. */
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly post: string;
  readonly level: PostLevel | undefined;
  /** Refs of the catalogue that the post was matched with; empty when it was not. */
  readonly posts: readonly string[];
}

/** Says that a hand-in is of nobody on the roster. */
export const notOnRoster = '-';

/** What is true of the whole roll-up. */
export interface RollupHead {
  /** `2026年度`: hand-ins of another period are listed, and do not count. */
  readonly period: string;
  /** As it stands on the tables. */
  readonly unit: string;
  /** It was exported without names: people are numbers, and what they wrote is left out. */
  readonly isNameless?: true;
  /** ms since 1970. */
  readonly at: number;
}

export interface Rollup {
  readonly id: string;
  readonly head: RollupHead;
  readonly roster: readonly RosterEntry[];
  readonly handIns: readonly HandIn[];
  /**
   * Whom a person has said a hand-in to be of, by its id: the id of a roster entry or `notOnRoster`.
   * Without one the names decide, see `matching.ts`.
   */
  readonly owners: Readonly<Record<string, string>>;
  /**
   * Which of several hand-ins of one kind, person and period counts, by person (`r-…`) and kind:
   * `assessment.r-1f`. Without one the later counts.
   */
  readonly choices: Readonly<Record<string, string>>;
  /** What the office decided on what people proposed, by the subject's id, see `review.ts`. */
  readonly decisions: Readonly<Record<string, Decision>>;
}

/** An empty roll-up. @param id unique on this machine; @param now ms since 1970. */
export function createRollup(id: string, period: string, unit: string, now: number): Rollup {
  return {
    id,
    head: { period, unit, at: now },
    roster: [],
    handIns: [],
    owners: {},
    choices: {},
    decisions: {},
  };
}
