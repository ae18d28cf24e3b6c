import { render, type RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { onBrowserPrint } from '../../browser/print.ts';
import type { RegisterColumn, RegisterRow } from '../../model/register/rows.ts';
import { gradeEntries } from '../../model/vocabulary.ts';

interface Props {
  readonly rows: readonly RegisterRow[];
  readonly columns: readonly RegisterColumn[];
  /** What was chosen, in words. */
  readonly note: string;
}

function PlainTable({ rows, columns, note }: Props) {
  return (
    <>
      <p class="register-plain-title">廉政风险点汇总表</p>
      <p>{note}</p>
      <table>
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
              {columns.map(({ key, text }) => (
                <td key={key} class={`is-${key}`}>
                  {key === 'grade' && gradeEntries[row.grade].mark}
                  {text(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/**
 * The rows that were found, for the browser's own printing command: the table on the screen holds
 * only what has been looked at, and the sheets of 打印汇总表 take longer than the browser waits.
 * @returns for the element in which they are drawn while the page is printed.
 */
export function usePlainPrint(props: Props): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  // Not an effect of later: the page can be printed in the moment in which the table stands.
  useLayoutEffect(() => {
    const host = place.current;
    if (!host) return undefined;
    return onBrowserPrint(
      'A4 landscape',
      () => render(<PlainTable {...latest.current} />, host),
      () => render(null, host),
    );
  }, []);
  return place;
}
