import { useState } from 'preact/hooks';
import { newId } from '../../browser/keeper.ts';
import { openRollupFile, saveRollupFile } from '../../browser/rollupExport.ts';
import { largestRollupBytes } from '../../model/kept/keptFile.ts';
import { leftOutWords, withoutNames } from '../../model/rollup/nameless.ts';
import { randomFrom } from '../../model/quiz/seed.ts';
import type { Rollup } from '../../model/rollup/rollup.ts';
import { FileField } from '../controls/FileField.tsx';
import { Message } from '../controls/Message.tsx';
import { SaveButton } from '../controls/SaveButton.tsx';
import { KeptRollups } from './KeptRollups.tsx';
import { PeriodsCompared } from './PeriodsCompared.tsx';
import type { RollupDesk } from './useRollup.ts';
import type { ViewProps } from './viewProps.ts';

interface Props extends ViewProps {
  readonly desk: RollupDesk;
}

const unreadText = (unread: number) =>
  unread > 0 ? `，有 ${unread} 处坏了，读不出来，别的都在` : '';

function SavePart({ rollup }: { readonly rollup: Rollup }) {
  const save = (what: Rollup) => saveRollupFile(what);
  return (
    <section aria-labelledby="rollup-save">
      <h2 id="rollup-save">存成文件</h2>
      <p>
        整份汇总（名册、收进来的、认的人、定的意见）存成一个文件，换一台电脑打开接着做，明年当作上期来比。里面有姓名，和名册一样保管。
      </p>
      <div class="actions">
        <SaveButton otherwise="先不要关这一页" save={() => save(rollup)}>
          存成文件
        </SaveButton>
      </div>
      <h3>不含姓名的一份，往上报用</h3>
      <p>{leftOutWords}</p>
      <p>只有一两个人的处室，从处室也看得出是谁；交出去以前想一想。</p>
      <div class="actions">
        <SaveButton
          otherwise="也可以在“表和报告”里只报数字"
          save={() => save(withoutNames(rollup, newId(), randomFrom(newId())))}
        >
          存成不含姓名的文件
        </SaveButton>
      </div>
    </section>
  );
}

interface OpenProps {
  readonly label: string;
  readonly onRollup: (file: File) => Promise<string>;
}

/** A field for the file of a roll-up, and what came of it. */
function OpenField({ label, onRollup }: OpenProps) {
  const [fault, setFault] = useState<string>();
  const [said, setSaid] = useState('');
  const [isReading, setIsReading] = useState(false);
  return (
    <>
      <FileField
        label={label}
        accept=".json,application/json"
        largestBytes={largestRollupBytes}
        takesDrops
        fault={fault}
        onFile={(file) => {
          setFault(undefined);
          setSaid('');
          setIsReading(true);
          onRollup(file)
            .then(setSaid, (error: unknown) =>
              setFault(error instanceof Error ? error.message : ''),
            )
            .finally(() => setIsReading(false));
        }}
        onTooLarge={() => setFault('文件太大，不会是汇总文件。')}
      />
      {isReading && <p role="status">正在读…</p>}
      {said && <Message role="status">{said}</Message>}
    </>
  );
}

/** @throws Error with the sentence that is said beside the field. */
async function readOrThrow(file: File) {
  const result = await openRollupFile(file);
  if (result.fault !== undefined) throw new Error(result.fault);
  return result;
}

/** 存和比: the file of the roll-up, what is kept here, and the last period beside this one. */
export function KeepView(props: Props) {
  const { desk, rollup } = props;
  const [before, setBefore] = useState<Rollup>();
  return (
    <div class="assessment">
      <div class="assessment no-print">
        <SavePart rollup={rollup} />
        <section aria-labelledby="rollup-open">
          <h2 id="rollup-open">打开文件</h2>
          <OpenField
            label="选汇总文件接着做，或者拖到这里（.json）"
            onRollup={async (file) => {
              const read = await readOrThrow(file);
              await desk.take(read);
              return `打开了“${read.rollup.head.period}”的汇总，收了 ${read.rollup.handIns.length} 份${unreadText(read.unread)}。`;
            }}
          />
          <p class="muted">
            本机已经有这一份的，一项一项合起来，同一项以后改的为准；本机的别的汇总不动。
          </p>
        </section>
        <KeptRollups desk={desk} onCompare={setBefore} />
      </div>
      <section aria-labelledby="rollup-compare">
        <div class="no-print">
          <h2 id="rollup-compare">和上期比</h2>
          <OpenField
            label="选上期的汇总文件，或者拖到这里（.json）"
            onRollup={async (file) => {
              const read = await readOrThrow(file);
              setBefore(read.rollup);
              return `上期是“${read.rollup.head.period}”，收了 ${read.rollup.handIns.length} 份${unreadText(read.unread)}。`;
            }}
          />
        </div>
        {before && <PeriodsCompared {...props} before={before} />}
      </section>
    </div>
  );
}
