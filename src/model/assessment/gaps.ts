import type { ChecklistRisk } from './checklist.ts';
import type { AssessmentRecord } from './record.ts';
import { formGrade } from './suggestedGrade.ts';

/** Something still missing before the form is printed, and where to mend it. */
export interface Gap {
  /** The risk, or the part of the head, that it belongs to. */
  readonly riskId?: string;
  readonly field: 'head' | 'state' | 'reason' | 'gradeReason' | 'measure' | 'additions';
  readonly text: string;
}

const headNames = { name: '姓名', department: '处室', post: '岗位', period: '期间' } as const;

/** All gaps, head first, then risks in their order. Nothing forbids printing with gaps. */
export function findGaps(record: AssessmentRecord, risks: readonly ChecklistRisk[]): Gap[] {
  const { head, answers, additions } = record;
  const gaps: Gap[] = (Object.keys(headNames) as (keyof typeof headNames)[])
    .filter((key) => head[key].trim() === '')
    .map((key) => ({ field: 'head', text: `没有填${headNames[key]}` }));
  for (const risk of risks) {
    const answer = answers[risk.id];
    const add = (field: Gap['field'], text: string) =>
      gaps.push({ riskId: risk.id, field, text: `“${risk.title}”${text}` });
    const state = answer?.state;
    if (!state) add('state', '还没有选落实情况');
    if (state === '待确认') add('state', '还是待确认');
    if (state === '不适用' && !answer?.reason?.trim()) add('reason', '选了不适用，没有写理由');
    if (formGrade(risk.grade, answer).standing === '待审定' && !answer?.gradeReason?.trim()) {
      add('gradeReason', '下调了等级，没有写理由');
    }
    if ((state === '未落实' || state === '部分落实') && !answer?.measure?.trim()) {
      add('measure', `${state}，没有写打算怎么办`);
    }
  }
  const hasAdditions = additions.some(({ isRemoved }) => !isRemoved);
  if (!hasAdditions && head.noAdditionReason.trim() === '') {
    gaps.push({ field: 'additions', text: '没有补充风险点，也没有说明为什么没有' });
  }
  return gaps;
}
