import { useEffect, useMemo, useState } from 'preact/hooks';
import { saveText } from '../../browser/files.ts';
import { setPageSize } from '../../browser/pageSize.ts';
import { saveWorkbook } from '../../browser/spreadsheet.ts';
import { localToday } from '../../model/text/dates.ts';
import { csvText } from '../../model/text/csv.ts';
import {
  everyRow,
  facetCounts,
  facetKeys,
  matchingRows,
  prepareSearch,
  readRegisterQuery,
  registerSearch,
  rowsWithWords,
  sortedRows,
  withFacet,
  type FacetKey,
  type RegisterQuery,
} from '../../model/register/query.ts';
import { registerColumns, type RegisterData } from '../../model/register/rows.ts';
import { categories, gradeEntries, grades } from '../../model/vocabulary.ts';
import { TextField } from '../self-assessment/TextField.tsx';
import { HeatTable } from './HeatTable.tsx';
import { PrintSheets } from './PrintSheets.tsx';
import { RegisterTable } from './RegisterTable.tsx';

interface Props {
  readonly data: RegisterData;
}

const facetNames: Readonly<Record<FacetKey, string>> = {
  wall: '防控墙',
  step: '环节',
  category: '类别',
  grade: '等级',
  level: '岗位层级',
  department: '处室',
  class: '权力类别',
  system: '信息系统',
};

/** So many rows are made ready for the search at a time, without holding up a slow machine. */
const preparedAtATime = 100;

/** `风险台账-2026-11-25`. */
function fileName(contentVersion: string): string {
  return `风险台账-${localToday()}-${contentVersion}`;
}

/** The register: narrow, search, sort, choose columns, export, print. */
export function Register({ data }: Props) {
  const { rows, contentVersion } = data;
  const [query, setQuery] = useState(() => readRegisterQuery(location.search));
  const [paper, setPaper] = useState<'A4' | 'A3'>('A4');
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const follow = () => setQuery(readRegisterQuery(location.search));
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const change = (next: RegisterQuery, replaces = false) => {
    setQuery(next);
    const search = registerSearch(next);
    const address = location.pathname + (search && `?${search}`);
    if (replaces) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
  };

  useEffect(() => {
    let from = 0;
    const goOn = () => {
      prepareSearch(rows.slice(from, from + preparedAtATime));
      from += preparedAtATime;
      if (from < rows.length) timer = setTimeout(goOn, 0);
    };
    let timer = setTimeout(goOn, 500);
    return () => clearTimeout(timer);
  }, [rows]);
  // Searched once for the table, the facets and the heat tables together.
  const worded = useMemo(() => rowsWithWords(rows, query.q), [rows, query.q]);
  const byFacet = useMemo(() => ({ ...query, q: '' }), [query]);
  const found = useMemo(
    () => sortedRows(matchingRows(worded, byFacet), query.sort),
    [worded, byFacet],
  );
  const [showsHeat, setShowsHeat] = useState(false);
  const columns = useMemo(
    () => registerColumns.filter(({ key }) => query.columns.includes(key)),
    [query.columns],
  );
  const names = useMemo(() => {
    const known = new Map<string, string>();
    for (const row of rows) {
      known.set(row.wall, row.wallName);
      known.set(row.step, row.stepName);
    }
    return (value: string) => known.get(value) ?? value;
  }, [rows]);
  const walls = useMemo(
    () =>
      [...new Set(rows.map(({ wall }) => wall))].map((value) => ({ value, name: names(value) })),
    [rows],
  );
  const active = facetKeys.flatMap((key) => {
    const value = query.facets[key];
    return value ? [{ key, text: `${facetNames[key]}：${names(value)}` }] : [];
  });
  const filterText = [
    ...active.map(({ text }) => text),
    ...(query.q.trim() ? [`含“${query.q.trim()}”`] : []),
  ].join('，');
  const byGrade = grades
    .map((grade) => {
      const count = found.filter((row) => row.grade === grade).length;
      return `${gradeEntries[grade].mark}${grade} ${count}`;
    })
    .join('，');
  const cells = () => found.map((row) => columns.map((column) => column.text(row)));
  const heads = columns.map(({ head }) => head);

  const print = () => {
    const undo = setPageSize(`${paper} landscape`);
    document.documentElement.dataset['print'] = 'form';
    window.print();
    delete document.documentElement.dataset['print'];
    undo();
    setIsPrinting(false);
  };

  return (
    <div class="register">
      <div class="no-print">
        <details
          class="register-heat"
          onToggle={({ currentTarget }) => setShowsHeat(currentTarget.open)}
        >
          <summary>热力表：点一格就筛到那一格，再点一次放开</summary>
          {showsHeat && (
            <div class="register-heat-tables">
              <HeatTable
                caption="墙 × 类别"
                rows={worded}
                query={byFacet}
                keys={['wall', 'category']}
                down={walls}
                across={categories.map((value) => ({ value, name: value.replace('风险', '') }))}
                onChange={change}
              />
              <HeatTable
                caption="类别 × 等级"
                rows={worded}
                query={byFacet}
                keys={['category', 'grade']}
                down={categories.map((value) => ({ value, name: value }))}
                across={grades.map((value) => ({
                  value,
                  name: `${gradeEntries[value].mark}${value}`,
                }))}
                onChange={change}
              />
            </div>
          )}
        </details>
        <form class="register-filters" onSubmit={(event) => event.preventDefault()}>
          <TextField
            id="register-search"
            label="含这些字"
            value={query.q}
            maxLength={60}
            onChange={(q) => change({ ...query, q }, true)}
          />
          {facetKeys.map((key) => {
            if (key === 'step' && !query.facets.wall) return null;
            const counts = facetCounts(worded, byFacet, key);
            const values = [...counts.keys()];
            const chosen = query.facets[key];
            if (chosen && !counts.has(chosen)) values.unshift(chosen);
            return (
              <label key={key}>
                {facetNames[key]}
                <select
                  value={chosen ?? ''}
                  onChange={({ currentTarget: { value } }) => change(withFacet(query, key, value))}
                >
                  <option value="">全部</option>
                  {values.map((value) => (
                    <option key={value} value={value}>
                      {names(value)}（{counts.get(value) ?? 0}）
                    </option>
                  ))}
                </select>
              </label>
            );
          })}
        </form>
        <details class="more-choices">
          <summary>选要看的列</summary>
          <fieldset class="choices">
            <legend class="visually-hidden">列</legend>
            {registerColumns.map(({ key, head }) => (
              <label key={key}>
                <input
                  type="checkbox"
                  checked={query.columns.includes(key)}
                  onChange={({ currentTarget: { checked } }) => {
                    const wanted = registerColumns
                      .map((column) => column.key)
                      .filter((one) => (one === key ? checked : query.columns.includes(one)));
                    if (wanted.length > 0) change({ ...query, columns: wanted });
                  }}
                />
                <span>{head}</span>
              </label>
            ))}
          </fieldset>
        </details>
        {(active.length > 0 || query.q.trim() !== '') && (
          <ul class="register-chips" aria-label="已选的条件">
            {active.map(({ key, text }) => (
              <li key={key}>
                <button
                  class="button is-small"
                  type="button"
                  aria-label={`去掉 ${text}`}
                  onClick={() => change(withFacet(query, key, ''))}
                >
                  {text} ✕
                </button>
              </li>
            ))}
            <li>
              <button
                class="button is-small"
                type="button"
                onClick={() => change({ ...everyRow, columns: query.columns })}
              >
                全部清空
              </button>
            </li>
          </ul>
        )}
        <p role="status" class="register-count">
          共 {rows.length} 条，符合 <strong>{found.length}</strong> 条（{byGrade}）
        </p>
        <div class="actions">
          <button
            class="button"
            type="button"
            disabled={found.length === 0}
            onClick={() =>
              void saveWorkbook(`${fileName(contentVersion)}.xlsx`, {
                name: '风险台账',
                widths: columns.map(({ width }) => width),
                head: heads,
                rows: cells(),
              })
            }
          >
            导出 Excel（{found.length} 条）
          </button>
          <button
            class="button"
            type="button"
            disabled={found.length === 0}
            onClick={() =>
              saveText(`${fileName(contentVersion)}.csv`, csvText([heads, ...cells()]), 'text/csv')
            }
          >
            导出 CSV
          </button>
          <label class="check">
            <span>纸张</span>
            <select
              value={paper}
              onChange={({ currentTarget: { value } }) => setPaper(value === 'A3' ? 'A3' : 'A4')}
            >
              <option>A4</option>
              <option>A3</option>
            </select>
          </label>
          <button
            class="button is-main"
            type="button"
            disabled={found.length === 0 || isPrinting}
            onClick={() => setIsPrinting(true)}
          >
            打印汇总表
          </button>
        </div>
        {found.length === 0 ? (
          <p class="message">
            没有符合的风险点。
            <button
              class="button is-small"
              type="button"
              onClick={() => change({ ...everyRow, columns: query.columns })}
            >
              清空条件
            </button>
          </p>
        ) : (
          <RegisterTable
            rows={found}
            columns={columns}
            sort={query.sort}
            onSort={(key) =>
              change({
                ...query,
                sort: query.sort === key ? `-${key}` : query.sort === `-${key}` ? '' : key,
              })
            }
          />
        )}
      </div>
      {isPrinting && (
        <PrintSheets
          rows={found}
          columns={columns}
          paper={paper}
          note={`${data.unit}　${filterText || '全部风险点'}　共 ${found.length} 条（${byGrade}）`}
          contentVersion={contentVersion}
          words={data.words}
          onReady={() => setTimeout(print, 0)}
        />
      )}
    </div>
  );
}
