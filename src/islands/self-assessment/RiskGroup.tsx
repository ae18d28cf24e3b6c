import { Component } from 'preact';
import type { AnswerValues } from '../../model/assessment/changes.ts';
import type { CheckGroup } from '../../model/assessment/checkOrder.ts';
import type { ChecklistRisk } from '../../model/assessment/checklist.ts';
import { ratesOf } from '../../model/assessment/rates.ts';
import type { AssessmentRecord } from '../../model/assessment/record.ts';
import { GroupInapplicable, type AnswerAll } from './Inapplicable.tsx';
import { RiskItem, type RiskMark } from './RiskItem.tsx';

export interface GroupProps {
  readonly group: CheckGroup<ChecklistRisk>;
  readonly answers: AssessmentRecord['answers'];
  readonly marks: ReadonlyMap<string, RiskMark>;
  /** Whether the list is divided: then walls and steps stand one level lower. */
  readonly hasSections: boolean;
  readonly isNear: boolean;
  readonly onAnswer: (risk: ChecklistRisk, values: AnswerValues) => void;
  readonly onAnswerAll: AnswerAll;
}

/** The risks of one step. Drawn again only when one of its own answers, or of its wall's, changes. */
export class RiskGroup extends Component<GroupProps> {
  override shouldComponentUpdate(next: GroupProps): boolean {
    const { group, answers, marks } = this.props;
    const watched = group.wallRisks ?? group.risks;
    return (
      next.group !== group ||
      next.marks !== marks ||
      next.isNear !== this.props.isNear ||
      watched.some(({ id }) => next.answers[id] !== answers[id])
    );
  }

  override render(props: GroupProps) {
    const { group, answers, marks, hasSections, isNear, onAnswer, onAnswerAll } = props;
    const { key, section, wallRisks, risks } = group;
    const WallHeading = hasSections ? 'h3' : 'h2';
    const StepHeading = hasSections ? 'h4' : 'h3';
    const [first] = risks;
    const shared = { answers, onAnswerAll };
    const rates = wallRisks && ratesOf(wallRisks, answers);
    return (
      <section class="risk-group">
        {section && <h2 class="section-heading">{section}</h2>}
        {rates && (
          <>
            <WallHeading class="wall-heading">
              {first?.wallName}{' '}
              <span class="muted">
                {rates.answered}/{rates.total}
              </span>
            </WallHeading>
            {wallRisks.length > risks.length && (
              <GroupInapplicable {...shared} what="这面墙" id={`wall-${key}`} risks={wallRisks} />
            )}
          </>
        )}
        <div class="step-heading">
          <StepHeading>
            第 {first?.stepNumber} 步 {first?.stepName}
          </StepHeading>
          <GroupInapplicable {...shared} what="这一步" id={`step-${key}`} risks={risks} />
        </div>
        <ul class="risk-items">
          {risks.map((risk) => (
            <RiskItem
              key={risk.id}
              risk={risk}
              answer={answers[risk.id]}
              mark={marks.get(risk.id)}
              isNear={isNear}
              onAnswer={onAnswer}
            />
          ))}
        </ul>
      </section>
    );
  }
}
