import { type NamedWall, placedRisks } from '../wall/wall.ts';
import { fingerprint } from '../text/fingerprint.ts';
import type { Category, Difficulty, Grade, PostLevel, QuestionType } from '../vocabulary.ts';
import type { ChecklistWall } from '../assessment/checklist.ts';
import { postFinder, type CataloguePost } from '../post/catalogue.ts';
import type { PostList } from '../post/postList.ts';
import type { BureauWords } from '../post/bureauWords.ts';
import type { ExamRules } from './examSchema.ts';
import type { Question, QuizSource, Ticked } from './quizSchema.ts';
import { randomFrom, shuffled } from './seed.ts';

/**
 * The question bank as it is published. Questions and keys go into files of their own: an exam
 * reads the keys only when it is handed in. A static site cannot keep a key from a determined
 * reader; it can keep it out of sight.
 */

/** One thing to tick, as shown: the key tells which options are right. */
export interface TickPart {
  readonly id: string;
  readonly type: '单选' | '多选' | '判断';
  readonly stem: string;
  readonly options: readonly string[];
}

export interface OrderPart {
  readonly id: string;
  readonly type: '排序';
  readonly stem: string;
  /** Not in the right order. */
  readonly items: readonly string[];
}

export interface MatchPart {
  readonly id: string;
  readonly type: '配对';
  readonly stem: string;
  readonly lefts: readonly string[];
  /** Not in the order of the left side. */
  readonly rights: readonly string[];
}

export type Part = TickPart | OrderPart | MatchPart;

/** A question without its key. */
export interface OpenQuestion {
  readonly id: string;
  readonly type: QuestionType;
  readonly difficulty: Difficulty;
  /** The story of a case; empty for all others. */
  readonly story: string;
  readonly parts: readonly Part[];
  /** Changes when the question says something else: an answer to the old one is then set aside. */
  readonly print: string;
}

export interface Reading {
  readonly text: string;
  /** From the home page; empty for a document without a page. */
  readonly path: string;
}

/** What a part's answer is judged by, in the terms of the open question. */
export interface PartKey {
  readonly id: string;
  /** Ticks: which options. Ordering: item numbers in the right order. Matching: right number for each left. */
  readonly right: readonly number[];
  /** For each option why it is right or wrong; empty for ordering and matching. */
  readonly feedback: readonly string[];
}

export interface QuestionKey {
  readonly id: string;
  readonly parts: readonly PartKey[];
  readonly explanation: string;
  readonly readings: readonly Reading[];
}

/** What drawing needs to know of a question. */
export interface BankEntry {
  readonly id: string;
  /** Id of the wall, or `gen`. */
  readonly wall: string;
  readonly type: QuestionType;
  readonly difficulty: Difficulty;
  readonly postLevels: readonly PostLevel[];
  /** Departments whose risks it asks about. */
  readonly departments: readonly string[];
  /** Posts of the catalogue whose risks it asks about, by ref. */
  readonly posts: readonly string[];
  readonly category?: Category | undefined;
  readonly grade?: Grade | undefined;
  /** The risk or step that it rests on first; two questions on one thing are not drawn together. */
  readonly topic: string;
}

export interface BankIndex {
  readonly contentVersion: string;
  readonly unit: string;
  readonly words: BureauWords;
  readonly exam: ExamRules | undefined;
  readonly departments: readonly string[];
  readonly posts: PostList;
  readonly walls: readonly ChecklistWall[];
  readonly questions: readonly BankEntry[];
}

/** Fixed for each question, so that neither file tells the right order. */
const mixed = (id: string, count: number): number[] => {
  const order = shuffled([...Array(count).keys()], randomFrom(id));
  const isSorted = order.every((number, i) => number === i);
  return isSorted && count > 1 ? [...order.slice(1), ...order.slice(0, 1)] : order;
};

function openTick(id: string, part: Ticked): TickPart {
  const options = part.type === '判断' ? ['对', '错'] : part.options.map(({ text }) => text);
  return { id, type: part.type, stem: part.stem, options };
}

function tickKey(id: string, part: Ticked): PartKey {
  if (part.type === '判断') {
    return {
      id,
      right: [part.isTrue ? 0 : 1],
      feedback: [part.feedback.ifTrue, part.feedback.ifFalse],
    };
  }
  return {
    id,
    right: part.options.flatMap(({ isRight }, i) => (isRight ? [i] : [])),
    feedback: part.options.map(({ feedback }) => feedback),
  };
}

function openParts(question: Question): Part[] {
  switch (question.type) {
    case '案例':
      return question.parts.map((part) => openTick(part.id, part));
    case '排序': {
      const order = mixed(question.id, question.items.length);
      const items = order.map((i) => question.items[i] ?? '');
      return [{ id: question.id, type: '排序', stem: question.stem, items }];
    }
    case '配对': {
      const order = mixed(question.id, question.pairs.length);
      return [
        {
          id: question.id,
          type: '配对',
          stem: question.stem,
          lefts: question.pairs.map(({ left }) => left),
          rights: order.map((i) => question.pairs[i]?.right ?? ''),
        },
      ];
    }
    default:
      return [openTick(question.id, question)];
  }
}

/** A question as it is shown before anyone has answered. */
export function openQuestion(question: Question): OpenQuestion {
  const parts = openParts(question);
  const story = question.type === '案例' ? question.stem : '';
  return {
    id: question.id,
    type: question.type,
    difficulty: question.difficulty,
    story,
    parts,
    print: fingerprint(JSON.stringify([story, parts])),
  };
}

function partKeys(question: Question): PartKey[] {
  switch (question.type) {
    case '案例':
      return question.parts.map((part) => tickKey(part.id, part));
    case '排序':
    case '配对': {
      const count = question.type === '排序' ? question.items.length : question.pairs.length;
      const order = mixed(question.id, count);
      // Where the item that belongs at this place stands in the mixed list.
      const right = [...Array(count).keys()].map((place) => order.indexOf(place));
      return [{ id: question.id, right, feedback: [] }];
    }
    default:
      return [tickKey(question.id, question)];
  }
}

/** @param readingOf what an entry of `restsOn` is called and where it stands. */
export function questionKey(
  question: Question,
  readingOf: (restsOn: string) => Reading | undefined,
): QuestionKey {
  return {
    id: question.id,
    parts: partKeys(question),
    explanation: question.explanation ?? '',
    readings: question.restsOn.flatMap((one) => readingOf(one) ?? []),
  };
}

/** What drawing needs to know of all questions, in the order of walls and files. */
export function bankEntries(
  quizzes: readonly QuizSource[],
  walls: readonly NamedWall[],
  catalogue: readonly CataloguePost[],
): BankEntry[] {
  const postsOf = postFinder(catalogue);
  const risks = new Map(
    walls.flatMap(({ wall }) =>
      placedRisks(wall).map(({ risk, step }) => [risk.id, { risk, step }]),
    ),
  );
  const steps = new Map(walls.flatMap(({ wall }) => wall.steps.map((step) => [step.id, step])));
  return quizzes.flatMap(({ wall = 'gen', questions }) =>
    questions.map(({ id, type, difficulty, postLevels, restsOn }): BankEntry => {
      const asked = restsOn.flatMap((one) => risks.get(one)?.risk ?? []);
      const inSteps = restsOn.flatMap((one) => steps.get(one)?.risks ?? []);
      const about = asked.length > 0 ? asked : inSteps;
      const [first] = asked;
      return {
        id,
        wall,
        type,
        difficulty,
        postLevels,
        departments: [...new Set(about.map(({ department }) => department))],
        posts: [...new Set(about.flatMap((risk) => postsOf(risk).map(({ ref }) => ref)))],
        ...(first && { category: first.category, grade: first.grade }),
        topic: restsOn[0] ?? id,
      };
    }),
  );
}
