import { Fragment, type ComponentChildren } from 'preact';
import { siteAddress } from '../../../browser/siteBase.ts';
import {
  fullHead,
  type FigureCell,
  type FigureColumn,
  type FigureRow,
} from '../../../model/rollup/picture/figureTable.ts';
import { listHash, type Section } from './route.ts';

interface Props {
  readonly section: Section;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
  /** What is drawn beside the head of a row. */
  readonly pictureOf?: ((row: FigureRow) => ComponentChildren) | undefined;
  /** On paper nothing is a link. */
  readonly isPaper?: boolean;
}

const heatSteps = 4;

/** From 0, nothing, to `heatSteps`. */
const heatClass = (heat: number) => `is-heat-${Math.ceil(heat * heatSteps)}`;

function CellContent(props: {
  readonly cell: FigureCell;
  readonly label: string;
  readonly section: Section;
}) {
  const { cell, label, section } = props;
  const { value, selection, path } = cell;
  if (selection) {
    return (
      <a
        href={`#${listHash(section, selection)}`}
        aria-label={typeof value === 'number' ? label : undefined}
      >
        {value}
      </a>
    );
  }
  if (path !== undefined) return <a href={siteAddress(path)}>{value}</a>;
  return <>{value}</>;
}

/** Rows of a table of figures: every number that has a list behind it leads there. */
export function FigureRows({ section, columns, rows, pictureOf, isPaper = false }: Props) {
  const contentOf = (row: FigureRow, cell: FigureCell, column: FigureColumn) => {
    if (isPaper) return cell.value;
    const label = `${row.cells[0]?.value ?? ''}，${fullHead(column)}：${cell.value}`;
    return <CellContent cell={cell} label={label} section={section} />;
  };
  return (
    <>
      {rows.map((row) => (
        <tr key={row.key}>
          {row.cells.map((cell, i) => {
            const column = columns[i];
            if (!column) return null;
            if (i === 0) {
              return (
                <Fragment key={column.key}>
                  <th scope="row">{contentOf(row, cell, column)}</th>
                  {pictureOf && <td class="is-picture">{pictureOf(row)}</td>}
                </Fragment>
              );
            }
            const names = [
              column.isNumber ? 'is-number' : `is-${column.key}`,
              cell.heat !== undefined && heatClass(cell.heat),
            ];
            return (
              <td key={column.key} class={names.filter(Boolean).join(' ')}>
                {contentOf(row, cell, column)}
              </td>
            );
          })}
        </tr>
      ))}
    </>
  );
}
