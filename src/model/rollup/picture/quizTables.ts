import { wallOfId } from '../../fields/ids.ts';
import type { OpenQuestion, QuestionKey } from '../../quiz/bank.ts';
import type { Exams } from '../totals/exams.ts';
import {
  answerOutcomes,
  askedCount,
  faultShare,
  misleadingOption,
  optionFigures,
  questionTallies,
  type QuestionTally,
} from '../totals/questions.ts';
import {
  numberCell,
  numberColumn,
  shareText,
  tableOf,
  textCell,
  textColumn,
  type FigureCell,
  type FigureRow,
  type FigureTable,
} from './figureTable.ts';

/** The texts of questions and what they are judged by, by id of the question. */
export interface QuizTexts {
  readonly questions: ReadonlyMap<string, OpenQuestion>;
  readonly keys: ReadonlyMap<string, QuestionKey>;
}

/** 合格率 by department, in the order of the bureau; nobody's mark is told. */
export function examTable({ people, departments }: Exams): FigureTable {
  const cellsOf = (department: string | undefined, examined: number, passed: number) => [
    numberCell(examined, { kind: 'exams', department }),
    numberCell(passed, { kind: 'exams', department, passed: true }),
    numberCell(examined - passed, { kind: 'exams', department, passed: false }),
    textCell(shareText(passed, examined)),
  ];
  const passed = departments.reduce((sum, one) => sum + one.passed, 0);
  return tableOf(
    '各处室合格率',
    [
      textColumn('department', '处室', 14),
      numberColumn('examined', '考了的人'),
      numberColumn('passed', '合格'),
      numberColumn('failed', '没有合格'),
      { ...textColumn('rate', '合格率', 8), isNumber: true },
    ],
    departments.map((one) => ({
      key: one.department,
      cells: [textCell(one.department), ...cellsOf(one.department, one.examined, one.passed)],
    })),
    { key: '', cells: [textCell('全部'), ...cellsOf(undefined, people.length, passed)] },
  );
}

/** The question as it was asked; undefined when the bank has another wording by now. */
export function sameWording(
  { questions }: QuizTexts,
  { id, print }: Pick<QuestionTally, 'id' | 'print'>,
): OpenQuestion | undefined {
  const question = questions.get(id);
  return question?.print === print ? question : undefined;
}

/** What is asked: of a case its story. */
export const stemOf = ({ story, parts }: OpenQuestion): string => story || (parts[0]?.stem ?? '');

/** Questions, the most mistaken first. @param wallName of a wall or of `gen`. */
export function questionTable(
  exams: Exams,
  texts: QuizTexts,
  wallName: (id: string) => string,
): FigureTable {
  const tallies = [...questionTallies(exams)].sort((a, b) => faultShare(b) - faultShare(a));
  const rowOf = (tally: QuestionTally): FigureRow => {
    const { id, print, outcomes } = tally;
    const question = sameWording(texts, tally);
    const worst = question && misleadingOption(optionFigures(tally, question, texts.keys.get(id)));
    const answered = askedCount(tally) - (outcomes[answerOutcomes.indexOf('没答')] ?? 0);
    const cells: FigureCell[] = [
      textCell(id.toUpperCase()),
      {
        value: question ? stemOf(question) : '题目改过，旧题的字已经没有',
        ...(question && { selection: { kind: 'options', id, print } }),
      },
      textCell(wallName(wallOfId(id))),
      numberCell(askedCount(tally), { kind: 'answerers', id, print }),
      ...answerOutcomes.map((outcome, i) =>
        numberCell(outcomes[i] ?? 0, { kind: 'answerers', id, print, outcome }),
      ),
      textCell(shareText(answered - (outcomes[0] ?? 0), answered)),
      textCell(worst ? worst.text : ''),
      worst
        ? numberCell(worst.chosen, {
            kind: 'answerers',
            id,
            print,
            part: worst.part.id,
            option: worst.option,
          })
        : textCell(''),
    ];
    return { key: `${id} ${print}`, cells };
  };
  return {
    name: '测验各题',
    columns: [
      textColumn('id', '题号', 9),
      textColumn('stem', '题目', 30),
      textColumn('wall', '防控墙', 12),
      numberColumn('asked', '抽到的人'),
      ...answerOutcomes.map((outcome) => numberColumn(outcome, outcome)),
      { ...textColumn('share', '没全对的占', 8), isNumber: true },
      textColumn('worst', '选得最多的错项', 22),
      numberColumn('misled', '选它的人'),
    ],
    length: tallies.length,
    rowAt: (i) => {
      const tally = tallies[i];
      return tally ? rowOf(tally) : { key: String(i), cells: [] };
    },
  };
}

/** All options of a question as they were chosen. */
export function optionTable(
  tally: QuestionTally,
  question: OpenQuestion,
  key: QuestionKey | undefined,
): FigureTable {
  const { id, print } = tally;
  const options = optionFigures(tally, question, key);
  const worst = misleadingOption(options);
  const hasParts = question.parts.length > 1;
  return tableOf(
    `${id.toUpperCase()}各选项`,
    [
      ...(hasParts ? [textColumn('part', '小题', 24)] : []),
      textColumn('option', '选项', 30),
      textColumn('right', '对错', 8),
      numberColumn('chosen', '选的人'),
      { ...textColumn('share', '占答了的', 8), isNumber: true },
      textColumn('said', '说明', 14),
    ],
    options.map(({ part, option, text, isRight, chosen }) => ({
      key: `${part.id} ${option}`,
      cells: [
        ...(hasParts ? [textCell(part.stem)] : []),
        textCell(text),
        textCell(isRight ? '对' : '错'),
        numberCell(chosen, { kind: 'answerers', id, print, part: part.id, option }),
        textCell(shareText(chosen, tally.answered.get(part.id) ?? 0)),
        textCell(worst?.part === part && worst.option === option ? '选得最多的错项' : ''),
      ],
    })),
  );
}
