import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { BureauWords } from '../../../model/post/bureauWords.ts';
import { paginateEvenly } from '../../../model/print/paginate.ts';
import type { FigureRow, FigureTable } from '../../../model/rollup/picture/figureTable.ts';
import { Sheet } from '../../paper/Sheet.tsx';
import { Sheets } from '../../paper/Sheets.tsx';
import { usePages } from '../../paper/usePages.ts';
import { usePrinting } from '../../paper/usePrinting.ts';
import { FigureRows } from './FigureRows.tsx';
import { HeadRows } from './HeadRows.tsx';
import type { Section } from './route.ts';

export interface SheetsProps {
  readonly title: string;
  readonly section: Section;
  readonly table: FigureTable;
  /** What is drawn beside the head of each row, and how that column is called. */
  readonly picture?: {
    readonly head: string;
    readonly of: (row: FigureRow) => ComponentChildren;
  };
  /** What the figures are made of. */
  readonly notes: readonly string[];
  readonly unit: string;
  readonly words: BureauWords;
  readonly contentVersion: string;
  readonly onClose: () => void;
}

interface OneProps extends SheetsProps {
  readonly rows: readonly FigureRow[];
  readonly number: number;
  readonly count: number;
  readonly hasEnd: boolean;
}

/** Of the type area, in px. */
const tableWidthPx = 990;
/** Of a picture, in characters. */
const pictureWidth = 30;

function Columns({ table: { columns }, picture }: SheetsProps) {
  const widths = columns.flatMap(({ key, width }, i) =>
    i === 0 && picture
      ? [
          { key, width },
          { key: 'picture', width: pictureWidth },
        ]
      : [{ key, width }],
  );
  const total = widths.reduce((sum, { width }) => sum + width, 0);
  return (
    <colgroup>
      {widths.map(({ key, width }) => (
        <col key={key} width={Math.round((width / total) * tableWidthPx)} />
      ))}
    </colgroup>
  );
}

function FigureSheet(props: OneProps) {
  const { title, section, table, picture, notes, unit, rows, number, count, hasEnd } = props;
  return (
    <Sheet
      direction="landscape"
      class="picture-sheet"
      label={`${title}第 ${number} 页`}
      words={props.words}
      contentVersion={props.contentVersion}
      number={number}
      count={count}
    >
      {number === 1 && (
        <>
          <p class="form-title">{title}</p>
          <p class="form-note">单位：{unit}</p>
        </>
      )}
      <table class="form-table">
        <Columns {...props} />
        <HeadRows columns={table.columns} picture={picture?.head} />
        <tbody>
          <FigureRows
            section={section}
            columns={table.columns}
            rows={rows}
            pictureOf={picture?.of}
            isPaper
          />
        </tbody>
      </table>
      {hasEnd && (
        <div class="picture-end">
          {notes.map((note) => (
            <p key={note} class="form-note">
              {note}
            </p>
          ))}
        </div>
      )}
    </Sheet>
  );
}

/**
 * A table of figures as sheets of paper: measured whole, then spread without cutting a row. They stay
 * to be looked at until they are put away.
 */
export function FigureSheets(props: SheetsProps) {
  const { table, onClose } = props;
  const print = usePrinting('A4 landscape', 'form');
  const rows = [
    ...Array.from({ length: table.length }, (_, i) => table.rowAt(i)),
    ...(table.foot ? [table.foot] : []),
  ];
  const { measured, pages } = usePages(
    {
      list: '.form-table',
      rows: 'tbody tr',
      repeated: 'thead',
      end: '.picture-end',
      rowsWithEnd: 1,
    },
    [table],
    paginateEvenly,
  );
  useLayoutEffect(() => {
    if (pages.length === 0) return undefined;
    // The sheets are drawn first: the dialog stops everything.
    const timer = setTimeout(print);
    return () => clearTimeout(timer);
  }, [pages]);
  return (
    <>
      <p class="actions no-print">
        <button class="button is-main" type="button" onClick={print}>
          再印一次
        </button>
        <button class="button" type="button" onClick={onClose}>
          收起
        </button>
        <span class="muted">{pages.length > 0 && `A4 横排，${pages.length} 页。`}</span>
      </p>
      <Sheets>
        {pages.length === 0 && (
          <div class="form-measure" aria-hidden="true" ref={measured}>
            <FigureSheet {...props} rows={rows} number={1} count={1} hasEnd />
          </div>
        )}
        {pages.map((page, i) => (
          <FigureSheet
            key={i}
            {...props}
            rows={page.rows.flatMap((number) => rows[number] ?? [])}
            number={i + 1}
            count={pages.length}
            hasEnd={page.hasEnd}
          />
        ))}
      </Sheets>
    </>
  );
}
