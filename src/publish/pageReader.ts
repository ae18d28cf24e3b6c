import { gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { PageSection, PageText } from '../model/finder/pageTexts.ts';
import type { KeptValues } from './keptValues.ts';

/**
 * What is searched in another way or says on every page the same: the risks and who they belong to
 * (the finder has them), which steps cite an article or rest on a document (their pages list them),
 * limits, rights and exits, tables and code of the guides, tables that are counted or
 * gathered from the walls, examples that are risks, explanations of how to read a wall, and what every
 * wall and post says alike. All data of the search together have to stay below 500 KB.
 */
const leftOut = [
  '.risk',
  '.gist',
  '.law-uses',
  '.law-facts',
  '.flow-text',
  '.wall-header',
  '.step-grades',
  '.step-limits',
  '.step-rules h4',
  '.tag',
  '.my-post',
  '.element',
  '.wall-about',
  '.document-uses',
  '.exits',
  '.wall-prose',
  '.post-grade-line',
  '.grade-tally',
  '.posts',
  '.post-consequences',
  '.post-actions',
  '.post-further',
  '.prose-frame',
  '.prose pre',
  '.figures-table',
  '.post-catalogue',
  '.post-table',
  '.post-list',
  '.post-levels',
  '.phase-list',
  '.chain-list',
  '.system-table',
  '.collective-table',
  '.wall-examples',
  // The guide for authors is read as a whole; its headings lead there.
  '[data-pagefind-filter="类型:指南"] p',
  '[data-pagefind-filter="类型:指南"] ul',
  '[data-pagefind-filter="类型:指南"] ol',
  'section[aria-labelledby="sanctions"]',
  'section[aria-labelledby="rights"]',
  'section[aria-labelledby="documents"]',
  'section[aria-labelledby="changes"]',
  'section[aria-labelledby="authority"]',
  'section[aria-labelledby="duties"]',
  'section[aria-labelledby="grading"]',
];

/** A page as Pagefind has read it. */
interface Fragment {
  readonly url: string;
  /** With a zero-width space between words that touch. */
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** `location` counts words from the start of the page. */
  readonly anchors: readonly {
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}

/** Pagefind packs each page by itself, with a mark of its own before the JSON. */
function readFragment(packed: Uint8Array): Fragment {
  const text = gunzipSync(packed).toString('utf8');
  return JSON.parse(text.slice(text.indexOf('{'))) as Fragment;
}

const plain = (words: readonly string[]) => words.join('').trim();

/** A text without the heading that it begins with: that stands beside it. */
const withoutHeading = (text: string, heading: string) =>
  text.startsWith(heading) ? text.slice(heading.length).replace(/^[.\s]+/, '') : text;

/** The parts of a page from heading to heading; anchors without a heading lead to none. */
function sectionsOf({ content, anchors, meta }: Fragment): PageSection[] {
  // Each word keeps the space or the zero-width space behind it, so that joining gives the text.
  const words = content.match(/[^\s\u200b]+[\s\u200b]*/g) ?? [];
  const headings = anchors.filter(({ text }) => text !== '');
  const ends = [...headings.slice(1).map(({ location }) => location), words.length];
  const clean = (from: number, to: number) =>
    plain(words.slice(from, to).map((word) => word.replace(/\u200b/g, '')));
  const opening = withoutHeading(
    clean(0, headings[0]?.location ?? words.length),
    meta['title'] ?? '',
  );
  return [
    ...(opening === '' ? [] : [['', '', opening] as const]),
    ...headings.map(({ id, text, location }, i): PageSection => {
      const heading = text.replace(/\u200b/g, '');
      return [id, heading, withoutHeading(clean(location, ends[i] ?? words.length), heading)];
    }),
  ];
}

function toPage(fragment: Fragment): PageText {
  const { url, meta, filters } = fragment;
  return {
    path: url.replace(/^[/]/, ''),
    title: meta['title'] ?? url,
    kind: filters['类型']?.[0] ?? '页面',
    powerClasses: filters['权力类别'] ?? [],
    sections: sectionsOf(fragment),
  };
}

/** The part of a page that is searched; pages without it stay out of the search. */
const searched = /<main [^>]*\bdata-pagefind-body\b[\s\S]*<\/main>/;

/**
 * What Pagefind would read past: pictures, and the cards of the risks, which are most of a wall's page.
 * An element that holds another of its kind is left to Pagefind.
 */
const skipped = /<(svg|article)( class="(?:flowchart|risk )[^>]*>)(?:(?!<\1[\s>])[\s\S])*?<\/\1>/g;

/** Pages that Pagefind takes in at a time: it keeps all of them, and an index, in its memory. */
const pagesPerIndex = 100;

/** Pages on their way through Pagefind. */
interface Batch {
  readonly bodies: Map<string, string>;
  readonly index: Promise<PagefindIndex>;
  readonly added: Promise<void>[];
}

async function newIndex(): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({
    forceLanguage: 'zh',
    excludeSelectors: leftOut,
  });
  if (!index) throw new Error(`查找用的文字取不出来：${errors.join('；')}`);
  return index;
}

async function addPage(index: Promise<PagefindIndex>, path: string, body: string): Promise<void> {
  const { errors } = await (
    await index
  ).addHTMLFile({
    sourcePath: `${path}index.html`,
    content: `<!doctype html><html lang="zh"><body>${body}</body></html>`,
  });
  if (errors.length > 0) throw new Error(`查找用的文字读页面出错：${errors.join('；')}`);
}

/**
 * Reads the texts of finished pages, beside the build that makes them. Pagefind does the reading; its
 * engine stays at home: program, index and pages of twelve searches came to 1.7 MB, and the texts
 * themselves are a tenth of that.
 */
export class PageReader {
  readonly #kept: KeptValues<PageText>;
  readonly #pages: PageText[] = [];
  readonly #reading: Promise<void>[] = [];
  #batch: Batch | undefined;

  /** @param kept what need not be read again. */
  constructor(kept: KeptValues<PageText>) {
    this.#kept = kept;
  }

  /**
   * Takes in a page if it belongs to the search.
   * @param path from the home page.
   */
  take(path: string, html: string): void {
    const body = searched.exec(html)?.[0].replace(skipped, '<$1$2</$1>');
    if (body === undefined) return;
    const page = this.#kept.get(path + body);
    if (page) {
      this.#pages.push(page);
      return;
    }
    this.#batch ??= { bodies: new Map(), index: newIndex(), added: [] };
    const { bodies, index, added } = this.#batch;
    bodies.set(path, body);
    added.push(addPage(index, path, body));
    if (bodies.size === pagesPerIndex) this.#send();
  }

  /**
   * All pages that were taken in, by path.
   * @throws Error in Chinese when a page cannot be read.
   */
  async finish(): Promise<PageText[]> {
    this.#send();
    await Promise.all(this.#reading);
    await this.close();
    this.#kept.save();
    return this.#pages.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Ends the reading, finished or not. */
  async close(): Promise<void> {
    await close();
  }

  #send(): void {
    if (!this.#batch) return;
    const reading = this.#readBatch(this.#batch);
    // Whoever finishes is told; until then nobody listens.
    reading.catch(() => undefined);
    this.#reading.push(reading);
    this.#batch = undefined;
  }

  async #readBatch({ bodies, index: opening, added }: Batch): Promise<void> {
    const index = await opening;
    await Promise.all(added);
    const { files, errors } = await index.getFiles();
    if (errors.length > 0) throw new Error(`查找用的文字写不出来：${errors.join('；')}`);
    await index.deleteIndex();
    for (const { path, content } of files) {
      if (!path.includes('fragment/')) continue;
      const page = toPage(readFragment(content));
      this.#pages.push(page);
      this.#kept.put(page.path + (bodies.get(page.path) ?? ''), page);
    }
  }
}
