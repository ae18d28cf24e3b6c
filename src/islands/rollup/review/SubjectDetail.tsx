import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { siteAddress } from '../../../browser/siteBase.ts';
import { outcomes, stages } from '../../../model/rollup/decision.ts';
import { decide, decisionOf, type DecisionChange } from '../../../model/rollup/reviewDecisions.ts';
import { draftOf, similarRisks } from '../../../model/rollup/reviewDraft.ts';
import type { ReviewContext } from '../../../model/rollup/reviewFaults.ts';
import type { Lack } from '../../../model/rollup/reviewLacks.ts';
import {
  groupedReasons,
  subjectTitle,
  type ReviewSubject,
} from '../../../model/rollup/reviewSubjects.ts';
import { citedId } from '../../../model/wall/wall.ts';
import { OneOf } from '../../controls/Choices.tsx';
import { GradeMark } from '../../controls/GradeMark.tsx';
import { TextField } from '../../controls/TextField.tsx';
import type { ViewProps } from '../viewProps.ts';
import { AdoptedForm } from './AdoptedForm.tsx';
import { GradeForm } from './GradeForm.tsx';
import { subjectHash } from './route.ts';
import { useDebounced } from './useDebounced.ts';
import { Voices } from './Voices.tsx';

interface Props extends ViewProps {
  readonly subject: ReviewSubject;
  readonly context: ReviewContext | undefined;
  /** What the whole workbook lacks for this subject. */
  readonly lacks: readonly Lack[];
}

const mostNote = 300;

/** What a decision begins with when something is adopted. */
function adoptionOf({ subject, rollup, register, index }: Props): DecisionChange {
  const known = decisionOf(rollup, subject.id);
  if (subject.kind === '自行补充') {
    const { addition, voices } = subject;
    return { risk: known?.risk ?? draftOf(addition, voices[0], register.rows, index.posts) };
  }
  if (subject.kind === '等级建议') {
    const [first] = groupedReasons(subject.voices.filter(({ text }) => text.trim() !== ''));
    return { grade: subject.grade, gradeReason: known?.gradeReason ?? first?.text ?? '' };
  }
  return {};
}

function IntoField({
  subject,
  register,
  value,
  onChange,
}: Pick<Props, 'subject' | 'register'> & {
  readonly value: string;
  readonly onChange: (riskId: string) => void;
}) {
  const similar = useMemo(
    () => (subject.kind === '自行补充' ? similarRisks(subject.addition, register.rows) : []),
    [subject, register.rows],
  );
  const chosen = register.rows.find(({ id }) => id === value);
  return (
    <div class="review-into">
      {similar.length > 0 && (
        <>
          <p>文字相近的风险点：</p>
          <ul class="review-similar">
            {similar.map(({ risk, similarity }) => (
              <li key={risk.id}>
                <button
                  class="button is-small"
                  type="button"
                  aria-pressed={risk.id === value}
                  onClick={() => onChange(risk.id)}
                >
                  并入 {citedId(risk.id)}
                </button>
                <span>
                  <a href={siteAddress(risk.path)}>{risk.title}</a>（{risk.wallName}，
                  {risk.department}）<GradeMark grade={risk.grade} />
                  <span>相似 {Math.round(similarity * 100)}%</span>
                </span>
                <p class="muted small">{risk.manifestation}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      <TextField
        id="review-into"
        label="并入哪一个风险点（写编号，例如 W01-R07）"
        value={citedId(value)}
        maxLength={12}
        fault={
          chosen ? undefined : value ? '没有这个编号的风险点。' : '写上编号，或者在上面选一个。'
        }
        hint={chosen ? `${chosen.title}（${chosen.wallName}）` : undefined}
        onChange={(text) => onChange(text.trim().toLowerCase())}
      />
    </div>
  );
}

/** One subject: what people wrote, what is decided, and what the walls get of it. */
export function SubjectDetail(props: Props) {
  const { subject, rollup, register, index, context, onChange } = props;
  const decision = decisionOf(rollup, subject.id);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), [subject.id]);
  const set = (change: DecisionChange) =>
    onChange((current) => decide(current, subject.id, change, Date.now()));
  const [note, changeNote] = useDebounced(decision?.note ?? '', (text) => set({ note: text }));
  const offered =
    subject.kind === '自行补充' ? outcomes : outcomes.filter((one) => one !== '并入已有风险点');
  return (
    <section class="review-detail" aria-labelledby="review-subject">
      <p class="review-back no-print">
        <a href={`#${subjectHash()}`}>回到清单</a>
      </p>
      <h3 id="review-subject" ref={heading} tabIndex={-1}>
        {subject.kind}：{subjectTitle(subject)}
      </h3>
      <Voices subject={subject} />
      <OneOf
        legend="怎么定"
        name="review-outcome"
        values={offered}
        chosen={decision?.outcome}
        onChoose={(outcome) => set({ outcome, ...(outcome === '采纳' ? adoptionOf(props) : {}) })}
      />
      {decision?.outcome && (
        <button class="button is-small" type="button" onClick={() => set({ outcome: undefined })}>
          改回未定
        </button>
      )}
      <TextField
        id="review-note"
        label="意见"
        value={note}
        maxLength={mostNote}
        isLong
        onChange={(text) => changeNote(() => text)}
      />
      <OneOf
        legend="审批到哪一步（纸上办，这里只记下）"
        name="review-stage"
        values={stages}
        chosen={decision?.stage ?? stages[0]}
        onChoose={(stage) => set({ stage })}
      />
      {decision?.outcome === '并入已有风险点' && (
        <IntoField
          subject={subject}
          register={register}
          value={decision.into ?? ''}
          onChange={(into) => set({ into })}
        />
      )}
      {decision?.outcome === '采纳' && subject.kind === '自行补充' && decision.risk && (
        <AdoptedForm
          risk={decision.risk}
          context={context}
          lacks={props.lacks}
          walls={index.walls}
          onChange={(risk) => set({ risk })}
        />
      )}
      {decision?.outcome === '采纳' && subject.kind === '等级建议' && (
        <GradeForm
          subject={subject}
          decision={decision}
          context={context}
          lacks={props.lacks}
          onChange={set}
        />
      )}
      {decision?.outcome === '采纳' && subject.kind === '不适用' && (
        <p>
          采纳的理由写进工作簿的“审核意见”一张。这一条要不要换岗位、改文字或者删掉，由作者在墙里改。
        </p>
      )}
    </section>
  );
}
