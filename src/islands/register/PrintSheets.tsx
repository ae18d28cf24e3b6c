import { useLayoutEffect } from 'preact/hooks';
import type { BureauWords } from '../../model/post/bureauWords.ts';
import { onPaper, paperText, paperWidth, sameOf } from '../../model/register/paperTable.ts';
import type { RegisterColumn, RegisterRow } from '../../model/register/rows.ts';
import { paginateEvenly } from '../../model/print/paginate.ts';
import { gradeEntries, grades } from '../../model/vocabulary.ts';
import { MergedTable, type PaperColumn } from '../paper/MergedTable.tsx';
import { Sheet } from '../paper/Sheet.tsx';
import { usePages } from '../paper/usePages.ts';
import type { Paper } from './Actions.tsx';

interface Props {
  readonly rows: readonly RegisterRow[];
  readonly columns: readonly RegisterColumn[];
  readonly paper: Paper;
  readonly note: string;
  readonly contentVersion: string;
  readonly words: BureauWords;
  /** Called when the sheets stand. */
  readonly onReady: () => void;
}

interface SheetProps extends Omit<Props, 'onReady'> {
  readonly number: number;
  readonly count: number;
  readonly hasEnd: boolean;
  readonly isMeasured: boolean;
}

/** Of the type area, in px. */
const tableWidthPx: Readonly<Record<Paper, number>> = { A4: 990, A3: 1455 };

/** The columns as they are drawn: shares of the width become px, equal cells are merged. */
function drawn(columns: readonly RegisterColumn[], paper: Paper): PaperColumn<RegisterRow>[] {
  const total = columns.reduce((sum, column) => sum + paperWidth(column), 0);
  return columns.map((column) => ({
    head: column.head,
    widthPx: (paperWidth(column) / total) * tableWidthPx[paper],
    class: `is-${column.key}`,
    cell: (row) => paperText(column, row),
    same: sameOf(column),
  }));
}

/** Who fills, checks and seals; below the last rows. */
function End({ words: { answersFor } }: Pick<Props, 'words'>) {
  const leaders = grades
    .map((grade) => `${gradeEntries[grade].mark}${grade}${answersFor[grade]}`)
    .join('，');
  return (
    <div class="register-end">
      <p class="register-signs">
        {['填表人', '审核人', '处室负责人', '分管领导'].map((who) => (
          <span key={who}>{who}（签字）：</span>
        ))}
        <span>单位（盖章）：</span>
        <span>填表日期：　　　年　　月　　日</span>
      </p>
      <p class="form-note">责任领导按等级定：{leaders}。</p>
    </div>
  );
}

function RegisterSheet(props: SheetProps) {
  const { rows, columns, paper, note, contentVersion, words, number, count } = props;
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
      {rows.length > 0 && (
        <MergedTable
          columns={drawn(columns, paper)}
          rows={rows}
          idOf={({ id }) => id}
          measured={props.isMeasured ? 'repeated' : undefined}
        />
      )}
      {props.hasEnd && <End words={words} />}
    </Sheet>
  );
}

/** 汇总表 as sheets of paper: measured whole, then spread without cutting a row. */
export function PrintSheets(props: Props) {
  const { rows, onReady } = props;
  const { measured, pages } = usePages(
    {
      list: '.form-table',
      rows: 'tbody tr',
      repeated: 'thead',
      end: '.register-end',
      // A row is as high as a fifth of a sheet: three of them would leave the sheet before half empty.
      rowsWithEnd: 1,
    },
    [props.rows, props.columns, props.paper],
    paginateEvenly,
  );
  const shared = { ...props, columns: onPaper(props.columns) };
  useLayoutEffect(() => {
    if (pages.length > 0) onReady();
  }, [pages]);
  return (
    <div class="form-sheets">
      {pages.length === 0 && (
        <div class="form-measure" aria-hidden="true" ref={measured}>
          <RegisterSheet {...shared} number={1} count={1} hasEnd isMeasured />
        </div>
      )}
      {pages.map((page, i) => (
        <RegisterSheet
          key={i}
          {...shared}
          rows={page.rows.flatMap((number) => rows[number] ?? [])}
          number={i + 1}
          count={pages.length}
          hasEnd={page.hasEnd}
          isMeasured={false}
        />
      ))}
    </div>
  );
}
