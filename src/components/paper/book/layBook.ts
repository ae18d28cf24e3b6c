import { fetchPage } from '../../../browser/pageParts.ts';
import { indexByPost, type BookSize } from '../../../model/paper/book.ts';
import type { PostList } from '../../../model/post/postList.ts';
import { laySheets } from '../laySheets.ts';
import { layFlow, type FlowSheet } from './layFlow.ts';
import { splitChart } from './splitChart.ts';

/** Where the parts of the handbook stand in the page. */
export interface BookParts {
  readonly source: HTMLElement;
  readonly place: HTMLElement;
  /** A sheet of running text with its head and foot. */
  readonly template: HTMLTemplateElement;
}

export interface BookWall {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

export interface BookChoice {
  readonly walls: readonly BookWall[];
  readonly form: 'full' | 'brief';
  readonly size: BookSize;
  /** Of the cover; empty leaves it out. */
  readonly year: string;
  /** Which walls the book holds, when not all. */
  readonly partName: string;
}

interface Chapter {
  readonly title: string;
  readonly isWall: boolean;
  readonly sheets: readonly HTMLElement[];
}

/** Columns of running text. */
const columnsOn: Readonly<Record<BookSize, number>> = { a4: 2, a5: 1 };

/** A wall whose sheets the server did not give. */
export class WallMissing extends Error {}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: readonly (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

function textSheet({ template, place }: BookParts, running: string): FlowSheet {
  const sheet = template.content.querySelector('.form-sheet')?.cloneNode(true);
  const body = sheet instanceof HTMLElement ? sheet.querySelector<HTMLElement>('.form-body') : null;
  if (!(sheet instanceof HTMLElement) || !body) throw new Error('手册的印张没有写对');
  const head = sheet.querySelector('[data-book-running]');
  if (head) head.textContent = running;
  place.append(sheet);
  return { sheet, body };
}

/** A chapter of running text; its title stands above the first column. */
function layText(
  parts: BookParts,
  { size }: BookChoice,
  title: string,
  blocks: readonly HTMLElement[],
): Chapter {
  const heading = make('h2', 'book-chapter-title', title);
  heading.dataset['withNext'] = '';
  const sheets = layFlow([heading, ...blocks], columnsOn[size], () => textSheet(parts, title));
  return { title, isWall: false, sheets };
}

function laySource(parts: BookParts, choice: BookChoice, name: string): Chapter {
  const chapter = parts.source.querySelector(`[data-book-chapter="${name}"]`);
  const title = chapter?.querySelector('h2')?.textContent ?? '';
  const blocks = Array.from(chapter?.querySelectorAll<HTMLElement>('[data-block]') ?? []);
  return layText(parts, choice, title, blocks);
}

/** Of the laws, what the walls of the book cite. */
function layLaws(parts: BookParts, choice: BookChoice): Chapter {
  const held = new Set(choice.walls.map(({ id }) => id));
  const chapter = parts.source.querySelector('[data-book-chapter="laws"]')?.cloneNode(true);
  if (!(chapter instanceof HTMLElement)) throw new Error('手册没有工作依据');
  for (const place of Array.from(chapter.querySelectorAll<HTMLElement>('[data-cited-by]')))
    if (!held.has(place.dataset['citedBy'] ?? '')) place.remove();
  for (const places of Array.from(chapter.querySelectorAll('.book-where')))
    if (places.children.length === 0) places.closest('[data-block]')?.remove();
  const blocks = Array.from(chapter.querySelectorAll<HTMLElement>('[data-block]'));
  const isHead = (block: HTMLElement | undefined) => block?.dataset['withNext'] !== undefined;
  const left = blocks.filter(
    (block, i) => !isHead(block) || (i + 1 < blocks.length && !isHead(blocks[i + 1])),
  );
  return layText(parts, choice, chapter.querySelector('h2')?.textContent ?? '', left);
}

/** The pair of a wall, as its own page prints it. */
async function layWall(
  { place }: BookParts,
  { form, size }: BookChoice,
  { slug, name }: BookWall,
): Promise<Chapter> {
  const page = await fetchPage(`walls/${slug}/print/`);
  const source = page?.querySelector<HTMLElement>('[data-paper-source]');
  const template = page?.querySelector<HTMLTemplateElement>('[data-paper-template]');
  if (!source || !template) throw new WallMissing(name);
  const holder = make('div', 'book-chapter');
  place.append(holder);
  laySheets(
    { source, template, place: holder },
    { table: form, isWhole: true, isShown: () => true, partName: '' },
  );
  // The outline of the PDF is made of headings.
  const title = holder.querySelector('.form-title');
  title?.replaceWith(make('h2', title.className, title.textContent ?? name));
  const chart = holder.querySelector<HTMLElement>('.wall-chart-sheet');
  if (chart && size === 'a5') splitChart(chart);
  return { title: name, isWall: true, sheets: Array.from(holder.querySelectorAll('.form-sheet')) };
}

/** Lines of the table of contents; the page numbers are filled in when they are known. */
function layContents(parts: BookParts, choice: BookChoice, titles: readonly string[]): Chapter {
  const lines = titles.map((title, i) => {
    const link = make('a', 'book-row', make('span', '', title), make('span', 'book-page'));
    link.href = `#chapter-${i + 1}`;
    return link;
  });
  return layText(parts, choice, '目录', lines);
}

/** The pages on which the risks of each post stand, by its number in the list. */
function pagesOfPosts(pages: ReadonlyMap<HTMLElement, number>): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  for (const [sheet, page] of pages) {
    for (const risk of Array.from(sheet.querySelectorAll<HTMLElement>('[data-risk][data-post]'))) {
      for (const number of risk.dataset['post']?.split(' ').filter(Boolean) ?? []) {
        const known = found.get(Number(number)) ?? new Set<number>();
        found.set(Number(number), known.add(page));
      }
    }
  }
  return found;
}

function layIndex(
  parts: BookParts,
  choice: BookChoice,
  list: PostList,
  pages: ReadonlyMap<HTMLElement, number>,
): Chapter {
  const blocks = indexByPost(list, pagesOfPosts(pages)).map(({ department, posts }) =>
    make(
      'div',
      '',
      make('p', '', make('b', '', department)),
      ...posts.map((post) =>
        make('p', 'book-row', make('span', '', post.name), make('span', '', post.pages)),
      ),
    ),
  );
  return layText(parts, choice, '按岗位查页', blocks);
}

/** Gives each sheet its number; chapters begin on the right, so a blank sheet may stand before them. */
function numberSheets(chapters: readonly Chapter[]): Map<HTMLElement, number> {
  const pages = new Map<HTMLElement, number>();
  let last = 0;
  for (const { sheets } of chapters) {
    const [first] = sheets;
    if (!first) continue;
    if (last % 2 === 1) {
      last += 1;
      const size = first.classList.contains('book-cover') ? '' : 'wall-sheet';
      first.before(make('section', `form-sheet is-landscape ${size} book-blank`));
    }
    for (const sheet of sheets) pages.set(sheet, (last += 1));
  }
  return pages;
}

/** Writes the numbers on the sheets and into the contents, and turns the margins of left pages. */
function writeNumbers(
  chapters: readonly Chapter[],
  contents: Chapter,
  pages: ReadonlyMap<HTMLElement, number>,
): number {
  const last = Math.max(...pages.values());
  for (const [sheet, page] of pages) {
    sheet.classList.toggle('is-left', page % 2 === 0);
    sheet.setAttribute('aria-label', `第 ${page} 页`);
    const number = sheet.querySelector('[data-sheet-number]');
    if (number) number.textContent = `第 ${page} 页 共 ${last} 页`;
  }
  const lines = contents.sheets.flatMap((sheet) =>
    Array.from(sheet.querySelectorAll<HTMLElement>('.book-page')),
  );
  chapters.forEach(({ sheets: [first] }, i) => {
    const line = lines[i];
    if (!line || !first) return;
    first.id = `chapter-${i + 1}`;
    line.textContent = String(pages.get(first) ?? '');
  });
  return last;
}

/**
 * Lays the handbook: cover, contents, how to read, walls, posts, mechanisms, laws, index by post.
 * @param goOn is told how many walls stand; false ends the work.
 * @returns how many sheets there are; undefined when it was ended.
 * @throws WallMissing when the sheets of a wall cannot be had.
 */
export async function layBook(
  parts: BookParts,
  choice: BookChoice,
  list: PostList,
  goOn: (walls: number) => Promise<boolean>,
): Promise<number | undefined> {
  const { place, source } = parts;
  place.textContent = '';
  place.className = `wall-sheets book is-${choice.size}`;
  source.hidden = true;
  const cover = source.querySelector('[data-book-cover]')?.cloneNode(true);
  if (!(cover instanceof HTMLElement)) throw new Error('手册没有封面');
  for (const [name, text] of [
    ['part', choice.partName],
    ['year', choice.year && `${choice.year} 年`],
  ] as const) {
    const line = cover.querySelector(`[data-book-${name}]`);
    if (line) line.textContent = text;
  }
  place.append(cover);
  const walls = choice.walls.map(({ name }) => name);
  const titleOf = (name: string) =>
    source.querySelector(`[data-book-chapter="${name}"] h2`)?.textContent ?? '';
  const back = ['posts', 'mechanisms'];
  const titles = [titleOf('guide'), ...walls, ...[...back, 'laws'].map(titleOf), '按岗位查页'];
  const contents = layContents(parts, choice, titles);
  const chapters: Chapter[] = [laySource(parts, choice, 'guide')];
  for (const [i, wall] of choice.walls.entries()) {
    if (!(await goOn(i))) return undefined;
    chapters.push(await layWall(parts, choice, wall));
  }
  if (!(await goOn(choice.walls.length))) return undefined;
  chapters.push(...back.map((name) => laySource(parts, choice, name)), layLaws(parts, choice));
  const front: Chapter[] = [{ title: '', isWall: false, sheets: [cover] }, contents];
  // The index comes last, so that it moves none of the pages that it names.
  const known = numberSheets([...front, ...chapters]);
  chapters.push(layIndex(parts, choice, list, known));
  place.querySelectorAll('.book-blank').forEach((blank) => blank.remove());
  return writeNumbers(chapters, contents, numberSheets([...front, ...chapters]));
}
