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
