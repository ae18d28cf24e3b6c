import { saveText } from '../../browser/files.ts';
import { saveWorkbook } from '../../browser/spreadsheet.ts';
import type { RegisterColumn, RegisterRow } from '../../model/register/rows.ts';
import { csvText } from '../../model/text/csv.ts';
import { localToday } from '../../model/text/dates.ts';
import { SaveButton } from '../controls/SaveButton.tsx';

export type Paper = 'A4' | 'A3';

/** What is printed of a risk: all that the table of a unit has, or what stands on the screen. */
export const paperColumns = {
  official: '措施和领导都印',
  shown: '只印屏上的列',
} as const;
export type PaperColumns = keyof typeof paperColumns;

interface Props {
  readonly rows: readonly RegisterRow[];
  readonly columns: readonly RegisterColumn[];
  readonly contentVersion: string;
  readonly paper: Paper;
  readonly onPaper: (paper: Paper) => void;
  readonly printed: PaperColumns;
  readonly onPrinted: (printed: PaperColumns) => void;
  readonly isPrinting: boolean;
  readonly onPrint: () => void;
}

/** Takes what was found out of the page: as a table, as text, on paper. */
export function Actions(props: Props) {
  const { rows, columns, contentVersion, isPrinting, onPrint } = props;
  const { paper, onPaper, printed, onPrinted } = props;
  const isEmpty = rows.length === 0;
  const heads = columns.map(({ head }) => head);
  const cells = () => rows.map((row) => columns.map((column) => column.text(row)));
  const fileName = () => `风险台账-${localToday()}-${contentVersion}`;
  return (
    <div class="actions">
      <SaveButton
        isDisabled={isEmpty}
        otherwise="也可以导出 CSV"
        save={() =>
          saveWorkbook(`${fileName()}.xlsx`, {
            name: '风险台账',
            widths: columns.map(({ width }) => width),
            head: heads,
            rows: cells(),
          })
        }
      >
        {`导出 Excel（${rows.length} 条）`}
      </SaveButton>
      <button
        class="button"
        type="button"
        disabled={isEmpty}
        onClick={() => saveText(`${fileName()}.csv`, csvText([heads, ...cells()]), 'text/csv')}
      >
        导出 CSV
      </button>
      <label class="check">
        <span>纸张</span>
        <select
          value={paper}
          onChange={({ currentTarget: { value } }) => onPaper(value === 'A3' ? 'A3' : 'A4')}
        >
          <option>A4</option>
          <option>A3</option>
        </select>
      </label>
      <label class="check">
        <span>栏目</span>
        <select
          value={printed}
          onChange={({ currentTarget: { value } }) =>
            onPrinted(value === 'shown' ? 'shown' : 'official')
          }
        >
          {(Object.keys(paperColumns) as PaperColumns[]).map((key) => (
            <option key={key} value={key}>
              {paperColumns[key]}
            </option>
          ))}
        </select>
      </label>
      <button
        class="button is-main"
        type="button"
        disabled={isEmpty || isPrinting}
        onClick={onPrint}
      >
        打印汇总表
      </button>
    </div>
  );
}
