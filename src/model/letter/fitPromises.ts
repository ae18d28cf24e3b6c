import {
  composeLetter,
  generalPromises,
  type LetterFields,
  type LetterPromise,
  type NamedTemplate,
} from './letter.ts';
import { layOutLetter } from './layoutLetter.ts';
import { choosePledges, promiseOf, type Pledge, type PledgedRisk } from './pledges.ts';
import { pledgesOfPost } from './pledgeWords.ts';

/** What the own part of a letter is chosen from. */
export interface OwnPledges {
  /** Those of the person's posts and walls. */
  readonly pledges: readonly Pledge[];
  readonly risks: ReadonlyMap<string, PledgedRisk>;
  /** The walls that a leader is in charge of; empty means all. */
  readonly walls: readonly string[];
}

/**
 * The general promises and as many of the post's own as one sheet holds. What is signed should
 * answer the gravest risks of the post: smaller type is the lesser evil.
 */
export function promisesThatFit(
  template: NamedTemplate,
  fields: LetterFields,
  { pledges, risks, walls }: OwnPledges,
  contentVersion: string,
): LetterPromise[] {
  const general = generalPromises(template);
  const withOwn = (count: number) => [
    ...general,
    ...choosePledges(pledges, risks, walls, count).map(promiseOf),
  ];
  const most = Math.min(pledges.length, pledgesOfPost.most);
  for (let count = most; count > 0; count -= 1) {
    const promises = withOwn(count);
    const laid = layOutLetter(composeLetter(template, fields, promises, contentVersion));
    if (laid.sheets.length === 1) return promises;
  }
  return general;
}
