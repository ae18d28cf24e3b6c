import type { QuizSource, Ticked } from './quizSchema.ts';

/** A choice among options of which one is right, as a guesser sees it: the words and nothing else. */
export interface Choice {
  readonly id: string;
  readonly options: readonly { readonly text: string; readonly isRight: boolean }[];
}

function tickedParts({ questions }: QuizSource): (Ticked & { readonly id: string })[] {
  return questions.flatMap((question): readonly (Ticked & { readonly id: string })[] => {
    if (question.type === '案例') return question.parts;
    return question.type === '排序' || question.type === '配对' ? [] : [question];
  });
}

/** All choices of the files: those with one right answer, and those with several to learn from. */
export function choicesOf(quizzes: readonly QuizSource[]): {
  readonly single: readonly Choice[];
  readonly multiple: readonly Choice[];
} {
  const parts = quizzes.flatMap(tickedParts);
  const pick = (type: '单选' | '多选') =>
    parts.flatMap((part): Choice[] =>
      part.type === type && 'options' in part ? [{ id: part.id, options: part.options }] : [],
    );
  return { single: pick('单选'), multiple: pick('多选') };
}

/** Single characters and pairs of neighbours: what stands for words where nothing separates them. */
function wordsOf(text: string): Set<string> {
  const runs = text.split(/[^\p{L}\p{N}]+/u).map((run) => [...run]);
  return new Set(
    runs.flatMap((run) =>
      run.flatMap((one, i) => (i === 0 ? [one] : [one, `${run[i - 1]}${one}`])),
    ),
  );
}

/** A word seen in fewer options than this says nothing. */
const leastSeen = 2;

/** How much likelier a text with these words is to be right, from options that are known. */
export type WordRule = (text: string) => number;

/**
 * Learns from known options which words stand in right ones (naive Bayes with half a count for words
 * that were not seen on one side).
 */
export function learnWordRule(choices: readonly Choice[]): WordRule {
  const seen = { right: new Map<string, number>(), wrong: new Map<string, number>() };
  const count = { right: 0, wrong: 0 };
  for (const { text, isRight } of choices.flatMap(({ options }) => options)) {
    const side = isRight ? 'right' : 'wrong';
    count[side] += 1;
    for (const word of wordsOf(text)) seen[side].set(word, (seen[side].get(word) ?? 0) + 1);
  }
  const weight = (word: string) => {
    const right = seen.right.get(word) ?? 0;
    const wrong = seen.wrong.get(word) ?? 0;
    if (right + wrong < leastSeen) return 0;
    return (
      Math.log((right + 0.5) / (count.right + 1)) - Math.log((wrong + 0.5) / (count.wrong + 1))
    );
  };
  return (text) => [...wordsOf(text)].reduce((sum, word) => sum + weight(word), 0);
}

/** The choices that the rule answers rightly by words alone. */
export function guessedBy(rule: WordRule, choices: readonly Choice[]): Choice[] {
  return choices.filter(({ options }) => {
    const scores = options.map(({ text }) => rule(text));
    return options[scores.indexOf(Math.max(...scores))]?.isRight === true;
  });
}

export interface Guessing {
  /** Share of the single choices that are guessed, 0 to 1; by chance a quarter. */
  readonly share: number;
  readonly guessed: readonly Choice[];
  readonly total: number;
}

/**
 * Learns on one half of the bank and guesses the other, and the other way round: what somebody gains
 * who has seen half of the questions and knows nothing of the walls.
 */
export function guessByWords(quizzes: readonly QuizSource[]): readonly [Guessing, Guessing] {
  const { single, multiple } = choicesOf(quizzes);
  const half = (choices: readonly Choice[], parity: number) =>
    choices.filter((_, i) => i % 2 === parity);
  const turn = (known: number): Guessing => {
    const rule = learnWordRule([...half(single, known), ...half(multiple, known)]);
    const asked = half(single, 1 - known);
    const guessed = guessedBy(rule, asked);
    return {
      share: asked.length === 0 ? 0 : guessed.length / asked.length,
      guessed,
      total: asked.length,
    };
  };
  return [turn(0), turn(1)];
}
