import { chineseNumeral } from '../law/citation.ts';
import type { QuestionType } from '../vocabulary.ts';
import type { OpenQuestion } from './bank.ts';
import { partMarks, questionMarks } from './paperMarks.ts';

/** What a paper calls its kinds of questions, and how they are answered by hand. */
const wordsOf: Readonly<
  Record<QuestionType, { readonly name: string; readonly shortName: string; readonly rule: string }>
> = {
  单选: {
    name: '单项选择题',
    shortName: '单选',
    rule: '只有一个选项正确，把字母填在括号里。',
  },
  多选: {
    name: '多项选择题',
    shortName: '多选',
    rule: '两个以上选项正确，少选得一半的分，错选不得分。',
  },
  判断: { name: '判断题', shortName: '判断', rule: '对的打√，错的打×。' },
  排序: {
    name: '排序题',
    shortName: '排序',
    rule: '按先后把序号填在横线上，按放对的项数得分。',
  },
  配对: {
    name: '配对题',
    shortName: '配对',
    rule: '把右边的字母填在左边的括号里，按配对的项数得分。',
  },
  案例: {
    name: '案例分析题',
    shortName: '案例',
    rule: '多选的小题，少选得一半的分，错选不得分。',
  },
};

/** A question in its place on a paper. */
export interface PaperQuestion {
  /** From 1, through the whole paper. */
  readonly number: number;
  readonly mark: number;
  /** By part of the question; they add up to its mark. */
  readonly partMarks: readonly number[];
  readonly question: OpenQuestion;
}

/** The questions of one kind: 一、单项选择题. */
export interface PaperSection {
  /** 一, 二 and so on. */
  readonly numeral: string;
  readonly name: string;
  /** For the narrow columns of the table of marks. */
  readonly shortName: string;
  /** How its questions are answered. */
  readonly rule: string;
  readonly questions: readonly PaperQuestion[];
  readonly mark: number;
}

const sum = (marks: readonly number[]) => marks.reduce((all, mark) => all + mark, 0);

/** A paper in its sections, with what everything counts. */
export function paperSections(questions: readonly OpenQuestion[]): PaperSection[] {
  const marks = questionMarks(questions.length);
  const placed = questions.map((question, i): PaperQuestion => {
    const mark = marks[i] ?? 0;
    return { number: i + 1, mark, partMarks: partMarks(mark, question.parts.length), question };
  });
  const types = [...new Set(questions.map(({ type }) => type))];
  return types.map((type, i) => {
    const ofType = placed.filter(({ question }) => question.type === type);
    return {
      numeral: chineseNumeral(i + 1),
      ...wordsOf[type],
      questions: ofType,
      mark: sum(ofType.map(({ mark }) => mark)),
    };
  });
}

const rangeOf = (questions: readonly PaperQuestion[]): string => {
  const first = questions[0]?.number ?? 0;
  const last = first + questions.length - 1;
  return first === last ? String(first) : `${first}—${last}`;
};

/** Which questions of the paper these are: `1—7`, `20`. */
export const sectionRange = ({ questions }: PaperSection): string => rangeOf(questions);

/** What the questions of a section count: `每题 5 分，共 35 分`. */
export function sectionMarks({ questions, mark }: PaperSection): string {
  const different = [...new Set(questions.map((one) => one.mark))];
  if (different.length === 1) return `每题 ${different[0] ?? 0} 分，共 ${mark} 分`;
  const each = different.map((one) => {
    const alike = questions.filter((question) => question.mark === one);
    return `第 ${rangeOf(alike)} 题每题 ${one} 分`;
  });
  return `${each.join('，')}，共 ${mark} 分`;
}
