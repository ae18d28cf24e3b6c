import type { Lack } from '../../../model/rollup/reviewLacks.ts';

/** All that a field lacks, as one sentence beside it; undefined when nothing is. */
export function lackText(lacks: readonly Lack[], ...fields: readonly string[]): string | undefined {
  const texts = lacks.filter(({ field }) => fields.includes(field)).map(({ text }) => text);
  return texts.length === 0 ? undefined : `${texts.join('。')}。`;
}

/** Lacks of two judgements as one list, each once. */
export const joinLacks = (own: readonly Lack[], others: readonly Lack[]): readonly Lack[] => [
  ...own,
  ...others.filter(
    (other) => !own.some((one) => one.field === other.field && one.text === other.text),
  ),
];
