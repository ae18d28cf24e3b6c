import { useMemo, useState } from 'preact/hooks';
import { printOnce } from '../../browser/print.ts';
import { everyRow, matchingRows, rowsWithWords, sortedRows } from '../../model/register/query.ts';
import { officialColumns } from '../../model/register/paperTable.ts';
import { registerColumns, type RegisterData } from '../../model/register/rows.ts';
import { foundText, gradeTally, nextSort, valueNames } from '../../model/register/words.ts';
import { Message } from '../controls/Message.tsx';
import { Actions, type Paper, type PaperColumns } from './Actions.tsx';
import { Chips } from './Chips.tsx';
import { ColumnChoice, Filters } from './Filters.tsx';
import { HeatMaps } from './HeatMaps.tsx';
import { PrintSheets } from './PrintSheets.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { usePlainPrint } from './usePlainPrint.tsx';
import { usePreparedSearch } from './usePreparedSearch.ts';
import { useRegisterQuery } from './useRegisterQuery.ts';

/** The register: narrow, search, sort, choose columns, export, print. */
export function Register({ data }: { readonly data: RegisterData }) {
  const { rows, contentVersion, unit, departments } = data;
  const [query, change] = useRegisterQuery();
  const [paper, setPaper] = useState<Paper>('A4');
  const [printed, setPrinted] = useState<PaperColumns>('official');
  const [isPrinting, setIsPrinting] = useState(false);
  usePreparedSearch(rows);
  // Searched once for the table, the facets and the heat tables together.
  const worded = useMemo(() => rowsWithWords(rows, query.q), [rows, query.q]);
  const found = useMemo(
    () => sortedRows(matchingRows(worded, { ...query, q: '' }), query.sort),
    [worded, query],
  );
  const columns = useMemo(
    () => registerColumns.filter(({ key }) => query.columns.includes(key)),
    [query.columns],
  );
  const printedColumns = useMemo(
    () => (printed === 'official' ? officialColumns(found) : columns),
    [printed, found, columns],
  );
  const nameOf = useMemo(() => valueNames(rows), [rows]);
  const walls = useMemo(
    () =>
      [...new Set(rows.map(({ wall }) => wall))].map((value) => ({ value, name: nameOf(value) })),
    [rows],
  );
  const byGrade = gradeTally(found);
  const note = `${unit}　${foundText(query, found, nameOf)}　共 ${found.length} 条（${byGrade}）`;
  const plain = usePlainPrint({ rows: found, columns, note });
  const print = () => {
    printOnce(`${paper} landscape`, 'form');
    setIsPrinting(false);
  };
  return (
    <div class="register">
      <div class="no-print">
        <HeatMaps query={query} worded={worded} walls={walls} onChange={change} />
        <Filters {...{ query, worded, nameOf, departments }} onChange={change} />
        <ColumnChoice query={query} onChange={change} />
        <Chips query={query} nameOf={nameOf} onChange={change} />
        <p role="status" class="register-count">
          共 {rows.length} 条，符合 <strong>{found.length}</strong> 条（{byGrade}）
        </p>
        <Actions
          rows={found}
          columns={columns}
          contentVersion={contentVersion}
          paper={paper}
          onPaper={setPaper}
          printed={printed}
          onPrinted={setPrinted}
          isPrinting={isPrinting}
          onPrint={() => setIsPrinting(true)}
        />
        {found.length === 0 ? (
          <Message>
            没有符合的风险点。
            <button
              class="button is-small"
              type="button"
              onClick={() => change({ ...everyRow, columns: query.columns })}
            >
              清空条件
            </button>
          </Message>
        ) : (
          <RegisterTable
            rows={found}
            columns={columns}
            sort={query.sort}
            onSort={(key) => change({ ...query, sort: nextSort(query.sort, key) })}
          />
        )}
      </div>
      <div class="register-plain" ref={plain} />
      {isPrinting && (
        <PrintSheets
          rows={found}
          columns={printedColumns}
          paper={paper}
          note={note}
          contentVersion={contentVersion}
          words={data.words}
          onReady={() => setTimeout(print, 0)}
        />
      )}
    </div>
  );
}
