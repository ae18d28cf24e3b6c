import type { BankIndex, OpenQuestion, QuestionKey } from './bank.ts';
import { handIn, type Exam } from './exam.ts';

/** An exam out of a file, marked again by the bank of today: a file can be written by anyone. */
export type Recheck =
  | {
      readonly status: 'marked';
      /** With the mark that its answers earn, and the rules of the paper where they are known. */
      readonly exam: Exam;
      /** What in the file does not agree with that, in words; empty when all of it does. */
      readonly differences: readonly string[];
    }
  /** None of its questions is in the bank as it was drawn: nothing can be marked. */
  | { readonly status: 'unmarkable'; readonly exam: Exam };

/** Each question once: one that is easy cannot count twice. */
function drawnOnce({ questions }: Exam): Exam['questions'] {
  return [...new Map(questions.map((question) => [question.id, question])).values()];
}

/** What the rules of the paper say otherwise. They are the same ones while the content is. */
function ruleDifferences(exam: Exam, bank: RecheckBank): string[] {
  const { exam: rules, contentVersion } = bank;
  const paper = rules?.papers.find(({ id }) => id === exam.paperId);
  if (!paper || exam.contentVersion !== contentVersion) return [];
  const questionCount = Math.min(paper.questionCount, bank.questions.length);
  return [
    ...(exam.passMark === paper.passMark
      ? []
      : [`合格分写的是 ${exam.passMark}，这种卷子是 ${paper.passMark}`]),
    ...(exam.questions.length === questionCount
      ? []
      : [`有 ${exam.questions.length} 题，这种卷子是 ${questionCount} 题`]),
  ];
}

type RecheckBank = Pick<BankIndex, 'exam' | 'contentVersion' | 'questions'>;

/**
 * Marks an exam out of a file again. Questions that the bank has changed since count as they do when
 * an exam is handed in: not at all.
 * @param exam handed in; the mark and the scores of the file are only compared.
 */
export function recheck(
  exam: Exam,
  bank: RecheckBank,
  questions: readonly OpenQuestion[],
  keys: readonly QuestionKey[],
): Recheck {
  const { handedIn, ...open } = exam;
  if (!handedIn) return { status: 'unmarkable', exam };
  const drawn = drawnOnce(exam);
  const again = handIn({ ...open, questions: drawn }, questions, keys, handedIn.at).handedIn;
  const markedCount = Object.keys(again?.scores ?? {}).length;
  if (!again || markedCount === 0) return { status: 'unmarkable', exam };
  const leftOut = drawn.length - markedCount;
  const rules = ruleDifferences({ ...exam, questions: drawn }, bank);
  const paper = bank.exam?.papers.find(({ id }) => id === exam.paperId);
  return {
    status: 'marked',
    exam: {
      ...open,
      questions: drawn,
      handedIn: again,
      ...(rules.length > 0 && paper && { passMark: paper.passMark }),
    },
    differences: [
      ...(again.mark === handedIn.mark
        ? []
        : [
            `文件里写 ${handedIn.mark} 分，按里面的作答重算是 ${again.mark} 分` +
              (leftOut > 0 ? `（${leftOut} 题题库里改过或者撤了，没有计分）` : ''),
          ]),
      ...rules,
    ],
  };
}
