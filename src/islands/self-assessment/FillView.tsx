import { Component } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AnswerValues, Change, ContentChanges } from '../../model/assessment/changes.ts';
import type { ChecklistRisk } from '../../model/assessment/checklist.ts';
import { ratesBy, ratesOf } from '../../model/assessment/rates.ts';
import { answerStates, type AssessmentRecord } from '../../model/assessment/record.ts';
import { gradeEntries, grades } from '../../model/vocabulary.ts';
import { citedId } from '../../model/wall/wall.ts';
import { Message } from '../controls/Message.tsx';
import { Additions } from './Additions.tsx';
import { HeadFields } from './HeadFields.tsx';
import { RiskItem, type RiskMark } from './RiskItem.tsx';

const filters = ['全部', '没有判断的', '未落实的', '待确认的', '▲一类', '■二类', '●三类'] as const;
type Filter = (typeof filters)[number];

function passes(risk: ChecklistRisk, { answers }: AssessmentRecord, filter: Filter): boolean {
  const state = answers[risk.id]?.state;
  if (filter === '没有判断的') return state === undefined;
  if (filter === '未落实的') return state === '未落实' || state === '部分落实';
  if (filter === '待确认的') return state === '待确认';
  return filter === '全部' || filter.endsWith(risk.grade);
}

interface Props {
  readonly record: AssessmentRecord;
  readonly risks: readonly ChecklistRisk[];
  readonly changes: ContentChanges;
  readonly change: (change: Change) => void;
  /** A risk to go to at once. */
  readonly riskId: string | undefined;
  readonly contentVersion: string;
}

/** Moves the focus to the chosen (or first) state of a neighbouring risk. */
function focusRisk(item: Element | null | undefined): void {
  const choice =
    item?.querySelector<HTMLElement>('.state input:checked') ??
    item?.querySelector<HTMLElement>('.state input');
  choice?.focus();
  item?.scrollIntoView({ block: 'nearest' });
}

function Progress({ record, risks }: Pick<Props, 'record' | 'risks'>) {
  const { total, answered } = ratesOf(risks, record.answers);
  const byGrade = ratesBy(risks, record.answers, ({ grade }) => grade);
  return (
    <div class="progress">
      <p>
        <label for="assessment-progress">
          已判断 <strong>{answered}</strong> / {total}
        </label>{' '}
        <progress id="assessment-progress" max={Math.max(1, total)} value={answered} />
      </p>
      <p class="muted">
        {grades.map((grade) => {
          const rates = byGrade.get(grade);
          return rates ? (
            <span key={grade} class="progress-grade">
              {gradeEntries[grade].mark}
              {grade} {rates.answered}/{rates.total}
            </span>
          ) : null;
        })}
      </p>
    </div>
  );
}

interface Group {
  readonly key: string;
  readonly wallName: string;
  readonly stepName: string;
  readonly isFirstOfWall: boolean;
  readonly wallRisks: readonly ChecklistRisk[];
  readonly risks: ChecklistRisk[];
}

/** Risks in their order, cut at every new wall and step. */
function groupsOf(shown: readonly ChecklistRisk[], all: readonly ChecklistRisk[]): Group[] {
  const groups: Group[] = [];
  for (const risk of shown) {
    const key = `${risk.wallId}-${risk.stepNumber}`;
    const last = groups[groups.length - 1];
    if (last?.key === key) {
      last.risks.push(risk);
      continue;
    }
    groups.push({
      key,
      wallName: risk.wallName,
      stepName: `第 ${risk.stepNumber} 步 ${risk.stepName}`,
      isFirstOfWall: !last?.key.startsWith(`${risk.wallId}-`),
      wallRisks: all.filter(({ wallId }) => wallId === risk.wallId),
      risks: [risk],
    });
  }
  return groups;
}

/** The checklist itself. */
export function FillView(props: Props) {
  const { record, risks, changes, change, riskId, contentVersion } = props;
  const [filter, setFilter] = useState<Filter>('全部');
  const list = useRef<HTMLDivElement>(null);
  const onAnswer = useCallback(
    (risk: ChecklistRisk, values: AnswerValues) => change({ type: 'answer', risk, values }),
    [change],
  );
  // What a filter shows stays shown while it is being answered; else rows would vanish under the hand.
  const shown = useMemo(
    () => risks.filter((risk) => passes(risk, record, filter)),
    [risks, filter],
  );
  const groups = useMemo(() => groupsOf(shown, risks), [shown, risks]);
  const marks = useMemo(
    () =>
      new Map<string, RiskMark>([
        ...changes.added.map((id) => [id, '新增'] as const),
        ...changes.changed.map((id) => [id, '已改写'] as const),
      ]),
    [changes.added.join(), changes.changed.join()],
  );

  useEffect(() => {
    if (!riskId) return;
    const items = Array.from(list.current?.querySelectorAll('[data-risk]') ?? []);
    focusRisk(items.find((item) => item.getAttribute('data-risk') === riskId));
  }, [riskId]);

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const isTyping = target.matches('textarea, select, input:not([type="radio"])');
    if (isTyping || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const item = target.closest('[data-risk]');
    if (!item) return;
    const state = answerStates[Number(event.key) - 1];
    const risk = risks.find(({ id }) => id === item.getAttribute('data-risk'));
    if (state && risk) {
      event.preventDefault();
      onAnswer(risk, { state });
      item.querySelectorAll<HTMLElement>('.state input')[Number(event.key) - 1]?.focus();
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const items = Array.from(list.current?.querySelectorAll('[data-risk]') ?? []);
    focusRisk(items[items.indexOf(item) + (event.key === 'ArrowDown' ? 1 : -1)]);
  };

  return (
    <>
      <HeadFields record={record} change={change} />
      {(changes.added.length > 0 || changes.changed.length > 0 || changes.removed.length > 0) && (
        <Message isBlock>
          <p>
            上次打开以后，防控墙的内容有变：新增 {changes.added.length} 个、改写{' '}
            {changes.changed.length} 个、删去 {changes.removed.length}{' '}
            个。原来的判断都还在，改写过的请重新看一遍。
          </p>
          {changes.removed.length > 0 && (
            <p>已从墙上删去：{changes.removed.map(citedId).join('、')}</p>
          )}
          <button
            class="button"
            type="button"
            onClick={() => change({ type: 'seen', ids: risks.map(({ id }) => id), contentVersion })}
          >
            知道了，不再标“新增”
          </button>
        </Message>
      )}
      <div class="fill-tools">
        <Progress record={record} risks={risks} />
        <label class="fill-filter">
          只看
          <select
            value={filter}
            onChange={({ currentTarget: { value } }) =>
              setFilter(filters.find((one) => one === value) ?? '全部')
            }
          >
            {filters.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <p class="muted keys-hint">键盘：数字 1–5 选落实情况，上下箭头换一条。</p>
      </div>
      <div ref={list} onKeyDown={onKeyDown}>
        {groups.length === 0 && <Message>这个范围里没有风险点，换一个“只看”试试。</Message>}
        {groups.map((group) => (
          <RiskGroup
            key={group.key}
            group={group}
            answers={record.answers}
            marks={marks}
            onAnswer={onAnswer}
          />
        ))}
      </div>
      <Additions record={record} change={change} />
    </>
  );
}

interface RiskGroupProps {
  readonly group: Group;
  readonly answers: AssessmentRecord['answers'];
  readonly marks: ReadonlyMap<string, RiskMark>;
  readonly onAnswer: (risk: ChecklistRisk, values: AnswerValues) => void;
}

/** The risks of one step. Drawn again only when one of its own answers, or of its wall's, changes. */
class RiskGroup extends Component<RiskGroupProps> {
  override shouldComponentUpdate(next: RiskGroupProps): boolean {
    const { group, answers, marks } = this.props;
    const watched = group.isFirstOfWall ? group.wallRisks : group.risks;
    return (
      next.group !== group ||
      next.marks !== marks ||
      watched.some(({ id }) => next.answers[id] !== answers[id])
    );
  }

  override render({ group, answers, marks, onAnswer }: RiskGroupProps) {
    const { wallName, stepName, isFirstOfWall, wallRisks, risks } = group;
    const { answered, total } = ratesOf(wallRisks, answers);
    return (
      <section class="risk-group">
        {isFirstOfWall && (
          <h2 class="wall-heading">
            {wallName}{' '}
            <span class="muted">
              {answered}/{total}
            </span>
          </h2>
        )}
        <h3>{stepName}</h3>
        <ul class="risk-items">
          {risks.map((risk) => (
            <RiskItem
              key={risk.id}
              risk={risk}
              answer={answers[risk.id]}
              mark={marks.get(risk.id)}
              onAnswer={onAnswer}
            />
          ))}
        </ul>
      </section>
    );
  }
}
