import { inapplicableReasons } from '../assessment/record.ts';
import { everyPost } from '../post/myPost.ts';
import { shuffled, type Random } from '../quiz/seed.ts';
import { countHandIns, type CountedPerson } from './counting.ts';
import type { AssessmentHandIn, QuizHandIn, Rollup, RollupAnswer, RosterEntry } from './rollup.ts';

/** What is left out of a roll-up that is passed on without names, as the page says it. */
export const leftOutWords =
  '姓名换成编号，先后打乱；岗位名称、文件名、说明、措施、责任人、自行补充的文字、审核意见、承诺书打印记录都不带出去；时间只留到日。保留：处室、岗位层级、每条判断、提的等级、完成时限、自行补充的类别和等级、测验作答和分数。';

const dayMs = 86_400_000;
/** The day is enough to add up by; the minute can say whose it is. */
const dayOf = (at: number) => Math.floor(at / dayMs) * dayMs;

const commonReasons: ReadonlySet<string> = new Set(inapplicableReasons);

/** Only what was chosen from a list; a reason stays when it is one of the common ones. */
function answerWithoutWords({
  state,
  grade,
  reason,
  dueDate,
  isOutdated,
}: RollupAnswer): RollupAnswer {
  return {
    ...(state && { state }),
    ...(grade && { grade }),
    ...(reason !== undefined && commonReasons.has(reason) && { reason }),
    ...(dueDate && { dueDate }),
    ...(isOutdated && { isOutdated }),
  };
}

interface Numbered {
  readonly name: string;
  readonly number: string;
  readonly department: string;
  readonly level: RosterEntry['level'];
}

const hidden = (at: number, takenAt: number) => ({
  fileName: '',
  at: dayOf(at),
  takenAt: dayOf(takenAt),
  unread: [],
});

function assessmentWithoutName(
  handIn: AssessmentHandIn,
  { name, number, department, level }: Numbered,
): AssessmentHandIn {
  return {
    ...handIn,
    ...hidden(handIn.at, handIn.takenAt),
    id: `assessment-n${number}`,
    name,
    department,
    post: '',
    // A post can be that of one person; level and department are that of many.
    scope: { ...everyPost, levels: level ? [level] : [], departments: [department] },
    answers: Object.fromEntries(
      Object.entries(handIn.answers).map(([id, answer]) => [id, answerWithoutWords(answer)]),
    ),
    additions: handIn.additions.map((one, i) => ({
      ...one,
      id: `a-n${number}${String(i).padStart(2, '0')}`,
      place: '',
      title: '（文字没有带出来）',
      manifestation: '',
      measure: '',
      responsible: '',
      at: dayOf(one.at),
    })),
    noAdditionReason: '',
  };
}

const quizWithoutName = (
  handIn: QuizHandIn,
  { name, number, department }: Numbered,
): QuizHandIn => ({
  ...handIn,
  ...hidden(handIn.at, handIn.takenAt),
  id: `quiz-n${number}`,
  name,
  department,
  exams: handIn.exams.map((exam, i) => ({ ...exam, id: `n${number}-${i}`, at: dayOf(exam.at) })),
});

/**
 * A roll-up for reporting upward: who counts is a number, and what could name somebody is left out,
 * see `leftOutWords`. Only what counts goes along, so that no second file tells people apart.
 * @param id of the new roll-up; @param random puts the people in an order that says nothing.
 */
export function withoutNames(rollup: Rollup, id: string, random: Random): Rollup {
  const { people } = countHandIns(rollup);
  const roster: RosterEntry[] = [];
  const handIns: Rollup['handIns'][number][] = [];
  const order = shuffled(people, random);
  const width = String(order.length).length + 1;
  order.forEach((person: CountedPerson, i) => {
    const number = String(i + 1).padStart(Math.max(4, width), '0');
    const { department, entry, assessment, quiz } = person;
    const numbered = { name: `第${number}号`, number, department, level: entry?.level };
    if (entry) {
      roster.push({
        id: `r-n${number}`,
        name: numbered.name,
        department,
        post: '',
        level: entry.level,
        posts: [],
      });
    }
    if (assessment) handIns.push(assessmentWithoutName(assessment, numbered));
    if (quiz) handIns.push(quizWithoutName(quiz, numbered));
  });
  return {
    id,
    head: { ...rollup.head, isNameless: true },
    roster,
    handIns,
    owners: {},
    choices: {},
    // Decisions on what was found hold its words; those on grades and reasons hang on risks of walls.
    decisions: {},
  };
}
