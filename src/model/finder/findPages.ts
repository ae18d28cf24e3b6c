import { fold } from '../text/foldText.ts';
import { growIndex, rankTexts, type GrowingIndex } from './nearIndex.ts';
import { unpacked, type PageText, type StepHeadings } from './pageTexts.ts';
import { queryUnits, type Relation } from './queryUnits.ts';
import type { Query } from './readQuery.ts';

/** A passage of a page; the anchor leads to a step, a section or an article. */
export interface PagePassage {
  readonly heading: string;
  readonly anchor: string;
}

export interface PageHit {
  readonly page: PageText;
  readonly passages: readonly PagePassage[];
}

interface FoldedSection {
  readonly heading: string;
  readonly text: string;
}

interface Prepared {
  readonly page: PageText;
  readonly title: string;
  readonly sections: readonly FoldedSection[];
}

/** The texts of the pages that have arrived so far. It grows in place, file by file. */
export interface PageFinder {
  readonly pages: Prepared[];
  /** What was left out of the files because the walls tell it. */
  readonly steps: StepHeadings;
  /** Over the sections; `owners` says whose each is. */
  readonly index: GrowingIndex;
  readonly owners: { readonly page: number; readonly section: number }[];
}

export const createPageFinder = (steps: StepHeadings): PageFinder => ({
  pages: [],
  steps,
  index: growIndex(),
  owners: [],
});

/** Takes in some more pages. */
export function addPages(finder: PageFinder, pages: readonly PageText[]): void {
  for (const page of pages.map((one) => unpacked(one, finder.steps))) {
    const title = fold(page.title);
    const sections = page.sections.map(([, heading, text]) => ({
      heading: fold(heading),
      text: fold(text),
    }));
    const at = finder.pages.push({ page, title, sections }) - 1;
    sections.forEach(({ heading, text }, section) => {
      finder.owners.push({ page: at, section });
      finder.index.add([{ fields: [heading, text, title], group: at }]);
    });
  }
}

const passageLimit = 4;

/** Passages that have all the words, or what the title leaves of them; by heading first. */
function passagesOf({ page, title, sections }: Prepared, words: readonly string[]): PagePassage[] {
  const open = words.filter((word) => !title.includes(word));
  const wanted = open.length > 0 ? open : words;
  const holds = ({ heading, text }: FoldedSection) =>
    wanted.every((word) => heading.includes(word) || text.includes(word));
  const isHeaded = ({ heading }: FoldedSection) => wanted.some((word) => heading.includes(word));
  return sections
    .flatMap((section, i) => (holds(section) ? [{ i, isHeaded: isHeaded(section) }] : []))
    .sort((a, b) => Number(b.isHeaded) - Number(a.isHeaded) || a.i - b.i)
    .flatMap(({ i }) => {
      const [anchor = '', heading = ''] = page.sections[i] ?? [];
      return anchor === '' ? [] : [{ heading, anchor }];
    })
    .slice(0, passageLimit);
}

/** 0 when the title or a heading has the words, 1 when one passage has them all, 2 when the page has. */
function rankOf({ title, sections }: Prepared, words: readonly string[]): number | undefined {
  const isIn = (text: string) => words.every((word) => text.includes(word));
  if (isIn(title) || sections.some(({ heading }) => isIn(title + heading))) return 0;
  if (sections.some(({ heading, text }) => isIn(`${title}\n${heading}\n${text}`))) return 1;
  const isOnPage = words.every(
    (word) =>
      title.includes(word) ||
      sections.some(({ heading, text }) => heading.includes(word) || text.includes(word)),
  );
  return isOnPage ? 2 : undefined;
}

const kindOrder = ['防控墙', '法律', '指南'];
const orderOf = (kind: string) => (kindOrder.indexOf(kind) + 4) % 4;

function exactPages(finder: PageFinder, words: readonly string[]): PageHit[] {
  if (words.length === 0) return [];
  return finder.pages
    .flatMap((prepared) => {
      const rank = rankOf(prepared, words);
      return rank === undefined ? [] : [{ prepared, rank }];
    })
    .sort(
      (a, b) => a.rank - b.rank || orderOf(a.prepared.page.kind) - orderOf(b.prepared.page.kind),
    )
    .map(({ prepared }) => ({ page: prepared.page, passages: passagesOf(prepared, words) }));
}

export interface PagesFound {
  readonly hits: readonly PageHit[];
  /** Whether the pages hold the words; otherwise they only come near. */
  readonly isExact: boolean;
  readonly phrases: readonly string[];
}

const nearPages = 5;
const leastCoverage = 0.3;

function nearestPages(
  finder: PageFinder,
  words: readonly string[],
  relations: readonly Relation[],
) {
  const units = queryUnits(words, relations);
  const found = new Map<number, PagePassage[]>();
  for (const { at, coverage } of rankTexts(units, finder.index).slice(0, 40)) {
    const owner = finder.owners[at];
    if (!owner || coverage < leastCoverage) continue;
    const passages = found.get(owner.page);
    if (!passages && found.size >= nearPages) continue;
    const [anchor = '', heading = ''] =
      finder.pages[owner.page]?.page.sections[owner.section] ?? [];
    const list = passages ?? [];
    if (anchor !== '' && list.length < passageLimit) list.push({ heading, anchor });
    found.set(owner.page, list);
  }
  const hits = [...found].flatMap(([at, passages]): PageHit[] => {
    const page = finder.pages[at]?.page;
    return page ? [{ page, passages }] : [];
  });
  const phrases = units.flatMap(({ words: all }) => all).filter((word) => word.length > 1);
  return { hits, phrases };
}

const longestFirst = (words: readonly string[]) =>
  [...new Set(words)].sort((a, b) => b.length - a.length);

/** The pages that hold every word of the query; when none does, those that come nearest. */
export function findPages(
  finder: PageFinder,
  { typed, plain }: Query,
  relations: readonly Relation[],
): PagesFound {
  // 《土地管理法》第四十七条 stands on walls as typed, and the law's own page says it in two places.
  const asRead = exactPages(finder, plain);
  const known = new Set(asRead.map(({ page }) => page.path));
  const asTyped = exactPages(finder, typed).filter(({ page }) => !known.has(page.path));
  const exact = [...asRead, ...asTyped];
  if (exact.length > 0) {
    return { hits: exact, isExact: true, phrases: longestFirst([...typed, ...plain]) };
  }
  const { hits, phrases } = nearestPages(finder, plain, relations);
  return { hits, isExact: false, phrases: longestFirst(phrases) };
}
