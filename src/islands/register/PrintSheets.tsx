import { useLayoutEffect } from 'preact/hooks';
import type { BureauWords } from '../../model/post/bureauWords.ts';
import type { RegisterColumn, RegisterRow } from '../../model/register/rows.ts';
import { gradeEntries } from '../../model/vocabulary.ts';
import { Sheet } from '../paper/Sheet.tsx';
import { usePages } from '../paper/usePages.ts';

interface Props {
  readonly rows: readonly RegisterRow[];
  readonly columns: readonly RegisterColumn[];
  readonly paper: 'A4' | 'A3';
  readonly note: string;
  readonly contentVersion: string;
  readonly words: BureauWords;
  /** Called when the sheets stand. */
  readonly onReady: () => void;
}

interface SheetProps extends Omit<Props, 'onReady'> {
  readonly number: number;
  readonly count: number;
}

const printed = (column: RegisterColumn, row: RegisterRow) =>
  column.key === 'grade' ? `${gradeEntries[row.grade].mark}${row.grade}` : column.text(row);

function RegisterSheet({
  rows,
  columns,
  paper,
  note,
  contentVersion,
  words,
  number,
  count,
}: SheetProps) {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widthPx = paper === 'A3' ? 1455 : 990;
  return (
    <Sheet
      direction="landscape"
      class={`register-sheet is-${paper.toLowerCase()}`}
      label={`汇总表第 ${number} 页`}
      words={words}
      contentVersion={contentVersion}
      number={number}
      count={count}
    >
      {number === 1 && (
        <>
          <p class="form-title">廉政风险点汇总表</p>
          <p class="form-note">{note}</p>
        </>
      )}
      <table class="form-table">
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} width={Math.round((width / total) * widthPx)} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ key, head }) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <td key={column.key}>{printed(column, row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

/** 汇总表 as sheets of paper: measured whole, then spread without cutting a row. */
export function PrintSheets(props: Props) {
  const { rows, onReady } = props;
  const { measured, pages } = usePages(
    { list: '.form-table', rows: 'tbody tr', repeated: 'thead' },
    [props.rows, props.columns, props.paper],
  );
  useLayoutEffect(() => {
    if (pages.length > 0) onReady();
  }, [pages]);
  return (
    <div class="form-sheets">
      {pages.length === 0 && (
        <div class="form-measure" aria-hidden="true" ref={measured}>
          <RegisterSheet {...props} number={1} count={1} />
        </div>
      )}
      {pages.map((page, i) => (
        <RegisterSheet
          key={i}
          {...props}
          rows={page.rows.flatMap((number) => rows[number] ?? [])}
          number={i + 1}
          count={pages.length}
        />
      ))}
    </div>
  );
}
