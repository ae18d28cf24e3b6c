import type { LetterData } from '../model/letter/letterData.ts';
import { siteBase } from './siteBase.ts';

/** The texts of the commitment letters. */
export async function fetchLetterData(): Promise<LetterData> {
  const response = await fetch(`${siteBase()}data/letters.json`);
  if (!response.ok) throw new Error(`letters: ${response.status}`);
  return response.json() as Promise<LetterData>;
}
