import { largestRosterBytes } from '../../browser/rosterFile.ts';
import type { RosterEntry } from '../../model/rollup/rollup.ts';
import { FileField } from '../controls/FileField.tsx';
import { Message } from '../controls/Message.tsx';
import type { RosterRead } from './useTakeIn.ts';

interface Props {
  readonly roster: readonly RosterEntry[];
  readonly read: RosterRead | undefined;
  readonly isReading: boolean;
  readonly onFile: (file: File) => void;
  readonly onTooLarge: () => void;
}

const notesShown = 200;

/** What the reading of a roster has to say: never silently. */
function RosterNotes({ fileName, roster }: RosterRead) {
  const { entries, notes, remarks, sheet } = roster;
  const count = notes.length + remarks.length;
  return (
    <>
      <Message role="status">
        名册“{fileName}”{sheet && `的工作表“${sheet}”`}读了 {entries.length} 人。
      </Message>
      {count > 0 && (
        <details class="rollup-left">
          <summary>名册里要看一看的：{count} 处</summary>
          <ul>
            {remarks.map((text) => (
              <li key={text}>{text}</li>
            ))}
            {notes.slice(0, notesShown).map(({ id, place, text, severity }) => (
              <li key={id + text}>
                {place}：{text}
                {severity === 'fault' && '（没有读）'}
              </li>
            ))}
            {notes.length > notesShown && (
              <li>还有 {notes.length - notesShown} 处，改了前面的再看。</li>
            )}
          </ul>
        </details>
      )}
    </>
  );
}

/** 名册: who should hand in. */
export function RosterPart({ roster, read, isReading, onFile, onTooLarge }: Props) {
  const departments = new Set(roster.map(({ department }) => department)).size;
  const fault = read?.roster.fault;
  return (
    <section aria-labelledby="rollup-roster">
      <h2 id="rollup-roster">名册</h2>
      <p>
        {roster.length > 0
          ? `现在的名册：${roster.length} 人，${departments} 个处室。再选一份就换成新的，认过的人、定过的事都留着。`
          : '有名册才知道谁没交。至少要有“姓名”一列，最好还有“处室”“岗位”；和承诺书用的名册一样。'}
      </p>
      <FileField
        label="选名册，或者把文件拖到这里（.xlsx 或 .csv）"
        accept=".xlsx,.csv,.txt,.xls"
        largestBytes={largestRosterBytes}
        takesDrops
        fault={fault && `“${read.fileName}”：${fault}`}
        onFile={onFile}
        onTooLarge={onTooLarge}
      />
      {isReading && <p role="status">正在读名册…</p>}
      {read && !fault && !isReading && <RosterNotes {...read} />}
    </section>
  );
}
