import type { ComponentChildren } from 'preact';
import { rowSpans } from '../../model/print/rowSpans.ts';

/** A column of a table on paper. */
export interface PaperColumn<Row> {
  readonly head: string;
  /** In px; all of a table add up to the width of its sheet. */
  readonly widthPx: number;
  /** Class of its cells. */
  readonly class?: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Cells are merged downwards while this stays the same; undefined where none are. */
  readonly same?: ((row: Row) => string) | undefined;
}

interface Props<Row> {
  readonly columns: readonly PaperColumn<Row>[];
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  /** Of the row of a table that is set apart, such as a sum. */
  readonly classOf?: (row: Row) => string | undefined;
  /**
   * How the table is drawn while it is measured, see usePages: `hanging` takes what is merged out of
   * the height of its row, so that a long name beside one short row makes room where it needs it;
   * `repeated` says everything in every row, which can only come out higher. Undefined on paper.
   */
  readonly measured?: 'hanging' | 'repeated' | undefined;
}

/**
 * A table on a sheet of paper whose equal cells are merged downwards, with its head. The one drawer of
 * such tables: the form, the register and the tables of the roll-up are made of it.
 */
export function MergedTable<Row>(props: Props<Row>) {
  const { columns, rows, idOf, classOf, measured } = props;
  const keys = columns.map(({ same }) => (same ? rows.map(same) : undefined));
  const spans = keys.map((key) => (key && measured === undefined ? rowSpans(key) : undefined));
  return (
    <table class="form-table">
      <colgroup>
        {columns.map(({ head, widthPx }) => (
          <col key={head} width={Math.round(widthPx)} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ head }) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={idOf(row)} data-row={idOf(row)} class={classOf?.(row)}>
            {columns.map(({ head, cell, class: name }, at) => {
              const span = spans[at]?.[i] ?? 1;
              const key = keys[at]?.[i];
              if (span === 0) return null;
              // What is merged must not make its row higher while it is measured.
              return measured === 'hanging' && key !== undefined ? (
                <td key={head} class="form-merging">
                  <div data-merged={key}>{cell(row)}</div>
                </td>
              ) : (
                <td
                  key={head}
                  class={[name, span > 1 && 'is-merged'].filter(Boolean).join(' ') || undefined}
                  rowSpan={span}
                >
                  {cell(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
