import { saveText } from '../../../browser/files.ts';
import { saveWorkbook } from '../../../browser/spreadsheet.ts';
import { fileRows, fullHead, type FigureTable } from '../../../model/rollup/picture/figureTable.ts';
import { csvText } from '../../../model/text/csv.ts';
import { localToday } from '../../../model/text/dates.ts';
import { SaveButton } from '../../controls/SaveButton.tsx';

interface Props {
  readonly table: FigureTable;
  readonly contentVersion: string;
  readonly isOnPaper: boolean;
  readonly onPrint: () => void;
}

/** Workbooks and sheets of more rows take so long to make that the page would stand still. */
const mostRows = { workbook: 20_000, paper: 2000 } as const;

/** Takes a table out of the page: as a workbook, as text, on paper. */
export function FigureActions({ table, contentVersion, isOnPaper, onPrint }: Props) {
  const { name, columns, length } = table;
  const heads = columns.map(fullHead);
  const fileName = () => `情况-${name}-${localToday()}-${contentVersion}`;
  const limits = [
    length > mostRows.workbook && `超过 ${mostRows.workbook} 行的只导出 CSV，Excel 也打得开。`,
    length > mostRows.paper && `超过 ${mostRows.paper} 行的不印，点小一些的数字再印。`,
  ].filter(Boolean);
  return (
    <>
      <div class="actions">
        <SaveButton
          isDisabled={length > mostRows.workbook}
          otherwise="也可以导出 CSV"
          save={() =>
            saveWorkbook(`${fileName()}.xlsx`, {
              name,
              widths: columns.map(({ width }) => width),
              head: heads,
              rows: fileRows(table),
            })
          }
        >
          导出 Excel
        </SaveButton>
        <button
          class="button"
          type="button"
          onClick={() =>
            saveText(`${fileName()}.csv`, csvText([heads, ...fileRows(table)]), 'text/csv')
          }
        >
          导出 CSV
        </button>
        <button
          class="button"
          type="button"
          disabled={isOnPaper || length > mostRows.paper}
          onClick={onPrint}
        >
          打印
        </button>
      </div>
      {limits.length > 0 && <p class="muted">{limits.join('')}</p>}
    </>
  );
}
