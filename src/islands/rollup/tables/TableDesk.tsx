import { useState } from 'preact/hooks';
import { saveText } from '../../../browser/files.ts';
import { saveWorkbook } from '../../../browser/spreadsheet.ts';
import type { BureauWords } from '../../../model/post/bureauWords.ts';
import { tableCsv, type OfficialTable } from '../../../model/rollup/tables/officialTable.ts';
import { localToday } from '../../../model/text/dates.ts';
import { SaveButton } from '../../controls/SaveButton.tsx';
import { usePrinting } from '../../paper/usePrinting.ts';
import { TableSheets, type Paper } from './TableSheets.tsx';

interface Props {
  readonly table: OfficialTable;
  readonly paper: Paper;
  readonly words: BureauWords;
  readonly contentVersion: string;
}

/** So many rows are laid out on sheets at once; more take a noticeable while. */
const laidAtOnce = 150;
/** More than these nobody prints in one go, and no old machine lays them out. */
const mostLaid = 3000;

function Sheets(props: Props) {
  const print = usePrinting(`${props.paper} landscape`, 'form');
  return (
    <>
      <div class="actions no-print">
        <button class="button is-main" type="button" onClick={print}>
          打印
        </button>
        <span class="muted small">
          打印时选 {props.paper}、横向、缩放 100%，去掉“页眉和页脚”的勾。
        </span>
      </div>
      <TableSheets {...props} />
    </>
  );
}

/** A table: taken out as a file, looked through on its sheets, printed. */
export function TableDesk(props: Props) {
  const { table, contentVersion } = props;
  const [laid, setLaid] = useState<OfficialTable>();
  const { count } = table;
  const fileName = `${table.title}-${localToday()}-${contentVersion}`;
  const isEmpty = count === 0;
  const isLaid = !isEmpty && (count <= laidAtOnce || laid === table);
  return (
    <>
      <h3 class="no-print">{table.title}</h3>
      <div class="actions no-print">
        <SaveButton
          isDisabled={isEmpty}
          otherwise="也可以存为 CSV"
          save={() =>
            saveWorkbook(`${fileName}.xlsx`, {
              name: table.title,
              widths: table.columns.map(({ characters }) => characters),
              head: table.columns.map(({ head }) => head),
              rows: table.rows.map(({ cells }) => cells),
            })
          }
        >
          {`存为 Excel（${count} 行）`}
        </SaveButton>
        <button
          class="button"
          type="button"
          disabled={isEmpty}
          onClick={() => saveText(`${fileName}.csv`, tableCsv(table), 'text/csv')}
        >
          存为 CSV
        </button>
      </div>
      <p class="no-print" role="status">
        {table.note}
      </p>
      {isEmpty && <p class="no-print">没有可以列的。</p>}
      {count > mostLaid && (
        <p class="no-print">
          有 {count} 行，一次最多排 {mostLaid} 行：选一个单位再印，或者存为 Excel。
        </p>
      )}
      {!isLaid && !isEmpty && count <= mostLaid && (
        <div class="actions no-print">
          <button class="button is-main" type="button" onClick={() => setLaid(table)}>
            排成纸张
          </button>
          <span class="muted small">有 {count} 行，排版要等一会儿；排好了再打印。</span>
        </div>
      )}
      {isLaid && <Sheets {...props} />}
    </>
  );
}
