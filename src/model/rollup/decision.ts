import type { Category, ControlPhase, Grade, PostLevel } from '../vocabulary.ts';

/** What the office does with a proposal. */
export const outcomes = ['采纳', '并入已有风险点', '不采纳'] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * How far a proposal has come on paper: the roll-up only notes it. The order is that of the real
 * chain of approval (a person proposes, the unit reviews, the leading group confirms).
 */
export const stages = ['处室互查', '分管领导审核', '领导小组审定', '公示'] as const;
export type Stage = (typeof stages)[number];

/** The risk that an adopted find will be, in the fields of an author's workbook. */
export interface AdoptedRisk {
  readonly wallId: string;
  readonly stepId: string;
  readonly title: string;
  readonly manifestation: string;
  readonly category: Category;
  readonly grade: Grade;
  readonly gradeReason: string;
  readonly postLevel: PostLevel;
  readonly department: string;
  readonly posts: readonly string[];
  readonly cause: string;
  readonly controls: readonly {
    readonly phase: ControlPhase;
    readonly by: string;
    readonly text: string;
  }[];
  /** As authors write them: one citation each. */
  readonly penalties: readonly string[];
  readonly warningSign: string;
  readonly monitor: string;
}

/** What was decided on one proposal. */
export interface Decision {
  readonly outcome?: Outcome;
  /** Of the risk into which it goes, with 并入已有风险点. */
  readonly into?: string;
  readonly note: string;
  readonly stage: Stage;
  /** What an adopted find becomes; fields that are still empty are named by `lackingFields`. */
  readonly risk?: AdoptedRisk;
  /** The grade that was adopted, where one was proposed. */
  readonly grade?: Grade;
  /** Why, as it will stand in the wall. */
  readonly gradeReason?: string;
  /** The penalties of that grade, where they change with it: 一类 has to cite 刑法. */
  readonly penalties?: readonly string[];
  /** ms since 1970. */
  readonly at: number;
}
