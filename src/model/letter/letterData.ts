import type { BureauWords } from '../post/bureauWords.ts';
import type { Pledge } from './pledges.ts';
import type { NamedTemplate } from './letter.ts';

/** The published templates: `/data/letters.json`. */
export interface LetterData {
  readonly contentVersion: string;
  readonly unit: string;
  readonly words: BureauWords;
  readonly templates: readonly NamedTemplate[];
  readonly pledges: readonly Pledge[];
}
