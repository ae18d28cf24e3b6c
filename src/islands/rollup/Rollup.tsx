import { saveRollupFile } from '../../browser/rollupExport.ts';
import { fetchData } from '../../browser/data.ts';
import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
import { bothFetched } from '../../model/published/fetched.ts';
import type { RegisterData } from '../../model/register/rows.ts';
import { countSteps } from '../../model/rollup/counting.ts';
import { Loaded } from '../controls/Loaded.tsx';
import { Tabs } from '../controls/Tabs.tsx';
import { useFetched } from '../controls/useFetched.ts';
import { KeepView } from './KeepView.tsx';
import { MissingView } from './MissingView.tsx';
import { ReviewView } from './review/ReviewView.tsx';
import { TablesView } from './tables/TablesView.tsx';
import { PictureView } from './picture/PictureView.tsx';
import { TakeView } from './TakeView.tsx';
import { RollupNotice } from './RollupNotice.tsx';
import { partNames, parts, usePart, type Part } from './route.ts';
import { useRollup, type RollupDesk } from './useRollup.ts';
import { useSliced } from './useSliced.ts';
import { useTakeIn, type TakeInDesk } from './useTakeIn.ts';
import type { ViewProps } from './viewProps.ts';

const views = {
  missing: MissingView,
  picture: PictureView,
  review: ReviewView,
  tables: TablesView,
} as const;

interface PartProps {
  readonly part: Part;
  readonly props: ViewProps;
  readonly takeIn: TakeInDesk;
  readonly desk: RollupDesk;
}

function PartView({ part, props, takeIn, desk }: PartProps) {
  if (part === 'keep') return <KeepView {...props} desk={desk} />;
  if (part === 'take') return <TakeView {...props} desk={takeIn} />;
  const View = views[part];
  return <View {...props} />;
}

interface DeskProps {
  readonly index: ChecklistIndex;
  readonly register: RegisterData;
}

function Desk({ index, register }: DeskProps) {
  const part = usePart();
  const desk = useRollup(register.unit);
  const { rollup, change, state } = desk;
  const takeIn = useTakeIn(index, change);
  const { head, roster, handIns, owners, choices } = rollup;
  const { period } = head;
  // What was decided on proposals changes nothing in what counts.
  const counting = useSliced(
    state === 'opening' ? undefined : () => countSteps({ head, roster, handIns, owners, choices }),
    [state === 'opening', period, roster, handIns, owners, choices],
  );
  if (!counting) return <p class="muted">正在打开存着的汇总…</p>;
  const props: ViewProps = { rollup, counting, index, register, onChange: change };
  return (
    <div class="rollup">
      <RollupNotice desk={desk} onSaveFile={() => void saveRollupFile(rollup)} />
      <Tabs
        label="汇总"
        tabs={parts.map((hash) => ({ hash, name: partNames[hash] }))}
        current={part}
      />
      <PartView part={part} props={props} takeIn={takeIn} desk={desk} />
    </div>
  );
}

const fetchTexts = async () =>
  bothFetched(...(await Promise.all([fetchData('checklist'), fetchData('register')])));

/** 汇总: what came in, who is missing, what it shows, what is made of it. */
export function Rollup() {
  const texts = useFetched('rollup', fetchTexts);
  return (
    <Loaded what="风险点" fetched={texts} reassurance="收进来的文件还在本机，没有丢。">
      {([index, register]) => <Desk index={index} register={register} />}
    </Loaded>
  );
}
