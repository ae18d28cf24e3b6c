/**
 * Practice: a wrong question comes back once, after a few others; wrong again it is left to the
 * wrong-answer book, so that every round comes to an end. The state is a queue of question ids, so
 * that it can be kept and taken up again.
 */
export interface Practice {
  /** Still to come, the present one first. */
  readonly queue: readonly string[];
  /** Answered right, in the order in which that happened. */
  readonly done: readonly string[];
  /** Answered wrong at least once. */
  readonly missed: readonly string[];
  /** Of these, wrong when they came back too: not asked again in this round. */
  readonly left: readonly string[];
}

/** How a question of a round was last answered. */
export interface Turn {
  readonly isRight: boolean;
  readonly wasMissed: boolean;
  /** Wrong when it came back too. Rounds that were kept before this was known lack it. */
  readonly isLeft?: boolean | undefined;
  /** Counted from 1 over the whole round. */
  readonly turn: number;
}

/** A round of practice as it is kept, so that closing the page does not lose it. */
export interface Round {
  readonly seed: string;
  /** Its questions in the order in which they were drawn. */
  readonly ids: readonly string[];
  /** Answers given so far: the order of options differs from one to the next. */
  readonly turn: number;
  readonly turns: Readonly<Record<string, Turn>>;
  readonly practice: Practice;
}

export function startRound(seed: string, ids: readonly string[]): Round {
  const practice = startPractice(ids);
  return { seed, ids: practice.queue, turn: 0, turns: {}, practice };
}

/** The round after its present question was answered. */
export function roundAfter(round: Round, wasRight: boolean): Round {
  const [id] = round.practice.queue;
  if (id === undefined) return round;
  const turn = round.turn + 1;
  const practice = afterAnswer(round.practice, wasRight);
  const wasMissed = practice.missed.includes(id);
  const isLeft = practice.left.includes(id);
  return {
    ...round,
    turn,
    turns: {
      ...round.turns,
      [id]: { isRight: wasRight, wasMissed, turn, ...(isLeft && { isLeft }) },
    },
    practice,
  };
}

/** A kept round against the bank of today: questions that have gone leave the queue. */
export function withoutGone(practice: Practice, known: readonly string[]): Practice {
  return { ...practice, queue: practice.queue.filter((id) => known.includes(id)) };
}

/** After how many others a wrong question comes back. */
export const comesBackAfter = 3;

export function startPractice(ids: readonly string[]): Practice {
  return { queue: [...new Set(ids)], done: [], missed: [], left: [] };
}

/** The next state after the present question was answered. */
export function afterAnswer(practice: Practice, wasRight: boolean): Practice {
  const [id, ...rest] = practice.queue;
  if (id === undefined) return practice;
  if (wasRight) return { ...practice, queue: rest, done: [...practice.done, id] };
  if (practice.missed.includes(id)) {
    return { ...practice, queue: rest, left: [...practice.left, id] };
  }
  return {
    ...practice,
    queue: [...rest.slice(0, comesBackAfter), id, ...rest.slice(comesBackAfter)],
    missed: [...practice.missed, id],
  };
}
