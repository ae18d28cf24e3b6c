import { citedId } from '../../wall/wall.ts';
import { noWall } from '../totals/additions.ts';
import { judgedStates, openStates } from '../totals/marks.ts';
import { gradeText } from './riskTables.ts';
import type { Selection } from './selection.ts';

/** How walls and risks are called. */
export interface SelectionNames {
  readonly wall: (id: string) => string;
  readonly risk: (id: string) => string;
}

type Of<Kind extends Selection['kind']> = Extract<Selection, { kind: Kind }>;

const join = (words: readonly (string | undefined)[]) => words.filter(Boolean).join('，');

function placeWords(
  { department, wall, risk }: Pick<Of<'answers'>, 'department' | 'wall' | 'risk'>,
  names: SelectionNames,
): string | undefined {
  const named = wall === noWall ? '没写是哪面墙' : wall && names.wall(wall);
  return join([department, named, risk && `${citedId(risk)} ${names.risk(risk)}`]) || undefined;
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one) => b.includes(one));

function stateWords(states: Of<'answers'>['states']): string {
  if (states.length === 0) return '全部作答';
  if (isSame(states, openStates)) return '没有落实到位';
  return isSame(states, judgedStates) ? '判断过的' : states.join('、');
}

function answerWords(selection: Of<'answers'>, names: SelectionNames): string {
  const { grade, category, states, lacksMeasure } = selection;
  return join([
    placeWords(selection, names) ?? '全单位',
    grade && gradeText(grade),
    category,
    stateWords(states),
    lacksMeasure ? '没写措施' : undefined,
  ]);
}

function answererWords({ id, outcome, option }: Of<'answerers'>): string {
  return join([
    id.toUpperCase(),
    outcome ?? (option === undefined ? '抽到的人' : '选了这个选项的人'),
  ]);
}

/** What a list is of, in words: `地籍处，▲一类，未落实`. */
export function selectionWords(selection: Selection, names: SelectionNames): string {
  switch (selection.kind) {
    case 'answers':
      return answerWords(selection, names);
    case 'measures':
      return join([selection.department, selection.due, '整改措施']);
    case 'proposals':
      return join([
        placeWords(selection, names),
        selection.grade && `建议${gradeText(selection.grade)}`,
        selection.hasReason === false ? '没写理由' : undefined,
        '等级建议',
      ]);
    case 'additions':
      return join([
        placeWords(selection, names),
        selection.grade && gradeText(selection.grade),
        '自行补充',
      ]);
    case 'people':
      return join([selection.department, '交了的人']);
    case 'exams':
      return join([
        selection.department,
        selection.passed === undefined ? '考了的人' : selection.passed ? '合格' : '没有合格',
      ]);
    case 'answerers':
      return answererWords(selection);
    case 'options':
      return `${selection.id.toUpperCase()} 各选项`;
  }
}
