import { useEffect, useRef, useState } from 'preact/hooks';
import { onHashChange, readHash } from '../../browser/hash.ts';
import { siteAddress } from '../../browser/siteBase.ts';
import { riskIdPattern } from '../../model/fields/ids.ts';
import type { RegisterColumn, RegisterRow } from '../../model/register/rows.ts';
import { GradeMark } from '../controls/GradeMark.tsx';

interface Props {
  readonly rows: readonly RegisterRow[];
  readonly columns: readonly RegisterColumn[];
  readonly sort: string;
  readonly onSort: (key: string) => void;
}

/** So many rows are drawn at a time; more come before the reader gets to the end of them. */
const rowsAtATime = 40;

function Cell({ column, row }: { readonly column: RegisterColumn; readonly row: RegisterRow }) {
  const text = column.text(row);
  if (column.key === 'id') return <a href={siteAddress(row.path)}>{text}</a>;
  if (column.key === 'grade') return <GradeMark grade={row.grade} />;
  return <>{text}</>;
}

/** The rows that fit, drawn as far as they have been looked at. */
export function RegisterTable({ rows, columns, sort, onSort }: Props) {
  const anchor = readHash();
  const [drawn, setDrawn] = useState(() =>
    Math.max(rowsAtATime, rows.findIndex(({ id }) => id === anchor) + rowsAtATime),
  );
  const isFirst = useRef(true);
  useEffect(() => {
    // Other rows are looked at from their beginning again.
    if (!isFirst.current) setDrawn(rowsAtATime);
    isFirst.current = false;
  }, [rows]);
  const end = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    const element = end.current;
    if (!element) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setDrawn((count) => count + rowsAtATime);
      },
      { rootMargin: '1500px' },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [rows, drawn < rows.length]);
  useEffect(() => {
    const show = () => {
      const wanted = readHash();
      if (!riskIdPattern.test(wanted)) return;
      const index = rows.findIndex(({ id }) => id === wanted);
      if (index < 0) return;
      setDrawn((count) => Math.max(count, index + rowsAtATime));
      requestAnimationFrame(() =>
        table.current?.querySelector(`[data-id="${wanted}"]`)?.scrollIntoView({ block: 'center' }),
      );
    };
    show();
    return onHashChange(show);
  }, [rows]);
  const key = sort.replace(/^-/, '');
  return (
    <div class="register-scroll" tabIndex={0} role="region" aria-label="风险点的表">
      {/* The roles are said: on narrow windows the rows are drawn as cards and would lose them. */}
      <table class="register-table" ref={table} role="table">
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => {
              const isSorted = column.key === key;
              const isDown = isSorted && sort.startsWith('-');
              return (
                <th
                  key={column.key}
                  scope="col"
                  role="columnheader"
                  class={`is-${column.key}`}
                  aria-sort={isSorted ? (isDown ? 'descending' : 'ascending') : undefined}
                >
                  <button type="button" onClick={() => onSort(column.key)}>
                    {column.head}
                    <span aria-hidden="true">{isSorted ? (isDown ? ' ▼' : ' ▲') : ''}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.slice(0, drawn).map((row) => (
            <tr
              key={row.id}
              role="row"
              data-id={row.id}
              class={row.id === anchor ? 'is-target' : undefined}
            >
              {columns.map((column) => (
                <td key={column.key} role="cell" class={`is-${column.key}`} data-head={column.head}>
                  <Cell column={column} row={row} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {drawn < rows.length && (
        <div ref={end} class="muted">
          还有 {rows.length - drawn} 条，往下翻就出来
        </div>
      )}
    </div>
  );
}
