import { useMemo } from 'preact/hooks';
import type { Decision } from '../../../model/rollup/decision.ts';
import type { DecisionChange } from '../../../model/rollup/reviewDecisions.ts';
import { adoptionLacks, type ReviewContext } from '../../../model/rollup/reviewFaults.ts';
import type { Lack } from '../../../model/rollup/reviewLacks.ts';
import type { GradeSubject } from '../../../model/rollup/reviewSubjects.ts';
import { placedRisks } from '../../../model/wall/wall.ts';
import { riskLengths } from '../../../model/wall/riskLengths.ts';
import { Message } from '../../controls/Message.tsx';
import { TextField } from '../../controls/TextField.tsx';
import { CitationField } from './CitationField.tsx';
import { joinLacks, lackText } from './lackText.ts';
import { useDebounced } from './useDebounced.ts';

interface Props {
  readonly subject: GradeSubject;
  readonly decision: Decision;
  readonly context: ReviewContext | undefined;
  readonly lacks: readonly Lack[];
  readonly onChange: (change: DecisionChange) => void;
}

/** The grade that goes into the wall, with its reason and what it rests on. */
export function GradeForm({ subject, decision, context, lacks: others, onChange }: Props) {
  const { risk, grade } = subject;
  const given = useMemo(
    () => ({ gradeReason: decision.gradeReason ?? '', penalties: decision.penalties }),
    [decision.gradeReason, decision.penalties],
  );
  const [texts, change] = useDebounced(given, onChange);
  const lacks = useMemo(() => {
    if (!context?.walls.has(risk.wall)) return others;
    const one = { subjectId: subject.id, riskId: risk.id, grade, ...given };
    const own = adoptionLacks({ finds: [], grades: [one] }, context).get(subject.id) ?? [];
    return joinLacks(own, others);
  }, [given, context, others]);
  const wall = context?.walls.get(risk.wall)?.wall;
  const published = wall && placedRisks(wall).find((one) => one.risk.id === risk.id)?.risk;
  const whole = lackText(lacks, 'whole', 'grade');
  return (
    <section class="review-adopted" aria-labelledby="review-adopted">
      <h4 id="review-adopted">放进墙里的样子</h4>
      <p class="muted small" role="status">
        {!wall
          ? '正在取这面墙的内容…'
          : lacks.length === 0
            ? '写齐了，会放进工作簿。'
            : `还缺 ${lacks.length} 处，写齐了才放进工作簿。`}
      </p>
      {whole && <Message isFault>{whole}</Message>}
      <p>
        等级：{risk.grade} 改为 {grade}。墙上原来的理由：{risk.gradeReason}
      </p>
      <TextField
        id="adopted-gradeReason"
        label="定级理由"
        value={texts.gradeReason}
        maxLength={riskLengths.gradeReason[1] * 2}
        fault={lackText(lacks, 'gradeReason')}
        onChange={(gradeReason) => change((now) => ({ ...now, gradeReason }))}
      />
      <CitationField
        id="adopted-penalties"
        rules={context?.rules}
        penalties={texts.penalties ?? published?.penalties ?? []}
        fault={lackText(lacks, 'penalties')}
        onChange={(penalties) => change((now) => ({ ...now, penalties }))}
      />
    </section>
  );
}
