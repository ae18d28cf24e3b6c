import { firstSentence } from '../text/firstSentence.ts';
import type { OpenQuestion, Part, PartKey, QuestionKey, Reading } from './bank.ts';
import { circledOf, letterOf, shownOrder } from './shownOptions.ts';

/** The key of a printed paper: the answers in its letters and numbers, each with one reason. */

/** The right answer to a part as it is written on this paper. */
export function keyText(part: Part, right: readonly number[], seed: string): string {
  switch (part.type) {
    case '判断':
      return right[0] === 0 ? '√' : '×';
    case '排序':
      return right.map(circledOf).join('');
    case '配对':
      return right.map((one, i) => `${circledOf(i)}${letterOf(one)}`).join(' ');
    default:
      return shownOrder(part, seed)
        .flatMap((option, place) => (right.includes(option) ? letterOf(place) : []))
        .join('');
  }
}

/** What is said to those who chose rightly begins with 对。 */
const withoutVerdict = (feedback: string) => feedback.replace(/^对[。，]/, '');

const withoutStop = (sentence: string) => sentence.replace(/。$/, '');

/**
 * Why the right answers to a part are right, in one sentence: the first one that is said of the right
 * option. Of several right options each has its clause, and those of which the same is said share it.
 */
function partReason(part: Part, { right, feedback }: PartKey, seed: string): string {
  if (part.type === '排序' || part.type === '配对') return '';
  const told = shownOrder(part, seed).flatMap((option, place) =>
    right.includes(option)
      ? {
          letter: letterOf(place),
          clause: firstSentence(withoutVerdict(feedback[option] ?? '')),
        }
      : [],
  );
  if (told.length < 2) return told[0]?.clause ?? '';
  const clauses = [...new Set(told.map(({ clause }) => withoutStop(clause)))];
  const lettered = clauses.map((clause) => {
    const letters = told.filter((one) => withoutStop(one.clause) === clause);
    return `${letters.map(({ letter }) => letter).join('、')}：${clause}`;
  });
  return `${lettered.join('；')}。`;
}

/** The documents that an answer rests on, as `《民法典》第一百条、第二百条`; empty without one. */
export function basisText(readings: readonly Reading[]): string {
  const byLaw = new Map<string, string[]>();
  for (const { text } of readings) {
    const match = /^(《.+》)(.*)$/.exec(text);
    if (!match) continue;
    const [, law = '', place = ''] = match;
    byLaw.set(law, [...(byLaw.get(law) ?? []), place]);
  }
  return [...byLaw].map(([law, places]) => law + places.join('、')).join('；');
}

export interface KeyPart {
  readonly answer: string;
  /** One sentence, with its full stop; empty where nothing is said. */
  readonly reason: string;
}

/** The key to a question: of a case by part. What explains the question as a whole comes first. */
export function keyParts(question: OpenQuestion, key: QuestionKey, seed: string): KeyPart[] {
  return question.parts.map((part, i) => {
    const partKey = key.parts.find(({ id }) => id === part.id);
    const ofQuestion = i === 0 ? firstSentence(key.explanation) : '';
    return {
      answer: partKey ? keyText(part, partKey.right, seed) : '',
      reason: ofQuestion || (partKey ? partReason(part, partKey, seed) : ''),
    };
  });
}
