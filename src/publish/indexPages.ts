import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { ContentVersions } from '../model/content/versions.ts';
import type { FinderCore } from '../model/finder/finderIndex.ts';
import {
  pageParts,
  stepHeadings,
  type PageSection,
  type PageText,
} from '../model/finder/pageTexts.ts';
import { dataPath } from '../model/published/dataFiles.ts';
import { dataText } from './dataFile.ts';

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

/**
 * Reads the finished pages and writes their texts beside the other data files. Pagefind does the
 * reading; its engine stays at home: program, index and pages of twelve searches came to 1.7 MB,
 * and the texts themselves are a tenth of that.
 * @param siteFolder the built site.
 * @returns how many pages were taken in.
 * @throws Error when a page cannot be read.
 */
export async function indexPages(siteFolder: string, versions: ContentVersions): Promise<number> {
  const { index, errors: startErrors } = await createIndex({
    forceLanguage: 'zh',
    excludeSelectors: leftOut,
  });
  if (!index) throw new Error(`查找用的文字取不出来：${startErrors.join('；')}`);
  const { errors } = await index.addDirectory({ path: siteFolder });
  if (errors.length > 0) throw new Error(`查找用的文字读页面出错：${errors.join('；')}`);
  const { files, errors: fileErrors } = await index.getFiles();
  if (fileErrors.length > 0) throw new Error(`查找用的文字写不出来：${fileErrors.join('；')}`);
  await close();
  const pages = files
    .filter(({ path }) => path.includes('fragment/'))
    .map(({ content }) => toPage(readFragment(content)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  // The file that the search reads first: what it tells is left out here.
  const core = readFileSync(join(siteFolder, dataPath('finder')), 'utf8');
  const { walls } = JSON.parse(core) as FinderCore;
  pageParts(pages, stepHeadings(walls)).forEach((part, i) => {
    const path = join(siteFolder, dataPath('pages-*', i));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, dataText('pages-*', versions, part));
  });
  return pages.length;
}
