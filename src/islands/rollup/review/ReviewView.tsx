import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ReviewContext } from '../../../model/rollup/reviewFaults.ts';
import { reviewProgress } from '../../../model/rollup/reviewDecisions.ts';
import { collectSubjects, type ReviewSubject } from '../../../model/rollup/reviewSubjects.ts';
import {
  adoptedOf,
  planWorkbook,
  wallsConcerned,
  type WorkbookPlan,
} from '../../../model/rollup/reviewWorkbook.ts';
import { Message } from '../../controls/Message.tsx';
import { useTotals } from '../picture/useTotals.ts';
import { useSliced } from '../useSliced.ts';
import type { ViewProps } from '../viewProps.ts';
import { SubjectDetail } from './SubjectDetail.tsx';
import { SubjectList } from './SubjectList.tsx';
import { WorkbookPanel } from './WorkbookPanel.tsx';
import { useSubjectId } from './route.ts';
import { useReviewContext } from './useReviewContext.ts';

/** After a decision the whole workbook is judged anew, once nobody is typing. */
const patienceMs = 400;

function usePlan(
  { decisions }: ViewProps['rollup'],
  subjects: readonly ReviewSubject[],
  context: ReviewContext | undefined,
): WorkbookPlan | undefined {
  const [plan, setPlan] = useState<WorkbookPlan>();
  useEffect(() => {
    if (!context) return undefined;
    const timer = setTimeout(
      () => setPlan(planWorkbook(adoptedOf({ decisions }, subjects), context)),
      patienceMs,
    );
    return () => clearTimeout(timer);
  }, [decisions, subjects, context]);
  return plan;
}

function Desk(props: ViewProps & { readonly subjects: readonly ReviewSubject[] }) {
  const { rollup, subjects, register } = props;
  const { decisions } = rollup;
  const openId = useSubjectId();
  const open = subjects.find(({ id }) => id === openId);
  const wallIds = useMemo(() => {
    const adopted = wallsConcerned(adoptedOf({ decisions }, subjects), register.rows);
    const own = open && open.kind !== '自行补充' ? [open.risk.wall] : [];
    return [...new Set([...adopted, ...own])];
  }, [decisions, subjects, register.rows, open]);
  const fetched = useReviewContext(register, wallIds);
  const plan = usePlan(rollup, subjects, fetched.context);
  const { decided, total, byState } = useMemo(
    () => reviewProgress({ decisions }, subjects),
    [decisions, subjects],
  );
  return (
    <div class={open ? 'review is-open' : 'review'}>
      <section class="review-progress" aria-labelledby="review-title">
        <h2 id="review-title">审核</h2>
        <label for="review-decided">
          已定 {decided} / 共 {total}
        </label>
        <progress id="review-decided" max={Math.max(1, total)} value={decided} />
        <p class="muted small">
          采纳 {byState.采纳}，并入已有风险点 {byState.并入已有风险点}，不采纳 {byState.不采纳}。
        </p>
      </section>
      {fetched.fault && (
        <Message isFault role="alert">
          {fetched.fault}定下的意见都在，没有丢。
        </Message>
      )}
      <div class="review-desk">
        <SubjectList {...props} openId={openId} plan={plan} />
        {open && (
          <SubjectDetail
            key={open.id}
            {...props}
            subject={open}
            context={fetched.context}
            lacks={plan?.lacks.get(open.id) ?? []}
          />
        )}
      </div>
      <WorkbookPanel
        {...props}
        plan={plan}
        context={fetched.context}
        isWaiting={fetched.isWaiting}
      />
    </div>
  );
}

/** 审核: what people proposed, one by one, and what of it goes back into the walls. */
export function ReviewView(props: ViewProps) {
  const { counting, index, register } = props;
  const totals = useTotals(counting, index, register.departments);
  const subjects = useSliced(totals && (() => collectSubjects(totals, register)), [
    totals,
    register,
  ]);
  if (!subjects) return <p class="muted">正在整理意见…</p>;
  if (subjects.length === 0) {
    return (
      <section>
        <h2>审核</h2>
        <p>
          收到的自查记录里没有自行补充的风险点，没有等级建议，也没有人说不适用。收进文件以后，这里逐条列出来。
        </p>
      </section>
    );
  }
  return <Desk {...props} subjects={subjects} />;
}
