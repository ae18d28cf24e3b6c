import { articleLabel } from '../law/citation.ts';
import { stepAnchor } from '../wall/wall.ts';
import type { FinderWall } from './finderIndex.ts';

/** A part of a page that can be led to; the first part of a page may have no anchor of its own. */
export type PageSection = readonly [anchor: string, heading: string, text: string];

/** A page as the search reads it. */
export interface PageText {
  /** From the home page: `laws/tudi-guanli-fa/`. */
  readonly path: string;
  readonly title: string;
  /** 防控墙, 法律, 指南 or 页面. */
  readonly kind: string;
  /** What the page is about, where that is a wall. */
  readonly powerClasses: readonly string[];
  readonly sections: readonly PageSection[];
}

/**
 * One of the files with the texts of all pages. What the risks say is not among it: the finder has
 * that word for word.
 */
export interface PageTexts {
  readonly partCount: number;
  readonly pages: readonly PageText[];
}

/** Characters of text in one file: some milliseconds to prepare on a slow machine. */
const charactersPerPart = 60_000;

/** The headings of the steps by their anchors: who has the walls need not fetch them again. */
export type StepHeadings = ReadonlyMap<string, string>;

/** @param walls as the first file of the search has them. */
export const stepHeadings = (
  walls: readonly Pick<FinderWall, 'steps' | 'stepIds'>[],
): StepHeadings =>
  new Map(
    walls.flatMap(({ steps, stepIds }) =>
      stepIds.map((id, i) => [stepAnchor(id), `第 ${i + 1} 步${steps[i] ?? ''}`] as const),
    ),
  );

/** The heading that an anchor tells: `article-47` → 第四十七条; there are thousands of them. */
function toldHeading(anchor: string, steps: StepHeadings): string | undefined {
  const article = /^article-(\d+(?:-\d+)?)$/.exec(anchor)?.[1];
  return article === undefined ? steps.get(anchor) : articleLabel(article);
}

const packed = (page: PageText, steps: StepHeadings): PageText => ({
  ...page,
  sections: page.sections.map(([anchor, heading, text]) => [
    anchor,
    heading === toldHeading(anchor, steps) ? '' : heading,
    text,
  ]),
});

/** A page out of one of the files, with the headings that were left out there. */
export const unpacked = (page: PageText, steps: StepHeadings): PageText => ({
  ...page,
  sections: page.sections.map(([anchor, heading, text]) => [
    anchor,
    heading || (toldHeading(anchor, steps) ?? ''),
    text,
  ]),
});

const lengthOf = ({ sections }: PageText) =>
  sections.reduce((sum, [, heading, text]) => sum + heading.length + text.length, 0);

/** All pages, cut into files of about the same size; `unpacked` reads them. */
export function pageParts(pages: readonly PageText[], steps: StepHeadings): PageTexts[] {
  const parts: PageText[][] = [[]];
  let length = 0;
  for (const page of pages) {
    if (length > charactersPerPart) {
      parts.push([]);
      length = 0;
    }
    parts[parts.length - 1]?.push(packed(page, steps));
    length += lengthOf(page);
  }
  return parts.map((part) => ({ partCount: parts.length, pages: part }));
}
