import type { Page } from './paginate.ts';

/** A piece of a paper that is never cut; heights in any one unit. */
export interface QuestionBlock {
  readonly height: number;
  /** Number of the question; a case has a block for each of its parts. */
  readonly question: number;
}

/** A sheet that is emptier than this looks forgotten. */
const mostEmpty = 1 / 3;

/**
 * What one would rather not see on paper, against each other: each outweighs all of the next. A case is
 * split only where a sheet would be emptier than that for keeping it whole: a third squared is less.
 */
const faults = { page: 1000, lonelyQuestion: 100, emptySheet: 10, splitQuestion: 0.12 } as const;

interface Rooms {
  readonly first: number;
  readonly other: number;
}

const sum = (blocks: readonly QuestionBlock[]) =>
  blocks.reduce((all, { height }) => all + height, 0);

/**
 * Spreads questions over as few pages as can be, none of them with a single question, all but the
 * last one full or nearly so, and a case on one page where that leaves no sheet too empty. Of the ways to break
 * the best is taken, looking back from the last page.
 * A block that is higher than a page stands alone on one.
 */
export function paginateQuestions(blocks: readonly QuestionBlock[], rooms: Rooms): Page[] {
  const isSingle = new Set(blocks.map(({ question }) => question)).size < 2;
  const faultsOf = (from: number, to: number): number => {
    const onPage = blocks.slice(from, to);
    const room = from === 0 ? rooms.first : rooms.other;
    const empty = Math.max(0, 1 - sum(onPage) / room);
    const isLonely = !isSingle && new Set(onPage.map(({ question }) => question)).size === 1;
    const isLast = to === blocks.length;
    return (
      faults.page +
      (isLonely ? faults.lonelyQuestion : 0) +
      (isLast ? 0 : empty * empty + (empty > mostEmpty ? faults.emptySheet : 0)) +
      (blocks[to]?.question === blocks[to - 1]?.question ? faults.splitQuestion : 0)
    );
  };
  /** For each block: the least faults of all pages from it on, and where the first of them ends. */
  const best: { readonly faults: number; readonly end: number }[] = [];
  best[blocks.length] = { faults: 0, end: blocks.length };
  for (let from = blocks.length - 1; from >= 0; from -= 1) {
    const room = from === 0 ? rooms.first : rooms.other;
    let found = { faults: Infinity, end: from + 1 };
    for (let to = from + 1; to <= blocks.length; to += 1) {
      if (to > from + 1 && sum(blocks.slice(from, to)) > room) break;
      const total = faultsOf(from, to) + (best[to]?.faults ?? 0);
      if (total < found.faults) found = { faults: total, end: to };
    }
    best[from] = found;
  }
  const pages: Page[] = [];
  for (let from = 0; from < blocks.length || pages.length === 0;) {
    const end = best[from]?.end ?? blocks.length;
    const rows = Array.from({ length: end - from }, (_, i) => from + i);
    pages.push({ rows, hasEnd: end === blocks.length });
    if (end === from) break;
    from = end;
  }
  return pages;
}
