import type { CountedPerson } from '../counting.ts';
import { additionsBehind } from '../totals/additions.ts';
import { answerAt, answersBehind, type ListedAnswer, type PlaceList } from '../totals/answers.ts';
import { examinedBehind, hasPassed, type Exams } from '../totals/exams.ts';
import { dueStanding, measuresBehind } from '../totals/measures.ts';
import { dayNumber } from '../totals/marks.ts';
import { proposalsBehind } from '../totals/proposals.ts';
import { answererBehind } from '../totals/questions.ts';
import type { Totals } from '../totals/totals.ts';
import {
  tableOf,
  textCell,
  textColumn,
  type FigureCell,
  type FigureColumn,
  type FigureTable,
} from './figureTable.ts';
import { gradeText, riskCells, riskColumns } from './riskTables.ts';
import type { RiskTexts } from './riskTexts.ts';
import type { Selection } from './selection.ts';

/** What lists are made of. */
export interface ListGround {
  readonly totals: Totals;
  readonly exams: Exams;
  readonly texts: RiskTexts;
  /** `2026-12-31`: measures due before it are overdue. */
  readonly today: string;
}

/**
 * Who a row is of, so that the office knows whom to ask. Persons stand by department and as in the
 * roster; no list puts them in order by what they answered, and none tells a mark.
 */
const personCells = ({ department, name }: CountedPerson): FigureCell[] => [
  textCell(department),
  textCell(name),
];
const personColumns = [
  textColumn('department', '处室', 12),
  textColumn('name', '姓名', 8),
] as const;

/** A list of answers; each is looked up when its row is asked for. */
function answerTable(
  { totals, texts }: ListGround,
  name: string,
  places: PlaceList,
  columns: readonly FigureColumn[],
  cellsOf: (listed: ListedAnswer) => readonly FigureCell[],
): FigureTable {
  return {
    name,
    columns: [...personColumns, ...riskColumns, ...columns],
    length: places.length,
    rowAt: (i) => {
      const listed = answerAt(totals, places.at(i));
      if (!listed) return { key: String(i), cells: [] };
      const { person, risk } = listed;
      return {
        key: `${person.id} ${risk.id}`,
        cells: [...personCells(person), ...riskCells(texts, risk.id), ...cellsOf(listed)],
      };
    },
  };
}

/** What the person wrote beside the answer. */
const written = ({ reason, note, measure }: ListedAnswer['answer']) =>
  [reason, note, measure].filter((text) => text?.trim()).join('；');

const answerList = (ground: ListGround, selection: Extract<Selection, { kind: 'answers' }>) =>
  answerTable(
    ground,
    '作答清单',
    answersBehind(ground.totals, selection),
    [
      textColumn('grade', '等级', 6),
      textColumn('state', '落实情况', 8),
      textColumn('written', '写了什么', 30),
    ],
    ({ risk, state, answer }) => [
      textCell(gradeText(risk.grade)),
      textCell(state),
      textCell(written(answer)),
    ],
  );

/** 整改措施, overdue ones first. */
export const measureList = (
  ground: ListGround,
  selection: Omit<Extract<Selection, { kind: 'measures' }>, 'kind'>,
): FigureTable => {
  const day = dayNumber(ground.today);
  return answerTable(
    ground,
    '整改措施清单',
    measuresBehind(ground.totals, selection, ground.today),
    [
      textColumn('grade', '等级', 6),
      textColumn('state', '落实情况', 8),
      textColumn('measure', '打算怎么办', 30),
      textColumn('responsible', '责任人', 8),
      textColumn('due', '时限', 11),
      textColumn('standing', '到期没有', 8),
    ],
    ({ risk, state, answer: { measure = '', responsible = '', dueDate = '' } }) => [
      textCell(gradeText(risk.grade)),
      textCell(state),
      textCell(measure),
      textCell(responsible),
      textCell(dueDate),
      textCell(dueStanding(dayNumber(dueDate), day)),
    ],
  );
};

const proposalList = (ground: ListGround, selection: Extract<Selection, { kind: 'proposals' }>) =>
  answerTable(
    ground,
    '等级建议清单',
    proposalsBehind(ground.totals, selection),
    [
      textColumn('grade', '公布的等级', 8),
      textColumn('proposed', '建议', 6),
      textColumn('reason', '理由', 36),
    ],
    ({ risk, answer }) => [
      textCell(gradeText(risk.grade)),
      textCell(answer.grade ? gradeText(answer.grade) : ''),
      textCell(answer.gradeReason?.trim() || '没写理由'),
    ],
  );

function additionList(
  { totals }: ListGround,
  selection: Extract<Selection, { kind: 'additions' }>,
): FigureTable {
  return tableOf(
    '自行补充清单',
    [
      ...personColumns,
      textColumn('place', '权力事项和环节', 16),
      textColumn('title', '风险点', 14),
      textColumn('manifestation', '表现形式', 30),
      textColumn('category', '类别', 10),
      textColumn('grade', '自己定的等级', 8),
    ],
    additionsBehind(totals, selection).map(({ person, addition }) => ({
      key: `${person.id} ${addition.id}`,
      cells: [
        ...personCells(person),
        textCell(addition.place),
        textCell(addition.title),
        textCell(addition.manifestation),
        textCell(addition.category),
        textCell(gradeText(addition.grade)),
      ],
    })),
  );
}

function peopleList(
  name: string,
  people: readonly CountedPerson[],
  column?: { readonly head: string; readonly textOf: (place: number) => string },
): FigureTable {
  return tableOf(
    name,
    [
      ...personColumns,
      textColumn('post', '岗位', 16),
      ...(column ? [textColumn('said', column.head, 10)] : []),
    ],
    people.map((person, place) => ({
      key: person.id,
      cells: [
        ...personCells(person),
        textCell(person.post),
        ...(column ? [textCell(column.textOf(place))] : []),
      ],
    })),
  );
}

/** The list behind a number: as many rows as the number says. */
export function listBehind(
  ground: ListGround,
  selection: Exclude<Selection, { kind: 'options' }>,
): FigureTable {
  const { totals, exams } = ground;
  switch (selection.kind) {
    case 'answers':
      return answerList(ground, selection);
    case 'measures':
      return measureList(ground, selection);
    case 'proposals':
      return proposalList(ground, selection);
    case 'additions':
      return additionList(ground, selection);
    case 'people':
      return peopleList(
        '交了的人',
        totals.people.filter(
          ({ department }) =>
            selection.department === undefined || department === selection.department,
        ),
      );
    case 'exams': {
      const found = examinedBehind(exams, selection);
      return peopleList(
        '测验清单',
        found.map(({ person }) => person),
        {
          head: '合格没有',
          textOf: (place) => {
            const exam = found[place]?.exam;
            return exam && hasPassed(exam) ? '合格' : '没有合格';
          },
        },
      );
    }
    case 'answerers':
      return peopleList(
        '这样答的人',
        answererBehind(exams, selection).map(({ person }) => person),
      );
  }
}
