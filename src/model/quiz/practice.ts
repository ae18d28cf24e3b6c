import { z } from '../kept/miniZod.ts';

/**
 * Practice: a wrong question comes back after a few others, and again until it is right. The state
 * is a queue of question ids, so that it can be kept and taken up again.
 */
export interface Practice {
  /** Still to come, the present one first. */
  readonly queue: readonly string[];
  /** Answered right, in the order in which that happened. */
  readonly done: readonly string[];
  /** Answered wrong at least once. */
  readonly missed: readonly string[];
}

const ids = z.array(z.string().check(z.maxLength(40)));
const roundShape = z.object({
  seed: z.string().check(z.maxLength(40)),
  /** Answers given so far: the order of options differs from one to the next. */
  turn: z.number(),
  practice: z.object({ queue: ids, done: ids, missed: ids }),
});

/** A round of practice as it is kept, so that closing the page does not lose it. */
export interface Round {
  readonly seed: string;
  readonly turn: number;
  readonly practice: Practice;
}

/** @returns undefined when nothing is left to do, or when it is not a round. */
export function readRound(data: unknown): Round | undefined {
  const result = z.safeParse(roundShape, data);
  return result.success && result.data.practice.queue.length > 0 ? result.data : undefined;
}

/** A kept round against the bank of today: questions that have gone leave the queue. */
export function withoutGone(practice: Practice, known: readonly string[]): Practice {
  return { ...practice, queue: practice.queue.filter((id) => known.includes(id)) };
}

/** After how many others a wrong question comes back. */
export const comesBackAfter = 3;

export function startPractice(ids: readonly string[]): Practice {
  return { queue: [...new Set(ids)], done: [], missed: [] };
}

/** The next state after the present question was answered. */
export function afterAnswer(practice: Practice, wasRight: boolean): Practice {
  const [id, ...rest] = practice.queue;
  if (id === undefined) return practice;
  if (wasRight) return { ...practice, queue: rest, done: [...practice.done, id] };
  return {
    queue: [...rest.slice(0, comesBackAfter), id, ...rest.slice(comesBackAfter)],
    done: practice.done,
    missed: practice.missed.includes(id) ? practice.missed : [...practice.missed, id],
  };
}
