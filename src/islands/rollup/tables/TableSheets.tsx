import type { BureauWords } from '../../../model/post/bureauWords.ts';
import { paginateEvenly } from '../../../model/print/paginate.ts';
import {
  mergingKey,
  type OfficialRow,
  type OfficialTable,
} from '../../../model/rollup/tables/officialTable.ts';
import { MergedTable, type PaperColumn } from '../../paper/MergedTable.tsx';
import { Sheet } from '../../paper/Sheet.tsx';
import { Sheets } from '../../paper/Sheets.tsx';
import { usePages } from '../../paper/usePages.ts';

export type Paper = 'A4' | 'A3';

/** Of the type area, in px. */
const tableWidthPx: Readonly<Record<Paper, number>> = { A4: 990, A3: 1455 };

interface Props {
  readonly table: OfficialTable;
  readonly paper: Paper;
  readonly words: BureauWords;
  readonly contentVersion: string;
}

interface SheetProps extends Props {
  readonly rows: readonly OfficialRow[];
  readonly number: number;
  readonly count: number;
  readonly hasEnd: boolean;
  readonly isMeasured: boolean;
}

function drawn({ columns, rows }: OfficialTable, paper: Paper): PaperColumn<OfficialRow>[] {
  const isNumber = (i: number) => rows.some(({ cells }) => typeof cells[i] === 'number');
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ head, width, isMerged }, i) => ({
    head,
    widthPx: (width / total) * tableWidthPx[paper],
    ...(isNumber(i) && { class: 'is-number' }),
    cell: ({ cells }) => cells[i] ?? '',
    same: isMerged ? (row) => mergingKey(columns, row, i) : undefined,
  }));
}

function End({ table: { remarks } }: Pick<Props, 'table'>) {
  return (
    <div class="official-end">
      {remarks.map((text) => (
        <p class="form-note" key={text}>
          {text}
        </p>
      ))}
      <p class="official-signs">
        {['填表人', '审核人', '分管领导'].map((who) => (
          <span key={who}>{who}（签字）：</span>
        ))}
        <span>单位（盖章）：</span>
        <span>填表日期：　　　年　　月　　日</span>
      </p>
    </div>
  );
}

function TableSheet(props: SheetProps) {
  const { table, paper, words, contentVersion, rows, number, count, hasEnd, isMeasured } = props;
  return (
    <Sheet
      direction="landscape"
      class={`official-sheet is-${paper.toLowerCase()}`}
      label={`${table.title}第 ${number} 页`}
      words={words}
      contentVersion={contentVersion}
      number={number}
      count={count}
    >
      {number === 1 && (
        <>
          <p class="form-title">{table.title}</p>
          <p class="form-note official-note">{table.note}</p>
        </>
      )}
      {rows.length > 0 && (
        <MergedTable
          columns={drawn(table, paper)}
          rows={rows}
          idOf={({ id }) => id}
          classOf={({ isSum }) => (isSum ? 'is-sum' : undefined)}
          measured={isMeasured ? 'repeated' : undefined}
        />
      )}
      {hasEnd && <End table={table} />}
    </Sheet>
  );
}

/** An official table as sheets of paper: measured whole, then spread without cutting a row. */
export function TableSheets(props: Props) {
  const { table, paper } = props;
  const { measured, pages } = usePages(
    {
      list: '.form-table',
      rows: 'tbody tr',
      repeated: 'thead',
      end: '.official-end',
      rowsWithEnd: 1,
    },
    [table, paper],
    paginateEvenly,
  );
  return (
    <>
      <div class="form-measure" aria-hidden="true" ref={measured}>
        <TableSheet {...props} rows={table.rows} number={1} count={1} hasEnd isMeasured />
      </div>
      <Sheets>
        {pages.map((page, i) => (
          <TableSheet
            key={i}
            {...props}
            rows={page.rows.flatMap((row) => table.rows[row] ?? [])}
            number={i + 1}
            count={pages.length}
            hasEnd={page.hasEnd}
            isMeasured={false}
          />
        ))}
      </Sheets>
    </>
  );
}
