import type { ChecklistRisk } from '../../model/assessment/checklist.ts';
import { ratesBy, ratesOf } from '../../model/assessment/rates.ts';
import type { AssessmentRecord } from '../../model/assessment/record.ts';
import { gradeEntries, grades } from '../../model/vocabulary.ts';

interface Props {
  readonly record: AssessmentRecord;
  readonly risks: readonly ChecklistRisk[];
}

/** How far the checklist is filled in, in all and by grade. */
export function FillProgress({ record, risks }: Props) {
  const { total, answered, unjudged, counts } = ratesOf(risks, record.answers);
  const byGrade = ratesBy(risks, record.answers, ({ grade }) => grade);
  return (
    <div class="progress">
      <p>
        <label for="assessment-progress">
          已判断 <strong>{answered}</strong> / {total}
        </label>{' '}
        <progress id="assessment-progress" max={Math.max(1, total)} value={answered} />
        {unjudged > 0 && ` 没有判断 ${unjudged}`}
        {counts.待确认 > 0 && `（其中待确认 ${counts.待确认}）`}
      </p>
      <p class="muted">
        {grades.map((grade) => {
          const rates = byGrade.get(grade);
          return rates ? (
            <span key={grade} class="progress-grade">
              {gradeEntries[grade].mark}
              {grade} {rates.answered}/{rates.total}
            </span>
          ) : null;
        })}
      </p>
    </div>
  );
}
