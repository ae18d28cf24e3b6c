import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { FigureRow, FigureTable } from '../../../model/rollup/picture/figureTable.ts';
import { FigureActions } from './FigureActions.tsx';
import { FigureRows } from './FigureRows.tsx';
import { FigureSheets } from './FigureSheets.tsx';
import { HeadRows } from './HeadRows.tsx';
import type { Section } from './route.ts';
import { usePaper } from './usePaper.ts';
import { batch, usePortions } from './usePortions.ts';
import type { PictureGround } from './ground.ts';

interface Props {
  readonly ground: PictureGround;
  readonly section: Section;
  /** What it is called on paper and for those who hear the page. */
  readonly title: string;
  readonly table: FigureTable;
  readonly picture?: {
    readonly head: string;
    readonly of: (row: FigureRow) => ComponentChildren;
  };
  /** What the figures are made of; without it what all of the picture is made of. */
  readonly notes?: readonly string[];
  /** Said in the place of a table without rows. */
  readonly none?: string;
}

interface BatchProps {
  readonly section: Section;
  readonly table: FigureTable;
  readonly from: number;
  /** The first that is not in it. */
  readonly to: number;
  readonly pictureOf: ((row: FigureRow) => ComponentChildren) | undefined;
}

/** Some rows that follow each other; not compared again when those below them come. */
function RowBatch({ section, table, from, to, pictureOf }: BatchProps) {
  return useMemo(
    () => (
      <FigureRows
        section={section}
        columns={table.columns}
        rows={Array.from({ length: to - from }, (_, i) => table.rowAt(from + i))}
        pictureOf={pictureOf}
      />
    ),
    [section, table, from, to, pictureOf],
  );
}

/** A table of figures with what it is made of, as it can be taken out of the page. */
export function FigureBlock(props: Props) {
  const { ground, section, title, table, picture, notes = ground.notes, none = '没有。' } = props;
  const { shown, drawn, next, showMore } = usePortions(table.length);
  const paper = usePaper(title);
  if (table.length === 0) return <p class="no-print">{none}</p>;
  return (
    <div class="figure-block">
      <div class="no-print">
        <div class="scroll-x figure-frame" tabIndex={0} role="group" aria-label={title}>
          <table class="figure-table" aria-busy={drawn < shown ? true : undefined}>
            <HeadRows columns={table.columns} picture={picture?.head} />
            <tbody>
              {Array.from({ length: Math.ceil(drawn / batch) }, (_, i) => (
                <RowBatch
                  key={i}
                  section={section}
                  table={table}
                  from={i * batch}
                  to={Math.min((i + 1) * batch, drawn)}
                  pictureOf={picture?.of}
                />
              ))}
            </tbody>
            {table.foot && drawn === table.length && (
              <tfoot>
                <FigureRows
                  section={section}
                  columns={table.columns}
                  rows={[table.foot]}
                  pictureOf={picture?.of}
                />
              </tfoot>
            )}
          </table>
        </div>
        {next > 0 && (
          <p>
            <button class="button is-small" type="button" onClick={showMore}>
              再显示 {next} 行
            </button>{' '}
            <span class="muted">
              共 {table.length} 行，显示了 {shown} 行。
            </span>
          </p>
        )}
        {notes.map((note) => (
          <p key={note} class="muted figure-note">
            {note}
          </p>
        ))}
        <FigureActions
          table={table}
          contentVersion={ground.index.contentVersion}
          isOnPaper={paper.isOpen}
          onPrint={() => paper.setOpen(true)}
        />
      </div>
      {paper.isOpen && (
        <FigureSheets
          title={title}
          section={section}
          table={table}
          picture={picture}
          notes={notes}
          unit={ground.rollup.head.unit}
          words={ground.index.words}
          contentVersion={ground.index.contentVersion}
          onClose={() => paper.setOpen(false)}
        />
      )}
    </div>
  );
}
