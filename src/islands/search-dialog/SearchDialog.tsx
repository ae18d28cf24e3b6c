import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { moveFocus, shownParts } from '../../browser/focus.ts';
import { isComposingKey } from '../../browser/keyboard.ts';
import type { Facets, FindResult } from '../../model/finder/findRisks.ts';
import { FacetBar, type ResultKind } from './FacetBar.tsx';
import { Held } from './Held.tsx';
import { NearResults } from './NearResults.tsx';
import { PageResults } from './PageResults.tsx';
import { RiskResults } from './RiskResults.tsx';
import type { Progress } from './useFinder.ts';
import { useResults, type Results } from './useResults.ts';

/** Rows that are drawn with the key press itself, and once the reader has seen those. */
const firstRows = 2;
/** So few that what stands below them is not out of reach, and that the next key soon clears them. */
const pageOfRows = 10;
const moreRows = 30;

interface Props {
  readonly onClose: () => void;
  /** A result was chosen: the page that it leads to may be this one. */
  readonly onChoose: () => void;
}

/** The arrow keys go through the field and the results; links open by themselves on Enter. */
const stops = '#finder-input, a[href]';

function found({ hits, unfilteredCount }: FindResult): string {
  if (hits.length > 0) return `找到 ${hits.length} 个风险点`;
  if (unfilteredCount > 0) return `所选范围里没有，不限范围有 ${unfilteredCount} 个风险点`;
  return '没有含这些字的风险点';
}

const progressEnd: Readonly<Record<Progress, string>> = {
  complete: '。',
  loading: '，正在查原因、信号和措施…',
  partial: '；原因、信号和措施没有取全。',
};

/** What stands above the results: how many there are, and by which words they were looked for. */
function summary(query: string, result: FindResult, { near, pages }: Results, progress: Progress) {
  if (query.trim() === '') return '输入一个词或一句话，多个词用空格隔开。';
  const { readAs, widenedBy } = result;
  const quoted = (words: readonly string[]) => `“${words.join('”“')}”`;
  return [
    readAs.length > 0 ? `按${quoted(readAs)}查：` : '',
    found(result),
    near && near.hits.length > 0 && result.unfilteredCount === 0
      ? `，下面是${pages?.isExact && pages.hits.length > 0 ? '含有它们的页和' : ''}最接近的`
      : '',
    progressEnd[progress],
    widenedBy.length > 0 ? ` 也按${quoted(widenedBy)}查找。` : '',
  ].join('');
}

/** A press with one of these opens a tab or window of its own; the dialog stays. */
function opensElsewhere(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey;
}

/** One field: every risk word for word, the text of all pages, and what comes nearest to it. */
export function SearchDialog({ onClose, onChoose }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [facets, setFacets] = useState<Facets>({});
  const [kind, setKind] = useState<ResultKind>();
  const [rows, setRows] = useState(firstRows);
  const [pageRows, setPageRows] = useState(pageOfRows);
  const { data, results } = useResults({ query, facets, kind });
  const { risks, near, pages, meant, settled } = results;

  const take = (text: string) => {
    setQuery(text);
    setRows(firstRows);
    setPageRows(pageOfRows);
  };

  // A key press paints the first rows at once; the choices and the other rows follow while the
  // reader looks at them.
  useEffect(() => setRows((before) => Math.max(before, pageOfRows)), [settled]);

  // Preact has no property for this event and would listen for it under a wrong name.
  useEffect(() => {
    const field = input.current;
    const end = () => take(field?.value ?? '');
    field?.addEventListener('compositionend', end);
    return () => field?.removeEventListener('compositionend', end);
  }, []);

  const isEmpty = query.trim() === '';
  // The same element again costs nothing: a key press redraws the risks alone.
  const facetBar = useMemo(
    () =>
      settled && !isEmpty ? (
        <FacetBar
          kind={kind}
          onKind={setKind}
          facets={facets}
          counts={settled.facetCounts}
          onChange={setFacets}
        />
      ) : null,
    [settled, isEmpty, kind, facets],
  );
  const pageResults = useMemo(
    () =>
      pages && (
        <PageResults
          found={pages}
          rows={pageRows}
          onMore={() => setPageRows(pageRows + moreRows)}
        />
      ),
    [pages, pageRows],
  );
  const nearResults = useMemo(
    () => near && data.finder && <NearResults result={near} walls={data.finder.walls} />,
    [near, data.finder],
  );
  const heldPages = <Held key="pages">{pageResults}</Held>;
  const heldNear = <Held key="near">{nearResults}</Held>;

  return (
    <div
      class="search-body"
      ref={root}
      onKeyDown={(event) => {
        if (isComposingKey(event)) return;
        if (event.target instanceof HTMLSelectElement || !root.current) return;
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        moveFocus(root.current, stops, event.key === 'ArrowDown' ? 1 : -1);
      }}
    >
      <div class="search-head">
        <input
          id="finder-input"
          ref={input}
          type="search"
          aria-label="查找风险点、步骤和页面"
          aria-describedby="finder-status"
          placeholder="例如：红线、代签、围标、第四十七条"
          autocomplete="off"
          spellcheck={false}
          // No value: writing it back at the next drawing would end a composition.
          onInput={(event) => {
            // Half-typed pinyin is no query yet.
            if (!(event as InputEvent).isComposing) take(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (isComposingKey(event)) return;
            if (event.key !== 'Enter' && event.key !== 'Escape') return;
            event.preventDefault();
            // By itself a search field takes Escape to clear it, and the query would be lost.
            if (event.key === 'Escape') return onClose();
            if (root.current) shownParts(root.current, '.search-results a[href]')[0]?.click();
          }}
        />
        <button class="button" type="button" onClick={onClose}>
          关闭
        </button>
      </div>
      {facetBar}
      <p id="finder-status" class="search-status" role="status">
        {risks ? summary(query, risks, results, data.progress) : (data.fault ?? '正在取风险点…')}
        {risks && data.fault && ` ${data.fault}`}
      </p>
      <div
        class="search-results"
        onClick={(event) => {
          const isLink = event.target instanceof Element && event.target.closest('a[href]');
          if (isLink && !opensElsewhere(event)) onChoose();
        }}
      >
        {meant.length > 0 && (
          <p class="search-meant">
            您是不是要找：
            {meant.map((word) => (
              <button
                key={word}
                class="button"
                type="button"
                onClick={() => {
                  if (input.current) input.current.value = word;
                  take(word);
                }}
              >
                {word}
              </button>
            ))}
          </p>
        )}
        {risks && (kind ?? '风险点') === '风险点' && (
          <RiskResults result={risks} rows={rows} onMore={() => setRows(rows + moreRows)} />
        )}
        {pages?.isExact === false ? (
          <>
            {heldNear}
            {heldPages}
          </>
        ) : (
          <>
            {heldPages}
            {heldNear}
          </>
        )}
      </div>
    </div>
  );
}
