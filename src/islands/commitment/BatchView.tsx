import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fetchChecklistRisks } from '../../browser/checklistData.ts';
import { saveText } from '../../browser/files.ts';
import { notePrinted } from '../../browser/letterStore.ts';
import { readTable } from '../../browser/rosterFile.ts';
import { saveWorkbook } from '../../browser/spreadsheet.ts';
import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
import { csvText } from '../../model/text/csv.ts';
import { letterMaker } from '../../model/letter/batch.ts';
import type { Letter } from '../../model/letter/letter.ts';
import { letterCode } from '../../model/letter/letterCode.ts';
import type { LetterData } from '../../model/letter/letterData.ts';
import { readRoster, rosterSample, type Cell } from '../../model/letter/roster.ts';
import { isMine } from '../../model/post/myPost.ts';
import { faultText } from '../../model/published/fetched.ts';
import { usePrinting } from '../paper/usePrinting.ts';
import { TextField } from '../controls/TextField.tsx';
import { LetterSheets } from './LetterSheets.tsx';
import { RosterTable } from './RosterTable.tsx';
import { SignOffSheets } from './SignOffSheets.tsx';

interface Props {
  readonly letters: LetterData;
  readonly index: ChecklistIndex;
}

/** Letters made before the browser may breathe: a slow machine makes them in about 100 ms. */
const lettersAtATime = 10;

interface Progress {
  readonly done: number;
  readonly total: number;
}

interface Batch {
  readonly letters: readonly Letter[];
  readonly sheets: readonly VNode[];
}

interface SomeLettersProps {
  readonly letters: readonly Letter[];
  readonly isDoubleSided: boolean;
}

function SomeLetters({ letters, isDoubleSided }: SomeLettersProps) {
  return (
    <>
      {letters.map((letter, i) => (
        <LetterSheets key={i} letter={letter} startsOnNewSheet={isDoubleSided} />
      ))}
    </>
  );
}

const breathe = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Letters for a whole roster: read, look through, choose, print. */
export function BatchView({ letters, index }: Props) {
  const [rows, setRows] = useState<readonly (readonly Cell[])[]>();
  const [fileName, setFileName] = useState('');
  const [fault, setFault] = useState('');
  const [isReading, setIsReading] = useState(false);
  const [isDraggedOver, setIsDraggedOver] = useState(false);
  const [fillsDown, setFillsDown] = useState(false);
  const [period, setPeriod] = useState('');
  const [isDoubleSided, setIsDoubleSided] = useState(false);
  const [hasSignOff, setHasSignOff] = useState(true);
  const [excluded, setExcluded] = useState<ReadonlySet<number>>(new Set());
  const [progress, setProgress] = useState<Progress>();
  const [batch, setBatch] = useState<Batch>();
  const run = useRef(0);
  const openPrinting = usePrinting('A4 portrait', 'letters');
  // Leaving the page ends what is still being made.
  useEffect(() => () => void (run.current += 1), []);

  const roster = useMemo(
    () =>
      rows && readRoster(rows, { departments: index.departments, walls: index.walls, fillsDown }),
    [rows, index, fillsDown],
  );
  const sample = useMemo(() => rosterSample(index), [index]);
  const chosen = roster?.people.filter(({ row }) => !excluded.has(row)) ?? [];

  const forgetBatch = () => {
    run.current += 1;
    setBatch(undefined);
    setProgress(undefined);
  };
  const open = async (file: File | undefined) => {
    if (!file) return;
    forgetBatch();
    setFault('');
    setRows(undefined);
    setExcluded(new Set());
    setFileName(file.name);
    setIsReading(true);
    try {
      const table = await readTable(file);
      if (table.rows) setRows(table.rows);
      else setFault(table.fault);
    } catch {
      setFault('文件打不开：可能正被别的程序占用，关掉再选一次。');
    }
    setIsReading(false);
  };

  const make = async () => {
    run.current += 1;
    const mine = run.current;
    setBatch(undefined);
    setProgress({ done: 0, total: chosen.length });
    const wanted = index.risks.filter(
      (risk) =>
        risk.grade !== '三类' &&
        chosen.some(
          ({ postLevel, department, walls }) =>
            (department !== '' || walls.length > 0) &&
            isMine(
              { levels: [postLevel], departments: department ? [department] : [], walls },
              risk,
            ),
        ),
    );
    const fetched = await fetchChecklistRisks([...new Set(wanted.map(({ wallId }) => wallId))]);
    if (run.current !== mine) return;
    if (fetched.status === 'absent') {
      setProgress(undefined);
      setFault(`风险点没有取到，承诺书没有做成。${faultText(fetched.fault)}`);
      return;
    }
    const makeLetter = letterMaker(
      {
        templates: letters.templates,
        risks: fetched.data,
        contentVersion: letters.contentVersion,
      },
      { unit: letters.unit, period, copies: undefined },
    );
    const made: Letter[] = [];
    const sheets: VNode[] = [];
    for (let i = 0; i < chosen.length; i += lettersAtATime) {
      if (run.current !== mine) return;
      const some = chosen.slice(i, i + lettersAtATime).flatMap((one) => makeLetter(one) ?? []);
      made.push(...some);
      // Kept as they are: what is drawn once is not gone through again for the next ones.
      sheets.push(<SomeLetters key={i} letters={some} isDoubleSided={isDoubleSided} />);
      setBatch({ letters: made, sheets: [...sheets] });
      setProgress({ done: made.length, total: chosen.length });
      await breathe();
    }
    setProgress({ done: made.length, total: made.length });
  };

  const print = () => {
    if (!batch) return;
    const names = [...new Set(batch.letters.map(({ templateName }) => templateName))];
    notePrinted({
      at: Date.now(),
      templateName: `${names.join('、')}（成批）`,
      version: [...new Set(batch.letters.map(({ version }) => version))].join('、'),
      contentVersion: letters.contentVersion,
      letters: batch.letters.map((letter) => ({
        name: letter.fields.name,
        department: letter.fields.department,
        code: letterCode(letter),
      })),
    });
    openPrinting();
  };

  // A thousand rows are not gone through again while the letters are being made.
  const rosterTable = useMemo(
    () =>
      roster &&
      !roster.fault && (
        <RosterTable
          roster={roster}
          fileName={fileName}
          walls={index.walls}
          excluded={excluded}
          onExclude={(next) => {
            forgetBatch();
            setExcluded(next);
          }}
        />
      ),
    [roster, fileName, index, excluded],
  );

  const isDone = batch !== undefined && progress?.done === progress?.total;
  return (
    <>
      <div class="no-print">
        <section aria-labelledby="roster">
          <h2 id="roster">名册</h2>
          <p>
            名册里至少要有“姓名”一列，最好还有“处室”“岗位”“岗位层级”；列的先后不要紧，表头上面有标题行也可以。名册只在这台电脑里读，不上传，也不保存。
          </p>
          <div class="actions">
            <button
              class="button"
              type="button"
              onClick={() =>
                void saveWorkbook('承诺书名册样表.xlsx', {
                  name: '名册',
                  widths: [14, 18, 18, 12, 14, 18, 8],
                  head: sample[0] ?? [],
                  rows: sample.slice(1),
                })
              }
            >
              下载样表（.xlsx）
            </button>
            <button
              class="button"
              type="button"
              onClick={() => saveText('承诺书名册样表.csv', csvText(sample), 'text/csv')}
            >
              下载样表（.csv）
            </button>
          </div>
          <label
            class={`field drop${isDraggedOver ? ' is-over' : ''}`}
            onDragOver={(event) => {
              event.preventDefault();
              setIsDraggedOver(true);
            }}
            onDragLeave={() => setIsDraggedOver(false)}
            onDrop={(event) => {
              event.preventDefault();
              setIsDraggedOver(false);
              void open(event.dataTransfer?.files[0]);
            }}
          >
            <span>选名册，或者把文件拖到这里（.xlsx 或 .csv）</span>
            <input
              type="file"
              accept=".xlsx,.csv,.txt,.xls"
              onChange={({ currentTarget }) => {
                void open(currentTarget.files?.[0]);
                // The same file, mended meanwhile, can be chosen again.
                currentTarget.value = '';
              }}
            />
          </label>
          {isReading && <p role="status">正在读“{fileName}”…</p>}
          {(fault || roster?.fault) && (
            <p class="message is-fault" role="alert">
              {fileName && `“${fileName}”：`}
              {fault || roster?.fault}
            </p>
          )}
        </section>
        {roster && !roster.fault && (
          <>
            {rosterTable}
            <section aria-labelledby="make">
              <h2 id="make">打印</h2>
              <TextField
                id="batch-period"
                label="承诺期限（名册里没有写的都用它，不填就留空）"
                value={period}
                maxLength={40}
                onChange={(value) => {
                  forgetBatch();
                  setPeriod(value);
                }}
              />
              {[
                {
                  label: '空着的处室沿用上一行（名册里合并了单元格时勾上）',
                  isOn: fillsDown,
                  set: setFillsDown,
                },
                {
                  label: '双面打印：每份都从新的一张纸开始',
                  isOn: isDoubleSided,
                  set: setIsDoubleSided,
                },
                { label: '最后附签收表', isOn: hasSignOff, set: setHasSignOff },
              ].map(({ label, isOn, set }) => (
                <p key={label}>
                  <label class="check">
                    <input
                      type="checkbox"
                      checked={isOn}
                      onChange={({ currentTarget: { checked } }) => {
                        forgetBatch();
                        set(checked);
                      }}
                    />
                    <span>{label}</span>
                  </label>
                </p>
              ))}
              <div class="actions">
                {isDone ? (
                  <button class="button is-main" type="button" onClick={print}>
                    打印 {batch.letters.length} 份
                  </button>
                ) : (
                  <button
                    class="button is-main"
                    type="button"
                    disabled={chosen.length === 0 || progress !== undefined}
                    onClick={() => void make()}
                  >
                    生成 {chosen.length} 份
                  </button>
                )}
              </div>
              <p role="status">
                {progress &&
                  (isDone
                    ? `${progress.total} 份都做好了，按名册的先后排，在下面可以先看。`
                    : `正在生成：${progress.done} / ${progress.total}`)}
              </p>
            </section>
          </>
        )}
      </div>
      {batch && (
        <div class="letter-sheets is-batch">
          {batch.sheets}
          {isDone && hasSignOff && <SignOffSheets letters={batch.letters} />}
        </div>
      )}
    </>
  );
}
