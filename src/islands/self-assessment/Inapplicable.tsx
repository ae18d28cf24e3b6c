import { useState } from 'preact/hooks';
import type { AnswerValues, RiskValues } from '../../model/assessment/changes.ts';
import type { ChecklistRisk } from '../../model/assessment/checklist.ts';
import {
  inapplicableReasons,
  isJudged,
  textLimits,
  type Answer,
  type AssessmentRecord,
} from '../../model/assessment/record.ts';
import { Message } from '../controls/Message.tsx';
import { TextField } from '../controls/TextField.tsx';

interface ReasonProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** Why something does not apply: a sentence to choose, or one of one's own. */
function ReasonField({ id, value, onChange }: ReasonProps) {
  return (
    <>
      <div class="ready-reasons" role="group" aria-label="现成的理由">
        {inapplicableReasons.map((reason) => (
          <button
            key={reason}
            class="button is-small"
            type="button"
            aria-pressed={value === reason}
            onClick={() => onChange(reason)}
          >
            {reason}
          </button>
        ))}
      </div>
      <TextField
        id={id}
        label="为什么不适用（必填）"
        value={value}
        maxLength={textLimits.text}
        isLong
        fault={value.trim() ? undefined : '选“不适用”要写理由：点上面现成的一句，或者自己写。'}
        onChange={onChange}
      />
    </>
  );
}

interface RiskReasonProps {
  readonly risk: ChecklistRisk;
  readonly answer: Answer | undefined;
  readonly onAnswer: (risk: ChecklistRisk, values: AnswerValues) => void;
}

/** The reason of one risk. */
export function RiskReason({ risk, answer, onAnswer }: RiskReasonProps) {
  return (
    <ReasonField
      id={`${risk.id}-reason`}
      value={answer?.reason ?? ''}
      onChange={(reason) => onAnswer(risk, { reason })}
    />
  );
}

/** Answers many risks at once. */
export type AnswerAll = (answers: readonly RiskValues[]) => void;

interface GroupProps {
  /** What the group is, `这一步`. */
  readonly what: string;
  readonly id: string;
  readonly risks: readonly ChecklistRisk[];
  readonly answers: AssessmentRecord['answers'];
  readonly onAnswerAll: AnswerAll;
}

type Stage =
  | { readonly step: 'idle' }
  | { readonly step: 'asking'; readonly reason: string }
  | { readonly step: 'done'; readonly before: readonly RiskValues[] };

/**
 * 不适用 for a whole step or wall, with one reason. What has been judged is left as it is, and what
 * has been set can be taken back.
 */
export function GroupInapplicable({ what, id, risks, answers, onAnswerAll }: GroupProps) {
  const [stage, setStage] = useState<Stage>({ step: 'idle' });
  const open = risks.filter((risk) => !isJudged(answers[risk.id]));
  const before = open.map((risk) => {
    const { state, reason } = answers[risk.id] ?? {};
    return { risk, values: { state, reason } };
  });
  if (stage.step === 'done') {
    return (
      <p class="group-inapplicable" role="status">
        {what}的 {stage.before.length} 条已选“不适用”。{' '}
        <button
          class="button is-small"
          type="button"
          onClick={() => {
            onAnswerAll(stage.before);
            setStage({ step: 'idle' });
          }}
        >
          撤销
        </button>
      </p>
    );
  }
  if (stage.step === 'idle') {
    return open.length < 2 ? null : (
      <button
        class="button is-small group-inapplicable"
        type="button"
        onClick={() => setStage({ step: 'asking', reason: '' })}
      >
        {what}都不适用…
      </button>
    );
  }
  return (
    <Message isBlock role="group" label={`${what}都不适用`}>
      <p>
        {what}还没有判断的 {open.length} 条都选“不适用”，用同一个理由；判断过的不动。
      </p>
      <ReasonField
        id={`${id}-reason`}
        value={stage.reason}
        onChange={(reason) => setStage({ step: 'asking', reason })}
      />
      <div class="actions">
        <button
          class="button is-main"
          type="button"
          disabled={stage.reason.trim() === ''}
          onClick={() => {
            onAnswerAll(
              open.map((risk) => ({ risk, values: { state: '不适用', reason: stage.reason } })),
            );
            setStage({ step: 'done', before });
          }}
        >
          {open.length} 条都选不适用
        </button>
        <button class="button" type="button" onClick={() => setStage({ step: 'idle' })}>
          取消
        </button>
      </div>
    </Message>
  );
}
