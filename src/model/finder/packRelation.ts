import { fold } from '../text/foldText.ts';
import type { Relation } from './queryUnits.ts';

/** A relation as it is published: as lists of strings the words would take a tenth more. */
export type PackedRelation = readonly [say: string, mean: string];

const wordBreak = '|';

export const packRelation = ({ say, mean }: Relation): PackedRelation => [
  say.join(wordBreak),
  mean.join(wordBreak),
];

/** The relation, folded, like all that is compared; folding a row at once saves half of the time. */
export const unpackRelation = ([say, mean]: PackedRelation): Relation => ({
  say: fold(say).split(wordBreak),
  mean: fold(mean).split(wordBreak),
});
