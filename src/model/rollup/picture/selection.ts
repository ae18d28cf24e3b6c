import { questionIdPattern, riskIdPattern, wallIdPattern } from '../../fields/ids.ts';
import { categories, grades } from '../../vocabulary.ts';
import { noWall, type AdditionSelection } from '../totals/additions.ts';
import type { AnswerSelection } from '../totals/answers.ts';
import { tallyStates } from '../totals/marks.ts';
import { dueStandings, type MeasureSelection } from '../totals/measures.ts';
import type { ProposalSelection } from '../totals/proposals.ts';
import { answerOutcomes, type QuestionSelection } from '../totals/questions.ts';

/** Which list stands behind a number. */
export type Selection =
  | ({ readonly kind: 'answers' } & AnswerSelection)
  | ({ readonly kind: 'measures' } & MeasureSelection)
  | ({ readonly kind: 'proposals' } & ProposalSelection)
  | ({ readonly kind: 'additions' } & AdditionSelection)
  | { readonly kind: 'people'; readonly department?: string }
  | { readonly kind: 'exams'; readonly department?: string; readonly passed?: boolean }
  | ({ readonly kind: 'answerers' } & QuestionSelection)
  | { readonly kind: 'options'; readonly id: string; readonly print: string };

type Value = string | number | boolean | readonly string[] | undefined;

/**
 * A name may hold what divides the parts of an address. It is coded twice: reading the address takes
 * one coding away.
 */
const coded = (value: string) =>
  value.replace(/[%&=?#+/,\s]/g, (sign) => encodeURIComponent(encodeURIComponent(sign)));

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** A selection as a part of the address: `answers?grade=一类&states=未落实,部分落实`. */
export function selectionText({ kind, ...fields }: Selection): string {
  const parts = Object.entries(fields as Readonly<Record<string, Value>>).flatMap(
    ([name, value]) => {
      if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
      const values = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
      return `${name}=${values.map(coded).join(',')}`;
    },
  );
  return parts.length === 0 ? kind : `${kind}?${parts.join('&')}`;
}

const oneOf = <T extends string>(values: readonly T[], text: string | undefined) =>
  values.find((value) => value === text);
const matching = (pattern: RegExp, text: string | undefined) =>
  text !== undefined && pattern.test(text) ? text : undefined;
const truth = (text: string | undefined) =>
  text === 'true' ? true : text === 'false' ? false : undefined;

type Field = (name: string) => string | undefined;

function questionOf(field: Field) {
  const id = matching(questionIdPattern, field('id'));
  return id === undefined ? undefined : { id, print: field('print') ?? '' };
}

function fieldsOf(kind: string, field: Field, states: readonly string[]): Selection | undefined {
  const department = field('department');
  switch (kind) {
    case 'answers':
      return {
        kind,
        department,
        wall: matching(wallIdPattern, field('wall')),
        risk: matching(riskIdPattern, field('risk')),
        grade: oneOf(grades, field('grade')),
        category: oneOf(categories, field('category')),
        states: tallyStates.filter((state) => states.includes(state)),
        lacksMeasure: truth(field('lacksMeasure')),
      };
    case 'measures':
      return { kind, department, due: oneOf(dueStandings, field('due')) };
    case 'proposals':
      return {
        kind,
        risk: matching(riskIdPattern, field('risk')),
        grade: oneOf(grades, field('grade')),
        hasReason: truth(field('hasReason')),
      };
    case 'additions':
      return {
        kind,
        department,
        wall: field('wall') === noWall ? noWall : matching(wallIdPattern, field('wall')),
        grade: oneOf(grades, field('grade')),
      };
    case 'people':
      return { kind, department };
    case 'exams':
      return { kind, department, passed: truth(field('passed')) };
    case 'answerers': {
      const question = questionOf(field);
      const option = Number(field('option') ?? NaN);
      return (
        question && {
          kind,
          ...question,
          outcome: oneOf(answerOutcomes, field('outcome')),
          part: field('part'),
          option: Number.isInteger(option) ? option : undefined,
        }
      );
    }
    case 'options': {
      const question = questionOf(field);
      return question && { kind, ...question };
    }
    default:
      return undefined;
  }
}

/** Reads what `selectionText` wrote, once the address has been read. @returns undefined for anything else. */
export function readSelection(text: string): Selection | undefined {
  const [kind = '', query = ''] = text.split('?');
  const fields = new Map(
    query.split('&').map((part) => {
      const [name = '', value = ''] = part.split('=');
      return [name, value] as const;
    }),
  );
  const field = (name: string) => {
    const value = fields.get(name);
    return value === undefined || value === '' ? undefined : decoded(value);
  };
  const states = (fields.get('states') ?? '').split(',').map(decoded);
  return fieldsOf(kind, field, states);
}
