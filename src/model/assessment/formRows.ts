import type { ChecklistRisk } from './checklist.ts';
import type { AssessmentRecord } from './record.ts';
import { formGrade } from './suggestedGrade.ts';
import { gradeEntries, type Grade } from '../vocabulary.ts';
import { citedId } from '../wall/wall.ts';

/**
 * 《廉政风险点排查表》 as agencies file it, in two forms: of a person (环节、风险点和类别、表现形式、
 * 产生原因、自评等级、核定等级) and of a unit (权力事项、职权依据、工作环节、风险类别、风险点、表现形式、
 * 等级、防控措施、责任岗位、责任领导、完成时限), with 落实情况 of the yearly check.
 */
export interface FormRow {
  readonly id: string;
  readonly number: number;
  /** Wall and step, or where the person found it. */
  readonly place: string;
  /** The same apart; what a person found stands in `wall` as a whole. */
  readonly wall: string;
  readonly step: string;
  readonly basis: string;
  readonly category: string;
  readonly title: string;
  readonly manifestation: string;
  readonly cause: string;
  readonly grade: string;
  readonly gradeNote: string;
  readonly state: string;
  readonly controls: readonly string[];
  /** What the person wrote: reason, note, measure. */
  readonly remarks: readonly string[];
  readonly post: string;
  readonly responsible: string;
  /** Who answers for a risk of this grade. */
  readonly leader: string;
  readonly dueDate: string;
  readonly isAddition: boolean;
}

export const formColumns = [
  '序号',
  '权力事项和环节',
  '风险类别',
  '风险点',
  '表现形式',
  '等级',
  '防控措施',
  '落实情况',
  '整改措施和说明',
  '责任岗位',
  '责任人',
  '完成时限',
] as const;

const gradeText = (grade: Grade) => `${gradeEntries[grade].mark}${grade}`;

/**
 * The rows of the form: the person's own finds first, since they are the real yield, then the
 * risks of the post in the order of walls and steps.
 * @param isBlank leaves everything that a person judges to the pen.
 * @param answersFor who answers for a risk of each grade.
 */
export function formRows(
  record: AssessmentRecord,
  risks: readonly ChecklistRisk[],
  isBlank = false,
  answersFor?: Readonly<Record<Grade, string>>,
): FormRow[] {
  const additions = isBlank ? [] : record.additions.filter(({ isRemoved }) => !isRemoved);
  const added = additions.map((one): Omit<FormRow, 'number'> => ({
    id: one.id,
    place: one.place,
    wall: one.place,
    step: '',
    basis: '',
    category: one.category,
    title: one.title,
    manifestation: one.manifestation,
    cause: '',
    grade: gradeText(one.grade),
    gradeNote: '待审定',
    state: '自行补充',
    controls: [],
    remarks: one.measure ? [one.measure] : [],
    post: record.head.post,
    responsible: one.responsible,
    leader: answersFor?.[one.grade] ?? '',
    dueDate: one.dueDate,
    isAddition: true,
  }));
  const listed = risks.map((risk): Omit<FormRow, 'number'> => {
    const answer = isBlank ? undefined : record.answers[risk.id];
    const { grade, standing } = formGrade(risk.grade, answer);
    const remarks = [
      answer?.state === '不适用' && answer.reason ? `不适用：${answer.reason}` : '',
      answer?.measure ?? '',
      answer?.note ?? '',
      standing !== '照墙上' && answer?.gradeReason ? `等级：${answer.gradeReason}` : '',
    ];
    return {
      id: risk.id,
      place: `${risk.wallName}：${risk.stepName}`,
      wall: risk.wallName,
      step: risk.stepName,
      basis: risk.basis,
      category: risk.category,
      title: risk.title,
      manifestation: risk.manifestation,
      cause: risk.cause,
      grade: gradeText(grade),
      gradeNote: standing === '照墙上' ? '' : `${standing}（墙上${risk.grade}）`,
      state: answer?.state ?? '',
      controls: risk.controls.map(({ phase, by, text }) => `${phase}｜${by}：${text}`),
      remarks: remarks.filter(Boolean),
      post: risk.post,
      responsible: answer?.responsible ?? '',
      leader: answersFor?.[grade] ?? '',
      dueDate: answer?.dueDate ?? '',
      isAddition: false,
    };
  });
  return [...added, ...listed].map((row, i) => ({ ...row, number: i + 1 }));
}

/** A row's cells in the order of `formColumns`, for spreadsheets. */
export function formCells(row: FormRow): (string | number)[] {
  return [
    row.number,
    row.place,
    row.category,
    row.isAddition ? `${row.title}（自行补充）` : `${row.title}（${citedId(row.id)}）`,
    row.manifestation,
    [row.grade, row.gradeNote].filter(Boolean).join(' '),
    row.controls.join('\n'),
    row.state,
    row.remarks.join('\n'),
    row.post,
    row.responsible,
    row.dueDate,
  ];
}
