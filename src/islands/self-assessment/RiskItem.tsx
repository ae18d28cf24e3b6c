import { Component } from 'preact';
import { useState } from 'preact/hooks';
import { siteBase } from '../../browser/siteBase.ts';
import type { AnswerValues } from '../../model/assessment/changes.ts';
import type { ChecklistRisk } from '../../model/assessment/checklist.ts';
import { answerStates, textLimits, type Answer } from '../../model/assessment/record.ts';
import {
  formGrade,
  suggestGrade,
  triggerQuestions,
  triggers,
} from '../../model/assessment/suggestedGrade.ts';
import { gradeEntries, grades } from '../../model/vocabulary.ts';
import { citedId, riskAnchor } from '../../model/wall/wall.ts';
import { Choice } from '../controls/Choice.tsx';
import { GradeMark } from '../controls/GradeMark.tsx';
import { TextField } from '../controls/TextField.tsx';

export type RiskMark = '新增' | '已改写' | undefined;

interface Props {
  readonly risk: ChecklistRisk;
  readonly answer: Answer | undefined;
  readonly mark: RiskMark;
  readonly onAnswer: (risk: ChecklistRisk, values: AnswerValues) => void;
}

function GradeQuestions({ risk, answer, onAnswer }: Omit<Props, 'mark'>) {
  const suggestion = suggestGrade(risk.grade, answer?.triggers);
  const { grade, standing } = formGrade(risk.grade, answer);
  return (
    <div class="grade-questions">
      {triggers.map((trigger) => {
        const { question, hint, yes, no } = triggerQuestions[trigger];
        const name = `${risk.id}-${trigger}`;
        return (
          <fieldset key={trigger} class="question">
            <legend>{question}</legend>
            <p class="field-hint">{hint}</p>
            {([true, false] as const).map((value) => (
              <label key={String(value)}>
                <input
                  type="radio"
                  name={name}
                  checked={answer?.triggers?.[trigger] === value}
                  onChange={() =>
                    onAnswer(risk, { triggers: { ...answer?.triggers, [trigger]: value } })
                  }
                />
                <span>{value ? yes : no}</span>
              </label>
            ))}
          </fieldset>
        );
      })}
      <p class="suggestion" role="status">
        建议等级：
        <GradeMark grade={suggestion.grade} />（{suggestion.reason}）
      </p>
      <Choice
        label="我提的等级"
        value={grade}
        values={grades}
        nameOf={(one) =>
          `${gradeEntries[one].mark} ${one}${one === risk.grade ? '（墙上的等级）' : ''}`
        }
        onChange={(one) => onAnswer(risk, { grade: one === risk.grade ? undefined : one })}
      />
      {standing !== '照墙上' && (
        <TextField
          id={`${risk.id}-gradeReason`}
          label={standing === '待审定' ? '下调的理由（必填，印出来写“待审定”）' : '上调的理由'}
          value={answer?.gradeReason ?? ''}
          maxLength={textLimits.text}
          isLong
          fault={
            standing === '待审定' && !answer?.gradeReason?.trim()
              ? '下调等级要写理由，由审定的人决定。'
              : undefined
          }
          onChange={(gradeReason) => onAnswer(risk, { gradeReason })}
        />
      )}
    </div>
  );
}

function Measures({ risk, answer, onAnswer }: Omit<Props, 'mark'>) {
  return (
    <div class="measures">
      <TextField
        id={`${risk.id}-measure`}
        label="打算怎么办"
        value={answer?.measure ?? ''}
        maxLength={textLimits.text}
        isLong
        onChange={(measure) => onAnswer(risk, { measure })}
      />
      <div class="field-row">
        <TextField
          id={`${risk.id}-responsible`}
          label="责任人"
          value={answer?.responsible ?? ''}
          maxLength={textLimits.short}
          onChange={(responsible) => onAnswer(risk, { responsible })}
        />
        <TextField
          id={`${risk.id}-dueDate`}
          label="完成时限"
          value={answer?.dueDate ?? ''}
          maxLength={10}
          type="date"
          onChange={(dueDate) => onAnswer(risk, { dueDate })}
        />
      </div>
    </div>
  );
}

function RiskItemBody({ risk, answer, mark, onAnswer }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const state = answer?.state;
  const needsMeasure = state === '未落实' || state === '部分落实';
  return (
    <>
      <fieldset class="states">
        <legend>
          <GradeMark grade={risk.grade} /> <span class="risk-name">{risk.title}</span>
          {mark && <span class="tag">{mark}</span>}
          <a
            class="risk-link"
            href={`${siteBase()}walls/${risk.slug}/#${riskAnchor(risk.id)}`}
            target="_blank"
            rel="noopener"
            aria-label={`${citedId(risk.id)} 在墙上看“${risk.title}”（新标签页）`}
          >
            {citedId(risk.id)}
          </a>
        </legend>
        <p class="risk-text">{risk.manifestation}</p>
        <div class="state-choices">
          {answerStates.map((one, i) => (
            <label key={one} class="state">
              <input
                type="radio"
                name={`${risk.id}-state`}
                value={one}
                checked={state === one}
                onChange={() => onAnswer(risk, { state: one })}
              />
              <span>
                <kbd aria-hidden="true">{i + 1}</kbd> {one}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {state === '不适用' && (
        <TextField
          id={`${risk.id}-reason`}
          label="为什么不适用（必填）"
          value={answer?.reason ?? ''}
          maxLength={textLimits.text}
          isLong
          fault={
            answer?.reason?.trim() ? undefined : '选“不适用”要写理由，例如“本岗位不办这一环节”。'
          }
          onChange={(reason) => onAnswer(risk, { reason })}
        />
      )}
      {needsMeasure && <Measures risk={risk} answer={answer} onAnswer={onAnswer} />}
      <button
        class="button is-small"
        type="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? '收起' : '措施、定级和备注'}
      </button>
      {isOpen && (
        <div class="risk-more">
          <ul class="controls">
            {risk.controls.map(({ phase, by, text }) => (
              <li key={phase + by}>
                <strong>{phase}</strong> {by}：{text}
              </li>
            ))}
          </ul>
          <GradeQuestions risk={risk} answer={answer} onAnswer={onAnswer} />
          <TextField
            id={`${risk.id}-note`}
            label="备注"
            value={answer?.note ?? ''}
            maxLength={textLimits.text}
            isLong
            onChange={(note) => onAnswer(risk, { note })}
          />
        </div>
      )}
    </>
  );
}

/** One risk of the checklist. It is drawn again only when its own answer changes. */
export class RiskItem extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    return (
      next.answer !== this.props.answer ||
      next.mark !== this.props.mark ||
      next.risk !== this.props.risk
    );
  }

  override render(props: Props) {
    const state = props.answer?.state;
    return (
      <li
        class={`risk-item${state ? '' : ' is-open'}`}
        id={`item-${props.risk.id}`}
        data-risk={props.risk.id}
      >
        <RiskItemBody {...props} />
      </li>
    );
  }
}
