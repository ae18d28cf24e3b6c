import { Fragment } from 'preact';
import type { FigureColumn } from '../../../model/rollup/picture/figureTable.ts';

interface Group {
  readonly key: string;
  /** Undefined where a column stands below none. */
  readonly name: string | undefined;
  readonly columns: readonly FigureColumn[];
}

/** Columns that follow each other below one group. */
function groupsOf(columns: readonly FigureColumn[]): Group[] {
  const groups: { key: string; name: string | undefined; columns: FigureColumn[] }[] = [];
  for (const column of columns) {
    const last = groups[groups.length - 1];
    if (last && column.group !== undefined && last.name === column.group) last.columns.push(column);
    else groups.push({ key: column.key, name: column.group, columns: [column] });
  }
  return groups;
}

/** A head of so few characters is one word, and stays on one line. */
const longestWord = 4;

/** The head of a table: one row, or two where columns stand below groups. */
export function HeadRows(props: {
  readonly columns: readonly FigureColumn[];
  /** What a picture beside the head of each row is called. */
  readonly picture?: string | undefined;
}) {
  const { columns, picture } = props;
  const hasGroups = columns.some(({ group }) => group !== undefined);
  const nameOf = ({ key, head, isNumber }: FigureColumn, rowSpan: number) => {
    const kinds = [isNumber && 'is-number', head.length <= longestWord && 'is-word'];
    return (
      <th
        key={key}
        scope="col"
        rowSpan={rowSpan}
        class={kinds.filter(Boolean).join(' ') || undefined}
      >
        {head}
      </th>
    );
  };
  if (!hasGroups) {
    return (
      <thead>
        <tr>
          {columns.map((column, i) => (
            <Fragment key={column.key}>
              {nameOf(column, 1)}
              {i === 0 && picture !== undefined && <th scope="col">{picture}</th>}
            </Fragment>
          ))}
        </tr>
      </thead>
    );
  }
  return (
    <thead>
      <tr>
        {groupsOf(columns).map(({ key, name, columns: own }) =>
          name === undefined ? (
            own.map((column) => nameOf(column, 2))
          ) : (
            <th key={key} scope="colgroup" colSpan={own.length} class="is-group">
              {name}
            </th>
          ),
        )}
      </tr>
      <tr>{columns.flatMap((column) => (column.group === undefined ? [] : nameOf(column, 1)))}</tr>
    </thead>
  );
}
