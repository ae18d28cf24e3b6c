import { Component } from 'preact';
import { siteAddress } from '../../browser/siteBase.ts';
import type { AnswerValues } from '../../model/assessment/changes.ts';
import type { ChecklistRisk } from '../../model/assessment/checklist.ts';
import { answerStates, isJudged, textLimits, type Answer } from '../../model/assessment/record.ts';
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
import { RiskReason } from './Inapplicable.tsx';

export type RiskMark = '新增' | '已改写' | undefined;

interface Props {
  readonly risk: ChecklistRisk;
  readonly answer: Answer | undefined;
  readonly mark: RiskMark;
  /** Whether it is near the window: only then is it drawn in full. */
  readonly isNear: boolean;
  readonly onAnswer: (risk: ChecklistRisk, values: AnswerValues) => void;
}

type AnswerProps = Pick<Props, 'risk' | 'answer' | 'onAnswer'>;

function GradeQuestions({ risk, answer, onAnswer }: AnswerProps) {
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

function Measures({ risk, answer, onAnswer }: AnswerProps) {
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

/** What is asked about: the measures on the wall, by when and by whom. */
function Controls({ risk }: Pick<Props, 'risk'>) {
  return (
    <ul class="controls" aria-label="墙上写的措施">
      {risk.controls.map(({ phase, by, text }) => (
        <li key={phase + by}>
          <strong>{phase}</strong> {by}：{text}
        </li>
      ))}
    </ul>
  );
}

interface BodyProps extends Props {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

function RiskItemBody({ risk, answer, mark, onAnswer, isOpen, onOpen }: BodyProps) {
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
            href={siteAddress(`walls/${risk.slug}/#${riskAnchor(risk.id)}`)}
            target="_blank"
            rel="noopener"
            aria-label={`${citedId(risk.id)} 在墙上看“${risk.title}”（新标签页）`}
          >
            {citedId(risk.id)}
          </a>
        </legend>
        <p class="risk-text">{risk.manifestation}</p>
        <Controls risk={risk} />
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
      {state === '不适用' && <RiskReason risk={risk} answer={answer} onAnswer={onAnswer} />}
      {needsMeasure && <Measures risk={risk} answer={answer} onAnswer={onAnswer} />}
      <button
        class="button is-small"
        type="button"
        aria-expanded={isOpen}
        onClick={() => onOpen(!isOpen)}
      >
        {isOpen ? '收起' : '定级和备注'}
      </button>
      {isOpen && (
        <div class="risk-more">
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

/** What a risk far from the window is: found by the browser's own search, and printed. */
function RiskOutline({ risk, answer }: Pick<Props, 'risk' | 'answer'>) {
  return (
    <>
      <p class="risk-name">
        <GradeMark grade={risk.grade} /> {risk.title} {answer?.state && `（${answer.state}）`}
      </p>
      <p class="risk-text">{risk.manifestation}</p>
    </>
  );
}

interface State {
  /** Whether grading and note are unfolded. */
  readonly isOpen: boolean;
}

/**
 * One risk of the checklist. It is drawn again only when its own answer changes, and in full only
 * near the window.
 */
export class RiskItem extends Component<Props, State> {
  override state: State = { isOpen: false };

  override shouldComponentUpdate(next: Props, { isOpen }: State): boolean {
    return (
      next.answer !== this.props.answer ||
      next.mark !== this.props.mark ||
      next.risk !== this.props.risk ||
      next.isNear !== this.props.isNear ||
      isOpen !== this.state.isOpen
    );
  }

  override render(props: Props, { isOpen }: State) {
    const { risk, answer, isNear } = props;
    return (
      <li
        class={`risk-item${isJudged(answer) ? '' : ' is-open'}`}
        id={`item-${risk.id}`}
        data-risk={risk.id}
      >
        {isNear ? (
          <RiskItemBody
            {...props}
            isOpen={isOpen}
            onOpen={(open) => this.setState({ isOpen: open })}
          />
        ) : (
          <RiskOutline risk={risk} answer={answer} />
        )}
      </li>
    );
  }
}
