import type { BureauWords } from '../post/bureauWords.ts';

/** What stands at the foot of every printed sheet: whether it is a sample, and which content it shows. */
export const sheetFoot = (
  { sampleNote }: Pick<BureauWords, 'sampleNote'>,
  contentVersion: string,
): string => [sampleNote, `内容版本 ${contentVersion}`].filter(Boolean).join('｜');
