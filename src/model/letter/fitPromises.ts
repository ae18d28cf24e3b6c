import type { ChecklistRisk } from '../assessment/checklist.ts';
import {
  composeLetter,
  generalPromises,
  type LetterFields,
  type LetterPromise,
  type NamedTemplate,
} from './letter.ts';
import { layOutLetter } from './layoutLetter.ts';
import { chooseRisks, riskPromise } from './riskPromises.ts';

/** More promises than this nobody reads out; with the general ones a letter has three to six. */
const mostPromises = 6;

/** With fewer than these a letter says what any letter says. */
const leastOwn = 2;

/**
 * The general promises and as many of the post's own as one sheet holds, at 三号 if two fit.
 * @param risks those of the post, gravest first.
 */
export function promisesThatFit(
  template: NamedTemplate,
  fields: LetterFields,
  risks: readonly ChecklistRisk[],
  contentVersion: string,
): LetterPromise[] {
  const general = generalPromises(template);
  const own = chooseRisks(risks, Math.max(0, mostPromises - general.length)).map(riskPromise);
  const withOwn = (count: number) => [...general, ...own.slice(0, count)];
  const laidOut = (count: number) =>
    layOutLetter(composeLetter(template, fields, withOwn(count), contentVersion));
  const counts = Array.from({ length: own.length }, (_, i) => own.length - i);
  const fitting =
    counts.find((count) => count >= leastOwn && laidOut(count).size === '三号') ??
    // A letter without the risks of the post would be a blank cheque: smaller type is the lesser evil.
    counts.find((count) => laidOut(count).sheets.length === 1);
  return withOwn(fitting ?? 0);
}
