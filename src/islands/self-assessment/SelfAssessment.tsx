import { useEffect, useState } from 'preact/hooks';
import { fetchChecklistIndex } from '../../browser/checklistData.ts';
import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
import { useRoute } from './route.ts';
import { RecordViews } from './RecordViews.tsx';
import { StartView } from './StartView.tsx';

/** The whole of the self-assessment: the start, and the parts of one record. */
export function SelfAssessment() {
  const [index, setIndex] = useState<ChecklistIndex>();
  const [fault, setFault] = useState<string>();
  const route = useRoute();
  useEffect(() => {
    fetchChecklistIndex().then(setIndex, () =>
      setFault('风险点没有取到，请刷新后再试。已经填好的记录还在本机，没有丢。'),
    );
  }, []);
  if (fault)
    return (
      <p class="message is-fault" role="alert">
        {fault}
      </p>
    );
  if (!index) return <p class="muted">正在取风险点…</p>;
  return route ? (
    <RecordViews key={route.recordId} index={index} route={route} />
  ) : (
    <StartView index={index} />
  );
}
