import type { OpenQuestion, QuestionKey } from './bank.ts';
import type { Paper } from './examSchema.ts';

/** Papers to be printed: what was chosen, and what was drawn from it. */
export interface PaperChoice {
  readonly paperId: string | undefined;
  /** Two papers with other questions, for neighbours. */
  readonly hasTwo: boolean;
  /** A sheet of its own for the answers, which then carries the table of marks. */
  readonly hasCard: boolean;
  /** Empty: a new seed is made. */
  readonly typedSeed: string;
}

export interface DrawnPaper {
  /** `（甲）` or `（乙）`; empty for a single one. */
  readonly letter: string;
  readonly seed: string;
  readonly questions: readonly OpenQuestion[];
  readonly keys: readonly QuestionKey[];
}

/** What the papers of a run are told apart by: nothing for one, 甲 and 乙 for two. */
export const paperLetters = (hasTwo: boolean): readonly string[] =>
  hasTwo ? ['（甲）', '（乙）'] : [''];

export type PaperRun =
  | { readonly status: 'idle' }
  /** Its number tells runs apart: what an earlier one brings is not wanted any more. */
  | { readonly status: 'drawing'; readonly number: number }
  | { readonly status: 'fault'; readonly text: string }
  /** What was drawn, whatever is chosen since. */
  | {
      readonly status: 'drawn';
      readonly note: string;
      readonly hasCard: boolean;
      readonly papers: readonly DrawnPaper[];
    };

export interface PaperDesk {
  readonly choice: PaperChoice;
  readonly run: PaperRun;
}

export type PaperAction =
  | { readonly type: 'choose'; readonly values: Partial<PaperChoice> }
  | { readonly type: 'draw'; readonly number: number }
  | { readonly type: 'refuse'; readonly text: string }
  | {
      readonly type: 'finish';
      readonly number: number;
      readonly result: Extract<PaperRun, { readonly status: 'fault' | 'drawn' }>;
    };

export function emptyDesk(paperId: string | undefined): PaperDesk {
  return {
    choice: { paperId, hasTwo: false, hasCard: false, typedSeed: '' },
    run: { status: 'idle' },
  };
}

export function deskAfter(desk: PaperDesk, action: PaperAction): PaperDesk {
  switch (action.type) {
    case 'choose':
      return {
        ...desk,
        choice: { ...desk.choice, ...action.values },
        // A fault is about what was typed; papers that were drawn stay to be printed.
        run: desk.run.status === 'fault' ? { status: 'idle' } : desk.run,
      };
    case 'draw':
      return { ...desk, run: { status: 'drawing', number: action.number } };
    case 'refuse':
      return { ...desk, run: { status: 'fault', text: action.text } };
    case 'finish':
      return desk.run.status === 'drawing' && desk.run.number === action.number
        ? { ...desk, run: action.result }
        : desk;
  }
}

/**
 * What stands under the title: which paper, how it counts, for whom.
 * @param count of the questions that the bank had for it, which may be fewer than the rules ask.
 */
export function paperNote(
  { name, minutes, passMark }: Omit<Paper, 'questionCount'>,
  count: number,
  postText: string,
): string {
  return `${name}，共 ${count} 题，满分 100 分，${passMark} 分合格，时间 ${minutes} 分钟。范围：${postText}。`;
}
