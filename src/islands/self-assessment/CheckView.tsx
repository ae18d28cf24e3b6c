import type { ChecklistRisk } from '../../model/assessment/checklist.ts';
import { findGaps } from '../../model/assessment/gaps.ts';
import type { AssessmentRecord } from '../../model/assessment/record.ts';
import type { BureauWords } from '../../model/post/bureauWords.ts';
import { Message } from '../controls/Message.tsx';
import { routeHash } from './route.ts';

interface Props {
  readonly record: AssessmentRecord;
  readonly risks: readonly ChecklistRisk[];
  readonly words: BureauWords;
}

/** Gaps named one by one, each with a way to mend it. */
export function CheckView({ record, risks, words }: Props) {
  const gaps = findGaps(record, risks);
  return (
    <section aria-labelledby="check">
      <h2 id="check">检查漏项</h2>
      <Message>
        <strong>填完不等于交了。</strong>
        网站不会替你上交：把排查表打印出来签字，或者把导出的文件交给{words.disciplineOffice}
        ，才算交。
      </Message>
      {gaps.length === 0 ? (
        <p>
          没有漏项。可以去<a href={routeHash('form', record.id)}>打印排查表</a>。
        </p>
      ) : (
        <>
          <p>
            还有 <strong>{gaps.length}</strong> 处没有填全。不填全也能打印，空着的由你用笔补。
          </p>
          <ol class="gaps">
            {gaps.map(({ riskId, field, text }) => (
              <li key={`${riskId ?? field}${text}`}>
                <a href={routeHash('fill', record.id, riskId)}>{text}</a>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
