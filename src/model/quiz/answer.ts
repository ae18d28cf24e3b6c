import type { OpenQuestion, Part, PartKey, QuestionKey } from './bank.ts';

/**
 * The answer to one part. Ticks: the chosen options. Ordering: item numbers in the chosen order.
 * Matching: the number of the right side for each left one, -1 where nothing is chosen yet.
 */
export type PartAnswer = readonly number[];
/** By id of the part. */
export type Answer = Readonly<Record<string, PartAnswer>>;

/** Whether everything that can be answered has been. An order as first shown is no answer yet. */
export function isAnswered({ parts }: OpenQuestion, answer: Answer): boolean {
  return parts.every((part) => {
    const given = answer[part.id] ?? [];
    return part.type === '配对'
      ? given.length === part.lefts.length && given.every((one) => one >= 0)
      : given.length > 0;
  });
}

const shareOfPlaces = (right: readonly number[], given: PartAnswer) =>
  right.filter((one, i) => given[i] === one).length / Math.max(1, right.length);

/**
 * What a part earns, from 0 to 1. Single choice and judgement: right or not. Multiple choice: all
 * right ones 1, some of them and no wrong one 0.5, else 0 (the custom of written tests: 少选得半分,
 * 错选不得分). Ordering and matching: the share of right places.
 */
export function partScore(part: Part, { right }: PartKey, given: PartAnswer = []): number {
  if (given.length === 0) return 0;
  if (part.type === '排序' || part.type === '配对') return shareOfPlaces(right, given);
  if (given.some((one) => !right.includes(one))) return 0;
  if (given.length === right.length) return 1;
  return part.type === '多选' ? 0.5 : 0;
}

/** What a question earns, from 0 to 1: a case is the mean of its parts. */
export function questionScore(
  { parts }: OpenQuestion,
  key: QuestionKey,
  answer: Answer = {},
): number {
  const scores = parts.map((part) => {
    const partKey = key.parts.find(({ id }) => id === part.id);
    return partKey ? partScore(part, partKey, answer[part.id]) : 0;
  });
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

/** Right all through; floating sums of thirds are no reason to call it wrong. */
export const isRight = (score: number): boolean => score > 0.999;
