import type { KindName } from './kinds.ts';

/** What the keys of versions before the envelope begin with. */
export const oldPrefix = 'fangkong.';

/** Their keys by kind, without that beginning; one that ends in a dot had ids behind it. */
export const oldKeys: Readonly<Record<KindName, string>> = {
  assessment: 'assessment.',
  exam: 'quiz.exam.',
  'wrong-book': 'quiz.wrong-book',
  round: 'quiz.round',
  'letter-draft': 'letter.draft',
  'print-log': 'letter.print-log',
  rollup: 'rollup',
  'my-post': 'my-post',
  preferences: 'preferences',
};
