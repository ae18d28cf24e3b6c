import { fetchData } from '../../browser/data.ts';
import { Loaded } from '../controls/Loaded.tsx';
import { useFetched } from '../controls/useFetched.ts';
import { KeptNotice } from '../kept/KeptNotice.tsx';
import { useRoute } from './route.ts';
import { RecordViews } from './RecordViews.tsx';
import { StartView } from './StartView.tsx';

/** The whole of the self-assessment: the start, and the parts of one record. */
export function SelfAssessment() {
  const index = useFetched('checklist', () => fetchData('checklist'));
  const route = useRoute();
  return (
    <Loaded what="风险点" fetched={index} reassurance="已经填好的记录还在本机，没有丢。">
      {(data) => (
        <>
          <KeptNotice />
          {route ? (
            <RecordViews key={route.recordId} index={data} route={route} />
          ) : (
            <StartView index={data} />
          )}
        </>
      )}
    </Loaded>
  );
}
