import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { bringNear } from '../../browser/nearView.ts';
import type { AnswerValues, Change, ContentChanges } from '../../model/assessment/changes.ts';
import { checkGroups, checkSections, chunksOf } from '../../model/assessment/checkOrder.ts';
import type { ChecklistIndex, ChecklistRisk } from '../../model/assessment/checklist.ts';
import { answerStates, isJudged, type AssessmentRecord } from '../../model/assessment/record.ts';
import { citedId } from '../../model/wall/wall.ts';
import { Message } from '../controls/Message.tsx';
import { Additions } from './Additions.tsx';
import { HeadFields } from './HeadFields.tsx';
import type { AnswerAll } from './Inapplicable.tsx';
import { FillProgress } from './FillProgress.tsx';
import { RiskChunk } from './RiskChunk.tsx';
import type { RiskMark } from './RiskItem.tsx';
import { useGrowing } from './useGrowing.ts';

const filters = ['全部', '没有判断的', '未落实的', '待确认的', '▲一类', '■二类', '●三类'] as const;
type Filter = (typeof filters)[number];

function passes(risk: ChecklistRisk, { answers }: AssessmentRecord, filter: Filter): boolean {
  const state = answers[risk.id]?.state;
  if (filter === '没有判断的') return !isJudged(answers[risk.id]);
  if (filter === '未落实的') return state === '未落实' || state === '部分落实';
  if (filter === '待确认的') return state === '待确认';
  return filter === '全部' || filter.endsWith(risk.grade);
}

/** Chunks that are drawn at a time: the whole list of nearly every post. */
const chunksAtATime = 30;

interface Props {
  readonly record: AssessmentRecord;
  readonly risks: readonly ChecklistRisk[];
  readonly changes: ContentChanges;
  readonly change: (change: Change) => void;
  /** A risk to go to at once. */
  readonly riskId: string | undefined;
  readonly index: ChecklistIndex;
}

/** Moves the focus to the chosen (or first) state of a risk, which is drawn for it where it is not yet. */
function focusRisk(item: Element | null | undefined): void {
  if (!item) return;
  const chunk = item.closest('[data-chunk]');
  if (chunk) bringNear(chunk);
  // Preact draws in a microtask of its own, before this one.
  void Promise.resolve().then(() => {
    const choice =
      item.querySelector<HTMLElement>('.state input:checked') ??
      item.querySelector<HTMLElement>('.state input');
    choice?.focus();
    item.scrollIntoView({ block: 'nearest' });
  });
}

/** The checklist itself. */
export function FillView(props: Props) {
  const { record, risks, changes, change, riskId, index } = props;
  const [filter, setFilter] = useState<Filter>('全部');
  const list = useRef<HTMLDivElement>(null);
  const onAnswer = useCallback(
    (risk: ChecklistRisk, values: AnswerValues) => change({ type: 'answer', risk, values }),
    [change],
  );
  const onAnswerAll = useCallback<AnswerAll>(
    (answers) => change({ type: 'answerAll', answers }),
    [change],
  );
  // What a filter shows stays shown while it is being answered; else rows would vanish under the hand.
  const shown = useMemo(
    () => risks.filter((risk) => passes(risk, record, filter)),
    [risks, filter],
  );
  // In the order of the head as it was then: while a post is being typed nothing may move.
  const chunks = useMemo(
    () => chunksOf(checkGroups(checkSections(shown, record.head, index))),
    [shown, index],
  );
  const drawn = useGrowing(chunks.length, chunksAtATime, riskId !== undefined);
  const hasSections = chunks.some((groups) => groups.some(({ section }) => section));
  const marks = useMemo(
    () =>
      new Map<string, RiskMark>([
        ...changes.added.map((id) => [id, '新增'] as const),
        ...changes.changed.map((id) => [id, '已改写'] as const),
      ]),
    [changes.added.join(), changes.changed.join()],
  );

  // Whoever begins can answer at once; whoever comes back looks for his place himself.
  useEffect(() => {
    const isNew = Object.keys(record.answers).length === 0;
    if (isNew && !riskId) focusRisk(list.current?.querySelector('[data-risk]'));
  }, []);

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
            onClick={() =>
              change({
                type: 'seen',
                ids: risks.map(({ id }) => id),
                contentVersion: index.contentVersion,
              })
            }
          >
            知道了，不再标“新增”
          </button>
        </Message>
      )}
      <div class="fill-tools">
        <FillProgress record={record} risks={risks} />
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
      <div class="risk-list" ref={list} onKeyDown={onKeyDown} aria-busy={drawn < chunks.length}>
        {chunks.length === 0 && <Message>这个范围里没有风险点，换一个“只看”试试。</Message>}
        {chunks.slice(0, drawn).map((chunk, i) => (
          <RiskChunk
            key={chunk[0]?.key}
            groups={chunk}
            answers={record.answers}
            marks={marks}
            hasSections={hasSections}
            isFirst={i === 0}
            onAnswer={onAnswer}
            onAnswerAll={onAnswerAll}
          />
        ))}
      </div>
      <Additions record={record} change={change} />
    </>
  );
}
