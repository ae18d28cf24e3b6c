import { openQuestion, questionKey, type Part, type PartKey } from '../quiz/bank.ts';
import type { Question } from '../quiz/quizSchema.ts';

/** Something that can be called out from the room: `B`, or nothing before 对 and 错. */
export interface Choice {
  readonly sign: string;
  readonly text: string;
  readonly isRight: boolean;
}

/** A question as a room is asked it: of a case, its first part. */
export interface SlideQuestion {
  readonly id: string;
  readonly type: Part['type'];
  /** What happened; empty for all but cases. */
  readonly story: string;
  readonly stem: string;
  /** The left side of a matching question, numbered; empty for all others. */
  readonly lefts: readonly Choice[];
  readonly choices: readonly Choice[];
  /** `B`, `A、C`, `对`, `1—B，2—A`, `C → A → B`. */
  readonly answer: string;
  /** Why it is that. */
  readonly reasons: readonly string[];
}

const letter = (i: number): string => String.fromCharCode('A'.charCodeAt(0) + i);
const lettered = (texts: readonly string[], right: readonly number[] = []): Choice[] =>
  texts.map((text, i) => ({ sign: letter(i), text, isRight: right.includes(i) }));

type Asked = Omit<SlideQuestion, 'id' | 'type' | 'story' | 'stem' | 'reasons'>;

function asked(part: Part, { right }: PartKey): Asked {
  switch (part.type) {
    case '配对':
      return {
        lefts: part.lefts.map((text, i) => ({ sign: String(i + 1), text, isRight: false })),
        choices: lettered(part.rights),
        answer: right.map((one, i) => `${i + 1}—${letter(one)}`).join('，'),
      };
    case '排序':
      return {
        lefts: [],
        choices: lettered(part.items),
        answer: right.map(letter).join(' → '),
      };
    case '判断':
      return {
        lefts: [],
        choices: part.options.map((text, i) => ({ sign: '', text, isRight: right.includes(i) })),
        answer: part.options[right[0] ?? 0] ?? '',
      };
    default:
      return {
        lefts: [],
        choices: lettered(part.options, right),
        answer: right.map(letter).join('、'),
      };
  }
}

/** What was written to the right options; of a question that has none, why it is answered so. */
function reasonsOf(question: Question, { right, feedback }: PartKey): string[] {
  const toOptions = right.flatMap((one) => feedback[one] ?? []);
  const explanation = question.type === '案例' ? undefined : question.explanation;
  if (question.type === '多选' && explanation) return [explanation];
  // The mark says already that it is right.
  if (toOptions.length > 0) return toOptions.map((text) => text.replace(/^对[。，：]/, ''));
  return explanation ? [explanation] : [];
}

/** @returns undefined when there is nothing to answer. */
export function slideQuestion(question: Question): SlideQuestion | undefined {
  const { id, story, parts } = openQuestion(question);
  const [part] = parts;
  const [key] = questionKey(question, () => undefined).parts;
  if (!part || !key) return undefined;
  return {
    id,
    type: part.type,
    story,
    stem: part.stem,
    ...asked(part, key),
    reasons: reasonsOf(question, key),
  };
}
