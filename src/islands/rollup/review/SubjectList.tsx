import { useMemo, useState } from 'preact/hooks';
import {
  decisionOf,
  reviewStates,
  stateOf,
  type ReviewState,
} from '../../../model/rollup/reviewDecisions.ts';
import { placeMeant } from '../../../model/rollup/reviewDraft.ts';
import {
  subjectDepartments,
  subjectKinds,
  subjectTitle,
  type ReviewSubject,
  type SubjectKind,
} from '../../../model/rollup/reviewSubjects.ts';
import type { WorkbookPlan } from '../../../model/rollup/reviewWorkbook.ts';
import { citedId } from '../../../model/wall/wall.ts';
import { OptionalChoice } from '../../controls/Choice.tsx';
import type { ViewProps } from '../viewProps.ts';
import { subjectHash } from './route.ts';

/** Drawn at once; the rest when it is asked for. */
const portion = 60;

interface Props extends ViewProps {
  readonly subjects: readonly ReviewSubject[];
  readonly openId: string | undefined;
  readonly plan: WorkbookPlan | undefined;
}

interface Filters {
  readonly kind?: SubjectKind | undefined;
  readonly department?: string | undefined;
  readonly wall?: string | undefined;
  readonly state?: ReviewState | undefined;
}

interface FilterProps extends Pick<Props, 'subjects' | 'index' | 'register'> {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

function FilterFields({ subjects, index, register, filters, onChange }: FilterProps) {
  const departments = useMemo(() => {
    const named = new Set(subjects.flatMap(subjectDepartments));
    const known = register.departments.filter((name) => named.has(name));
    return [...known, ...[...named].filter((name) => !known.includes(name))];
  }, [subjects, register.departments]);
  return (
    <div class="field-row review-filters">
      <OptionalChoice
        label="哪一类"
        none="全部"
        value={filters.kind}
        values={subjectKinds}
        onChange={(kind) => onChange({ ...filters, kind })}
      />
      <OptionalChoice
        label="谁提的（处室）"
        none="全部"
        value={filters.department}
        values={departments}
        onChange={(department) => onChange({ ...filters, department })}
      />
      <OptionalChoice
        label="防控墙"
        none="全部"
        value={filters.wall}
        values={index.walls.map(({ id }) => id)}
        nameOf={(id) => index.walls.find((wall) => wall.id === id)?.name ?? id}
        onChange={(wall) => onChange({ ...filters, wall })}
      />
      <OptionalChoice
        label="定了没有"
        none="全部"
        value={filters.state}
        values={reviewStates}
        onChange={(state) => onChange({ ...filters, state })}
      />
    </div>
  );
}

function Entry({
  subject,
  state,
  isOpen,
  isLacking,
}: {
  readonly subject: ReviewSubject;
  readonly state: ReviewState;
  readonly isOpen: boolean;
  readonly isLacking: boolean;
}) {
  const departments = subjectDepartments(subject);
  const who =
    departments.length > 2
      ? `${departments.slice(0, 2).join('、')}等 ${departments.length} 个单位`
      : departments.join('、');
  const about =
    subject.kind === '自行补充'
      ? ''
      : subject.kind === '等级建议'
        ? `${citedId(subject.risk.id)}　${subject.risk.grade} → ${subject.grade}`
        : citedId(subject.risk.id);
  return (
    <li>
      <a href={`#${subjectHash(subject.id)}`} aria-current={isOpen ? 'true' : undefined}>
        <span class="review-kind">{subject.kind}</span>
        <span class="review-name">{subjectTitle(subject)}</span>
        <span class="review-about">
          {[about, who, `${subject.voices.length} 人`].filter(Boolean).join('　')}
        </span>
        <span class={`review-state ${state === '未定' ? 'is-undecided' : ''}`}>
          {state}
          {isLacking && '，没写齐'}
        </span>
      </a>
    </li>
  );
}

/** What there is to decide on, narrowed by kind, department, wall and state. */
export function SubjectList(props: Props) {
  const { subjects, rollup, register, openId, plan } = props;
  const [filters, setFilters] = useState<Filters>({});
  const [drawn, setDrawn] = useState(portion);
  const { decisions } = rollup;
  const found = useMemo(() => {
    const { kind, department, wall, state } = filters;
    const wallOf = (subject: ReviewSubject) =>
      subject.kind === '自行补充'
        ? (decisionOf({ decisions }, subject.id)?.risk?.wallId ??
          placeMeant(subject.addition.place, register.rows)?.wallId)
        : subject.risk.wall;
    return subjects.filter(
      (subject) =>
        (kind === undefined || subject.kind === kind) &&
        (department === undefined ||
          subject.voices.some((voice) => voice.department === department)) &&
        (state === undefined || stateOf({ decisions }, subject.id) === state) &&
        (wall === undefined || wallOf(subject) === wall),
    );
  }, [subjects, filters, decisions, register.rows]);
  const shown = found.slice(0, drawn);
  return (
    <section class="review-list" aria-label="待审核的事项">
      <FilterFields
        {...props}
        filters={filters}
        onChange={(changed) => {
          setFilters(changed);
          setDrawn(portion);
        }}
      />
      <p class="muted small" role="status">
        找到 {found.length} 件
      </p>
      <ul class="review-entries">
        {shown.map((subject) => (
          <Entry
            key={subject.id}
            subject={subject}
            state={stateOf(rollup, subject.id)}
            isOpen={subject.id === openId}
            isLacking={plan?.lacks.has(subject.id) ?? false}
          />
        ))}
      </ul>
      {found.length > shown.length && (
        <button class="button" type="button" onClick={() => setDrawn((count) => count + portion)}>
          再列 {Math.min(portion, found.length - shown.length)} 件（还有{' '}
          {found.length - shown.length} 件）
        </button>
      )}
    </section>
  );
}
