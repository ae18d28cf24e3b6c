import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BureauWords } from '../../model/post/bureauWords.ts';
import { paginate } from '../../model/print/paginate.ts';
import type { RegisterColumn, RegisterRow } from '../../model/register/rows.ts';
import { sheetFoot } from '../../model/print/sheetFoot.ts';
import { gradeEntries } from '../../model/vocabulary.ts';

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

function Sheet({ rows, columns, paper, note, contentVersion, words, number, count }: SheetProps) {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widthPx = paper === 'A3' ? 1455 : 990;
  return (
    <section
      class={`form-sheet is-landscape register-sheet is-${paper.toLowerCase()}`}
      aria-label={`汇总表第 ${number} 页`}
    >
      <div class="form-body">
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
      </div>
      <p class="form-foot">
        <span>{sheetFoot(words, contentVersion)}</span>
        <span>
          第 {number} 页 共 {count} 页
        </span>
      </p>
    </section>
  );
}

/** 汇总表 as sheets of paper: measured whole, then spread without cutting a row. */
export function PrintSheets(props: Props) {
  const { rows, onReady } = props;
  const measured = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<readonly (readonly number[])[]>([]);
  useLayoutEffect(() => {
    const sheet = measured.current;
    const body = sheet?.querySelector('.form-body')?.getBoundingClientRect();
    const table = sheet?.querySelector('.form-table')?.getBoundingClientRect();
    if (!sheet || !body || !table) return;
    const head = sheet.querySelector('thead')?.getBoundingClientRect().height ?? 0;
    const room = body.height - head - 3;
    const cut = paginate(
      Array.from(sheet.querySelectorAll('tbody tr'), (row) => row.getBoundingClientRect().height),
      { first: room - (table.top - body.top), other: room, end: 0 },
    );
    setPages(cut.map((page) => page.rows));
  }, [props.rows, props.columns, props.paper]);
  useLayoutEffect(() => {
    if (pages.length > 0) onReady();
  }, [pages]);
  return (
    <div class="form-sheets">
      {pages.length === 0 && (
        <div class="form-measure" aria-hidden="true" ref={measured}>
          <Sheet {...props} number={1} count={1} />
        </div>
      )}
      {pages.map((numbers, i) => (
        <Sheet
          key={i}
          {...props}
          rows={numbers.flatMap((number) => rows[number] ?? [])}
          number={i + 1}
          count={pages.length}
        />
      ))}
    </div>
  );
}
