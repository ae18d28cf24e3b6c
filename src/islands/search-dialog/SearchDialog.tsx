import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { findRisks, type Facets, type FindResult } from '../../model/finder/findRisks.ts';
import { FacetBar, type ResultKind } from './FacetBar.tsx';
import { PageResults } from './PageResults.tsx';
import { RiskResults } from './RiskResults.tsx';
import { useFinder } from './useFinder.ts';
import { usePages } from './usePages.ts';

/** Rows that are drawn with the key press itself, and once the reader has seen those. */
const firstRows = 5;
const pageOfRows = 30;
const restDelayMs = 120;

interface Props {
  readonly onClose: () => void;
}

/** Moves the focus through the field and the results; links open by themselves on Enter. */
function moveFocus(root: HTMLElement, step: 1 | -1): void {
  const stops = Array.from(root.querySelectorAll<HTMLElement>('#finder-input, a[href]'));
  const here = stops.indexOf(document.activeElement as HTMLElement);
  stops[Math.min(stops.length - 1, Math.max(0, here + step))]?.focus();
}

/** Keys that belong to the input method, such as the Enter that ends a composition. */
function isComposingKey(event: KeyboardEvent): boolean {
  return event.isComposing || event.key === 'Process';
}

function summary(query: string, riskCount: number, isComplete: boolean): string {
  if (query.trim() === '') return '输入一个词或一句话，多个词用空格隔开。';
  const found = riskCount > 0 ? `找到 ${riskCount} 个风险点` : '没有含这些字的风险点';
  return isComplete ? `${found}。` : `${found}，正在查原因、信号和措施…`;
}

/** One field, two engines: every risk word for word, and the text of all pages. */
export function SearchDialog({ onClose }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [facets, setFacets] = useState<Facets>({});
  const [kind, setKind] = useState<ResultKind>();
  const [rows, setRows] = useState(firstRows);
  const { finder, fault } = useFinder();
  const result = useMemo(
    () => (finder ? findRisks(finder, query, facets) : undefined),
    [finder, query, facets],
  );
  const [settled, setSettled] = useState<FindResult>();
  const pages = usePages(query);

  const take = (text: string) => {
    setQuery(text);
    setRows(firstRows);
  };

  // A key press paints the first rows at once; the choices and the other rows follow while the
  // reader looks at them.
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(result);
      setRows((before) => Math.max(before, pageOfRows));
    }, restDelayMs);
    return () => clearTimeout(timer);
  }, [result]);

  // Preact has no property for this event and would listen for it under a wrong name.
  useEffect(() => {
    const field = input.current;
    const end = () => take(field?.value ?? '');
    field?.addEventListener('compositionend', end);
    return () => field?.removeEventListener('compositionend', end);
  }, []);

  return (
    <div
      class="search-body"
      ref={root}
      onKeyDown={(event) => {
        if (isComposingKey(event)) return;
        if (event.target instanceof HTMLSelectElement || !root.current) return;
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        moveFocus(root.current, event.key === 'ArrowDown' ? 1 : -1);
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
          value={query}
          onInput={(event) => {
            // Half-typed pinyin is no query yet.
            if (!(event as InputEvent).isComposing) take(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposingKey(event)) return;
            event.preventDefault();
            root.current?.querySelector<HTMLAnchorElement>('.search-results a[href]')?.click();
          }}
        />
        <button class="button" type="button" onClick={onClose}>
          关闭
        </button>
      </div>
      {settled && query.trim() !== '' && (
        <FacetBar
          kind={kind}
          onKind={setKind}
          facets={facets}
          counts={settled.facetCounts}
          onChange={setFacets}
        />
      )}
      <p id="finder-status" class="search-status" role="status">
        {fault ??
          (finder && result
            ? summary(query, result.hits.length, finder.isComplete)
            : '正在取风险点…')}
        {result && result.widenedBy.length > 0 && ` 也按“${result.widenedBy.join('”“')}”查找。`}
      </p>
      <div class="search-results">
        {result && (kind ?? '风险点') === '风险点' && (
          <RiskResults result={result} rows={rows} onMore={() => setRows(rows + pageOfRows)} />
        )}
        {kind !== '风险点' && (
          <PageResults state={pages} kind={kind} phrases={result?.phrases ?? []} />
        )}
      </div>
    </div>
  );
}
