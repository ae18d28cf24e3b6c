import { fold } from '../model/text/foldText.ts';
import { siteBase } from './siteBase.ts';

/** A passage of a page; the anchor leads to a step, a section or an article. */
export interface PagePassage {
  readonly title: string;
  readonly url: string;
}

export interface PageHit {
  readonly title: string;
  readonly kind: string;
  readonly url: string;
  readonly passages: readonly PagePassage[];
  /** What the page is about, where that is a wall. */
  readonly powerClasses: readonly string[];
  /** Whether the page contains the query word for word. */
  readonly isExact: boolean;
}

/** The parts of Pagefind's browser interface that are used here. */
interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<PagefindPage> }[] }>;
}

interface PagefindPage {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sub_results: readonly { title: string; url: string; plain_excerpt?: string }[];
}

const passageLimit = 4;

export interface PageSearch {
  readonly hits: readonly PageHit[];
  /** Pages that may hold the query and have not been looked at yet. */
  readonly remaining: number;
}

let loading: Promise<Pagefind> | undefined;

function loadPagefind(): Promise<Pagefind> {
  loading ??= (async () => {
    const base = siteBase();
    const pagefind = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
    await pagefind.options({ baseUrl: base });
    return pagefind;
  })();
  return loading;
}

/** Folding a whole page costs a key press, and Chinese words need none. */
function contains(content: string, term: string): boolean {
  return content.includes(term) || (/[^\u3400-\u9fff]/.test(term) && fold(content).includes(term));
}

function toHit(page: PagefindPage, terms: readonly string[]): PageHit {
  const passages = page.sub_results.filter(({ url }) => url.includes('#'));
  return {
    title: page.meta['title'] ?? page.url,
    kind: page.filters['类型']?.[0] ?? '页面',
    powerClasses: page.filters['权力类别'] ?? [],
    url: page.url,
    passages: passages.slice(0, passageLimit).map(({ title, url }) => ({ title, url })),
    isExact: terms.every((term) => contains(page.content, term)),
  };
}

/**
 * Searches the text of all pages. Pages that hold the query word for word come first; Pagefind
 * itself also returns pages in which the single characters are scattered.
 * @param limit how many of Pagefind's results to look at.
 * @throws when the engine cannot run here (old kernel, or pages opened from a folder).
 */
export async function searchPages(query: string, limit: number): Promise<PageSearch> {
  const pagefind = await loadPagefind();
  const { results } = await pagefind.search(query);
  const pages = await Promise.all(results.slice(0, limit).map((result) => result.data()));
  const terms = query
    .split(/[\s\u3000]+/)
    .map(fold)
    .filter(Boolean);
  const hits = pages.map((page) => toHit(page, terms));
  return {
    hits: [...hits.filter(({ isExact }) => isExact), ...hits.filter(({ isExact }) => !isExact)],
    remaining: Math.max(0, results.length - limit),
  };
}
