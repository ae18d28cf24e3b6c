import { useMemo } from 'preact/hooks';
import { rosterTooLarge } from '../../browser/rosterFile.ts';
import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
import {
  lettersOf,
  type BatchDesk,
  type BatchOptions,
  type BatchRun,
} from '../../model/letter/batchRun.ts';
import type { LetterData } from '../../model/letter/letterData.ts';
import { reportLine } from '../../model/post/bureauWords.ts';
import { Check } from '../controls/Check.tsx';
import { Message } from '../controls/Message.tsx';
import { TextField } from '../controls/TextField.tsx';
import { usePrinting } from '../paper/usePrinting.ts';
import { LetterPortion } from './LetterPortion.tsx';
import { RosterFile } from './RosterFile.tsx';
import { RosterTable } from './RosterTable.tsx';
import { SignOffSheets } from './SignOffSheets.tsx';
import { useBatch } from './useBatch.ts';

interface Props {
  readonly letters: LetterData;
  readonly index: ChecklistIndex;
}

const switches = [
  { key: 'fillsDown', label: '空着的处室沿用上一行（名册里合并了单元格时勾上）' },
  { key: 'isDoubleSided', label: '双面打印：每份都从新的一张纸开始' },
  { key: 'hasSignOff', label: '最后附签收表' },
] as const;

function statusText(run: BatchRun): string {
  const { length } = lettersOf(run);
  if (run.status === 'made') return `${length} 份都做好了，按名册的先后排，在下面可以先看。`;
  return run.status === 'making' ? `正在生成：${length} / ${run.total}` : '';
}

interface MakeProps {
  readonly desk: BatchDesk;
  readonly chosenCount: number;
  readonly onChoose: (options: Partial<BatchOptions>) => void;
  readonly onMake: () => void;
  readonly onPrint: () => void;
}

function MakePart({ desk: { options, run }, chosenCount, onChoose, onMake, onPrint }: MakeProps) {
  return (
    <section aria-labelledby="make">
      <h2 id="make">打印</h2>
      <TextField
        id="batch-period"
        label="承诺期限（名册里没有写的都用它，删掉就留空）"
        value={options.period}
        maxLength={40}
        onChange={(period) => onChoose({ period })}
      />
      {switches.map(({ key, label }) => (
        <p key={key}>
          <Check label={label} isOn={options[key]} onChange={(isOn) => onChoose({ [key]: isOn })} />
        </p>
      ))}
      <div class="actions">
        {run.status === 'made' ? (
          <button class="button is-main" type="button" onClick={onPrint}>
            打印 {lettersOf(run).length} 份
          </button>
        ) : (
          <button
            class="button is-main"
            type="button"
            disabled={chosenCount === 0 || run.status === 'making'}
            onClick={onMake}
          >
            生成 {chosenCount} 份
          </button>
        )}
      </div>
      {run.status === 'fault' && (
        <Message isFault role="alert">
          {run.text}
        </Message>
      )}
      <p role="status">{statusText(run)}</p>
    </section>
  );
}

/** Letters for a whole roster: read, look through, choose, print. */
export function BatchView({ letters, index }: Props) {
  const batch = useBatch(letters, index);
  const { desk, roster, chosen, open, refuse, choose, make, note } = batch;
  const openPrinting = usePrinting('A4 portrait', 'letters');
  const { table, run, options } = desk;
  // Rows that could not be read are shown even when none could: they can be put right here.
  const isShown = roster && (!roster.fault || roster.notes.length > 0);
  const read = table.status === 'read' && isShown ? table : undefined;
  // A thousand rows are not gone through again while the letters are being made.
  const rosterTable = useMemo(
    () =>
      read &&
      roster && (
        <RosterTable
          roster={roster}
          fileName={read.fileName}
          index={index}
          excluded={read.excluded}
          edits={read.edits}
          onExclude={batch.exclude}
          onSheet={batch.chooseSheet}
          onEdit={batch.edit}
        />
      ),
    [roster, read, index],
  );
  const portions = run.status === 'making' || run.status === 'made' ? run.portions : [];
  return (
    <>
      <div class="no-print">
        <RosterFile
          index={index}
          table={table}
          rosterFault={roster?.fault}
          onFile={(file) => void open(file)}
          onTooLarge={(file) => refuse(file, rosterTooLarge)}
          onCancel={batch.cancel}
        />
        {read && (
          <>
            {rosterTable}
            <MakePart
              desk={desk}
              chosenCount={chosen.length}
              onChoose={choose}
              onMake={() => void make()}
              onPrint={() => {
                note();
                openPrinting();
              }}
            />
          </>
        )}
      </div>
      {portions.length > 0 && (
        <div class="letter-sheets is-batch">
          {portions.map((portion, i) => (
            <LetterPortion
              key={i}
              letters={portion}
              isDoubleSided={options.isDoubleSided}
              reportLine={reportLine(letters.words)}
            />
          ))}
          {run.status === 'made' && options.hasSignOff && (
            <SignOffSheets letters={lettersOf(run)} unit={letters.unit} />
          )}
        </div>
      )}
    </>
  );
}
