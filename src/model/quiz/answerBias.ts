import type { QuizSource, Ticked } from './quizSchema.ts';

/** Limits of the bank as a whole: with less than this many questions a share says nothing. */
const leastForShares = 40;
const longestIsRightLimit = 0.4;
const positionLimits = { least: 0.15, most: 0.35 };
const trueLimits = { least: 0.3, most: 0.7 };

export interface Bias {
  /** What the bank gives away, in Chinese. */
  readonly said: string;
  readonly remedy: string;
  /** Position in the list of the file that does it most. */
  readonly worst: number;
}

function parts({ questions }: QuizSource): Ticked[] {
  return questions.flatMap((question): readonly Ticked[] => {
    if (question.type === '案例') return question.parts;
    return question.type === '排序' || question.type === '配对' ? [] : [question];
  });
}

type SingleOptions = Extract<Ticked, { type: '单选' }>['options'];

function singles(quiz: QuizSource): SingleOptions[] {
  return parts(quiz).flatMap((part) => (part.type === '单选' ? [part.options] : []));
}

function isLongestRight(options: SingleOptions): boolean {
  const right = options.find(({ isRight }) => isRight)?.text.length ?? 0;
  return options.every(({ isRight, text }) => isRight || text.length < right);
}

const shareOf = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const percent = (share: number) => `${Math.round(share * 100)} %`;

/** The file with the highest share. */
function worstOf(shares: readonly number[]): number {
  return shares.indexOf(Math.max(...shares));
}

/**
 * Ways in which the bank as a whole gives its answers away: by length, by position, by truth.
 * @returns nothing for a sound or a small bank.
 */
export function answerBiases(quizzes: readonly QuizSource[]): Bias[] {
  const biases: Bias[] = [];
  const byFile = quizzes.map(singles);
  const all = byFile.flat();
  if (all.length >= leastForShares) {
    const longest = shareOf(all.filter(isLongestRight).length, all.length);
    if (longest > longestIsRightLimit) {
      biases.push({
        said: `全部单选题里，正确选项最长的占 ${percent(longest)}，看长短就能猜`,
        remedy: `降到 ${percent(longestIsRightLimit)} 以下：写长错的选项，或者写短对的；这个文件占得最多`,
        worst: worstOf(byFile.map((one) => shareOf(one.filter(isLongestRight).length, one.length))),
      });
    }
    for (const position of [0, 1, 2, 3]) {
      const isHere = (options: SingleOptions) => options[position]?.isRight === true;
      const share = shareOf(all.filter(isHere).length, all.length);
      if (share >= positionLimits.least && share <= positionLimits.most) continue;
      const direction = share > positionLimits.most ? 1 : -1;
      biases.push({
        said: `全部单选题里，答案是第 ${position + 1} 个选项的占 ${percent(share)}`,
        remedy: `调到 ${percent(positionLimits.least)} 到 ${percent(positionLimits.most)} 之间：换一换选项的先后；这个文件偏得最多`,
        worst: worstOf(
          byFile.map((one) => direction * shareOf(one.filter(isHere).length, one.length)),
        ),
      });
    }
  }
  const judgements = quizzes.map((quiz) =>
    parts(quiz).flatMap((part) => (part.type === '判断' ? [part.isTrue] : [])),
  );
  const count = judgements.flat().length;
  const share = shareOf(judgements.flat().filter(Boolean).length, count);
  if (count >= leastForShares && (share < trueLimits.least || share > trueLimits.most)) {
    const direction = share > trueLimits.most ? 1 : -1;
    biases.push({
      said: `全部判断题里，答案是“对”的占 ${percent(share)}`,
      remedy: `调到 ${percent(trueLimits.least)} 到 ${percent(trueLimits.most)} 之间；这个文件偏得最多`,
      worst: worstOf(
        judgements.map((one) => direction * shareOf(one.filter(Boolean).length, one.length)),
      ),
    });
  }
  return biases;
}
