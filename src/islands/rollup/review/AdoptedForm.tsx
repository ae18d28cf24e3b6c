import { useMemo } from 'preact/hooks';
import type { ChecklistWall } from '../../../model/assessment/checklist.ts';
import type { AdoptedRisk } from '../../../model/rollup/decision.ts';
import { lackingFields, type ReviewContext } from '../../../model/rollup/reviewFaults.ts';
import type { Lack } from '../../../model/rollup/reviewLacks.ts';
import { categories, gradeEntries, grades, postLevels } from '../../../model/vocabulary.ts';
import { riskLengths } from '../../../model/wall/riskLengths.ts';
import { Choice, OptionalChoice } from '../../controls/Choice.tsx';
import { SomeOf } from '../../controls/Choices.tsx';
import { FieldFault } from '../../controls/FieldFault.tsx';
import { TextField } from '../../controls/TextField.tsx';
import { AdoptedFrame } from './AdoptedFrame.tsx';
import { CitationField } from './CitationField.tsx';
import { ControlFields } from './ControlFields.tsx';
import { joinLacks, lackText } from './lackText.ts';
import { ReasonField } from './ReasonField.tsx';
import { useDebounced } from './useDebounced.ts';

interface Props {
  readonly risk: AdoptedRisk;
  readonly context: ReviewContext | undefined;
  /** What the whole workbook lacks for this one. */
  readonly lacks: readonly Lack[];
  readonly walls: readonly ChecklistWall[];
  readonly onChange: (risk: AdoptedRisk) => void;
}

interface PartProps {
  readonly risk: AdoptedRisk;
  readonly context: ReviewContext | undefined;
  readonly lacks: readonly Lack[];
  readonly edit: (values: Partial<AdoptedRisk>) => void;
}

/** Twice what the walls take: what is too long is said, and not cut. */
const roomFor = (field: keyof typeof riskLengths) => riskLengths[field][1] * 2;

const lineLabels = {
  title: '名称',
  manifestation: '表现形式（谁、在哪个动作上、做什么、谁得利）',
  cause: '原因',
  warningSign: '预警信号',
  monitor: '监测指标（可以不写）',
} as const;

function Line({
  field,
  isLong = false,
  risk,
  lacks,
  edit,
}: PartProps & { readonly field: keyof typeof lineLabels; readonly isLong?: boolean }) {
  return (
    <TextField
      id={`adopted-${field}`}
      label={lineLabels[field]}
      value={risk[field]}
      maxLength={roomFor(field)}
      isLong={isLong}
      fault={lackText(lacks, field)}
      onChange={(value) => edit({ [field]: value })}
    />
  );
}

function PlaceFields({ risk, context, lacks, edit, walls }: PartProps & Pick<Props, 'walls'>) {
  const steps = context?.walls.get(risk.wallId)?.wall.steps ?? [];
  return (
    <div class="field-row">
      <OptionalChoice
        id="adopted-wallId"
        label="放进哪一面墙"
        none="没有选"
        fault={lackText(lacks, 'wallId')}
        value={risk.wallId || undefined}
        values={walls.map(({ id }) => id)}
        nameOf={(id) => walls.find((wall) => wall.id === id)?.name ?? id}
        onChange={(wallId) => edit({ wallId: wallId ?? '', stepId: '' })}
      />
      <OptionalChoice
        id="adopted-stepId"
        label="放在哪一步"
        none="没有选"
        fault={lackText(lacks, 'stepId')}
        value={risk.stepId || undefined}
        values={steps.map(({ id }) => id)}
        nameOf={(id) => {
          const at = steps.findIndex((step) => step.id === id);
          return `${at + 1} ${steps[at]?.name ?? id}`;
        }}
        onChange={(stepId) => edit({ stepId: stepId ?? '' })}
      />
    </div>
  );
}

function PostFields({ risk, context, lacks, edit }: PartProps) {
  const { departments } = context?.rules.bureau.data ?? { departments: [] };
  const department = departments.find(({ name }) => name === risk.department);
  const posts = context?.rules.posts.find(({ name }) => name === department?.id)?.data.posts ?? [];
  const names = [...new Set([...posts.map(({ name }) => name), ...risk.posts])];
  const levelOf = (name: string) => posts.find((post) => post.name === name)?.level;
  const postFault = lackText(lacks, 'posts');
  return (
    <>
      <div class="field-row">
        <OptionalChoice
          id="adopted-department"
          label="处室"
          none="没有选"
          fault={lackText(lacks, 'department')}
          value={risk.department || undefined}
          values={departments.map(({ name }) => name)}
          onChange={(name) => edit({ department: name ?? '', posts: [] })}
        />
        <Choice
          id="adopted-postLevel"
          label="岗位层级"
          fault={lackText(lacks, 'postLevel')}
          value={risk.postLevel}
          values={postLevels}
          onChange={(postLevel) => edit({ postLevel })}
        />
      </div>
      {names.length === 0 ? (
        <FieldFault id="adopted-posts-fault" text={postFault} />
      ) : (
        <SomeOf
          id="adopted-posts"
          legend="岗位（一到三个）"
          fault={postFault}
          values={names}
          chosen={risk.posts}
          nameOf={(name) => `${name}${levelOf(name) ? `（${levelOf(name) ?? ''}）` : ''}`}
          onChoose={(chosen) => {
            const level = chosen.length === 1 ? levelOf(chosen[0] ?? '') : undefined;
            edit({ posts: chosen, ...(level && { postLevel: level }) });
          }}
        />
      )}
    </>
  );
}

function GradeFields({ risk, lacks, edit }: PartProps) {
  return (
    <>
      <div class="field-row">
        <Choice
          id="adopted-category"
          label="风险类别"
          fault={lackText(lacks, 'category')}
          value={risk.category}
          values={categories}
          onChange={(category) => edit({ category })}
        />
        <Choice
          id="adopted-grade"
          label="等级"
          fault={lackText(lacks, 'grade')}
          value={risk.grade}
          values={grades}
          nameOf={(one) => `${gradeEntries[one].mark} ${one}（${gradeEntries[one].meaning}）`}
          onChange={(grade) => edit({ grade })}
        />
      </div>
      <ReasonField
        value={risk.gradeReason}
        lacks={lacks}
        onChange={(gradeReason) => edit({ gradeReason })}
      />
    </>
  );
}

/** What an adopted find becomes: every field that the wall asks for, with what it lacks beside it. */
export function AdoptedForm({ risk: given, context, lacks: others, walls, onChange }: Props) {
  const [risk, change] = useDebounced(given, onChange);
  // Judged as it is kept: what is being typed is not found wanting at each key.
  const lacks = useMemo(
    () => joinLacks(context ? lackingFields(given, context) : [], others),
    [given, context, others],
  );
  const edit = (values: Partial<AdoptedRisk>) => change((now) => ({ ...now, ...values }));
  const part: PartProps = { risk, context, lacks, edit };
  const waitsFor = context ? undefined : '正在取检查用的规则…';
  return (
    <AdoptedFrame waitsFor={waitsFor} lacks={lacks} above={['whole']}>
      <PlaceFields {...part} walls={walls} />
      <Line {...part} field="title" />
      <Line {...part} field="manifestation" isLong />
      <GradeFields {...part} />
      <PostFields {...part} />
      <Line {...part} field="cause" isLong />
      <ControlFields
        controls={risk.controls}
        lacks={lacks}
        onChange={(controls) => edit({ controls })}
      />
      <CitationField
        id="adopted-penalties"
        rules={context?.rules}
        penalties={risk.penalties}
        fault={lackText(lacks, 'penalties')}
        onChange={(penalties) => edit({ penalties })}
      />
      <Line {...part} field="warningSign" isLong />
      <Line {...part} field="monitor" />
    </AdoptedFrame>
  );
}
