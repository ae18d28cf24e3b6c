import type { RegisterRow } from '../register/rows.ts';
import { grades, type Grade } from '../vocabulary.ts';
import { judgedStates, tallyStates } from './totals/marks.ts';
import {
  addStates,
  countOf,
  judgedCount,
  noStates,
  type AnswerTally,
} from './tables/answerTally.ts';
import type { TableSources } from './tables/departments.ts';
import { lettersOfRoster } from './tables/letterTable.ts';
import { percent } from './tables/officialTable.ts';
import { isOverdue } from './tables/rectificationTable.ts';
import { reviewProgress } from './reviewDecisions.ts';
import { subjectKinds, type ReviewSubject } from './reviewSubjects.ts';
import type { Rollup } from './rollup.ts';

/** One paragraph of the 分析报告: figures only. Causes are for the people who know them. */
export interface ReportParagraph {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}

function takenIn({ counting }: TableSources): string {
  const expected = counting.people.filter(({ entry }) => entry);
  const handedIn = expected.filter(({ assessment }) => assessment);
  const missing = expected.filter(({ assessment }) => !assessment);
  const departments = new Set(missing.map(({ department }) => department)).size;
  const others = counting.people.filter(({ entry, assessment }) => !entry && assessment).length;
  const more = others > 0 ? `另有 ${others} 人不在名册上，也交了自查记录。` : '';
  if (expected.length === 0) {
    return `还没有名册，收到 ${others} 人的自查记录。`;
  }
  const lacking =
    missing.length > 0
      ? `没有交的 ${missing.length} 人，分布在 ${departments} 个单位。`
      : '名册上的人都交了。';
  return `名册上 ${expected.length} 人，交自查记录的 ${handedIn.length} 人，占 ${percent(handedIn.length, expected.length)}。${lacking}${more}`;
}

function ground({ index, register }: TableSources): string {
  const byGrade = grades.map((grade) => {
    const count = register.rows.filter((risk) => risk.grade === grade).length;
    return `${grade} ${count} 个`;
  });
  const controls = register.rows.reduce((sum, row) => sum + row.controls.length, 0);
  return `防控墙 ${index.walls.length} 面，风险点 ${register.rows.length} 个，其中${byGrade.join('、')}；防控措施 ${controls} 条。`;
}

function judged({ register }: TableSources, { byRisk }: AnswerTally): string {
  const all = addStates([...byRisk.values()]);
  const wanted = countOf(all, tallyStates);
  const total = judgedCount(all);
  if (wanted === 0) return '还没有收到对风险点的判断。';
  const parts = judgedStates.map(
    (state) => `${state} ${all[state]} 人次（${percent(all[state], total)}）`,
  );
  const isJudged = (id: string) => judgedCount(byRisk.get(id) ?? noStates) > 0;
  const never = register.rows.filter(({ id }) => !isJudged(id)).length;
  const rest = never > 0 ? `没有人判断过的风险点 ${never} 个。` : '每个风险点都有人判断过。';
  return `交了的人应判断 ${wanted} 人次，已判断 ${total} 人次，占 ${percent(total, wanted)}：${parts.join('，')}；待确认 ${all.待确认} 人次，没填 ${all.没填} 人次。${rest}`;
}

function lacking({ register, today }: TableSources, { open }: AnswerTally): string {
  if (open.length === 0) return '没有未落实和部分落实的。';
  // In one go: there may be a hundred thousand.
  const ofGrade: Record<Grade, number> = { 一类: 0, 二类: 0, 三类: 0 };
  const found = new Set<RegisterRow>();
  let measures = 0;
  let undated = 0;
  let overdue = 0;
  for (const { risk, measure, dueDate } of open) {
    ofGrade[risk.grade] += 1;
    found.add(risk);
    if (measure.trim() !== '') measures += 1;
    if (dueDate === '') undated += 1;
    else if (isOverdue(dueDate, today)) overdue += 1;
  }
  const risks = found.size;
  const walls = new Set([...found].map(({ wall }) => wall)).size;
  const allWalls = new Set(register.rows.map(({ wall }) => wall)).size;
  return `未落实和部分落实的共 ${open.length} 项，涉及 ${allWalls} 面墙中的 ${walls} 面、${risks} 个风险点；按等级，${grades.map((grade) => `${grade} ${ofGrade[grade]} 项`).join('，')}。写了整改措施的 ${measures} 项，没有写时限的 ${undated} 项；到 ${today}，已过期 ${overdue} 项。`;
}

function proposals(rollup: Pick<Rollup, 'decisions'>, subjects: readonly ReviewSubject[]): string {
  if (subjects.length === 0) return '没有自行补充的风险点，没有等级建议，也没有人说不适用。';
  const kinds = subjectKinds.map((kind) => {
    const count = subjects.filter((subject) => subject.kind === kind).length;
    return `${kind} ${count} 件`;
  });
  const { byState, decided, total } = reviewProgress(rollup, subjects);
  const states = (['采纳', '并入已有风险点', '不采纳'] as const).map(
    (state) => `${state} ${byState[state]} 件`,
  );
  return `需要审核的共 ${total} 件：${kinds.join('，')}。已定 ${decided} 件：${states.join('，')}；未定 ${byState.未定} 件。`;
}

function quizzes({ counting }: TableSources): string {
  const results = counting.people.flatMap(({ quiz }) => {
    const exams = quiz?.exams ?? [];
    return exams.length === 0 ? [] : [exams.some(({ mark, passMark }) => mark >= passMark)];
  });
  if (results.length === 0) return '还没有收到测验记录。';
  const passed = results.filter(Boolean).length;
  return `交测验记录的 ${results.length} 人，合格的 ${passed} 人，合格率 ${percent(passed, results.length)}。`;
}

function letters(sources: TableSources): string {
  const people = lettersOfRoster(sources);
  if (sources.counting.logs.length === 0) return '还没有收到承诺书的打印记录。';
  const printed = people.filter(({ state }) => state === '已印').length;
  const unclear = people.filter(({ letter, state }) => !letter && state !== '没印').length;
  const more = unclear > 0 ? `，同名认不准的 ${unclear} 人` : '';
  return `按打印记录，承诺书已印 ${printed} 人，没印 ${people.length - printed - unclear} 人${more}；签收以纸上的签名为准。`;
}

/**
 * The paragraphs of the 分析报告, each made of the figures alone: nothing is said of causes, and
 * neither people nor departments are ranked or named.
 */
export function reportParagraphs(
  sources: TableSources,
  rollup: Pick<Rollup, 'decisions'>,
  tally: AnswerTally,
  subjects: readonly ReviewSubject[],
): ReportParagraph[] {
  return [
    { id: 'taken-in', heading: '一、自查情况', text: takenIn(sources) },
    { id: 'ground', heading: '二、风险底数', text: ground(sources) },
    { id: 'judged', heading: '三、落实情况', text: judged(sources, tally) },
    { id: 'lacking', heading: '四、整改情况', text: lacking(sources, tally) },
    { id: 'proposals', heading: '五、补充和建议', text: proposals(rollup, subjects) },
    { id: 'quizzes', heading: '六、测验情况', text: quizzes(sources) },
    { id: 'letters', heading: '七、承诺书情况', text: letters(sources) },
  ];
}

export const reportTitle = (period: string): string => `${period}廉政风险排查分析报告`;
