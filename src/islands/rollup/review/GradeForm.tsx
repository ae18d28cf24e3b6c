import { useMemo } from 'preact/hooks';
import type { Decision } from '../../../model/rollup/decision.ts';
import type { DecisionChange } from '../../../model/rollup/reviewDecisions.ts';
import { adoptionLacks, type ReviewContext } from '../../../model/rollup/reviewFaults.ts';
import type { Lack } from '../../../model/rollup/reviewLacks.ts';
import type { GradeSubject } from '../../../model/rollup/reviewSubjects.ts';
import { placedRisks } from '../../../model/wall/wall.ts';
import { AdoptedFrame } from './AdoptedFrame.tsx';
import { CitationField } from './CitationField.tsx';
import { joinLacks, lackText } from './lackText.ts';
import { ReasonField } from './ReasonField.tsx';
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
  const waitsFor = wall ? undefined : '正在取这面墙的内容…';
  return (
    <AdoptedFrame waitsFor={waitsFor} lacks={lacks} above={['whole', 'grade']}>
      <p>
        等级：{risk.grade} 改为 {grade}。墙上原来的理由：{risk.gradeReason}
      </p>
      <ReasonField
        value={texts.gradeReason}
        lacks={lacks}
        onChange={(gradeReason) => change((now) => ({ ...now, gradeReason }))}
      />
      <CitationField
        id="adopted-penalties"
        rules={context?.rules}
        penalties={texts.penalties ?? published?.penalties ?? []}
        fault={lackText(lacks, 'penalties')}
        onChange={(penalties) => change((now) => ({ ...now, penalties }))}
      />
    </AdoptedFrame>
  );
}
