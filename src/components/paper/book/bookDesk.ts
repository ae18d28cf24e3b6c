import { readQuery } from '../../../browser/query.ts';
import { fetchPostList } from '../../../browser/postNames.ts';
import { onEveryPrint, printPage } from '../../../browser/print.ts';
import { bookSizes, isBookSize, type BookSize } from '../../../model/paper/book.ts';
import { takeQuery } from '../takeQuery.ts';
import { layBook, WallMissing, type BookChoice, type BookParts } from './layBook.ts';

interface Fields {
  readonly part: HTMLSelectElement;
  readonly form: HTMLSelectElement;
  readonly size: HTMLSelectElement;
  readonly year: HTMLInputElement;
  readonly walls: readonly HTMLInputElement[];
}

function fieldsOf(form: HTMLFormElement): Fields | undefined {
  const select = (name: string) => {
    const field = form.elements.namedItem(name);
    return field instanceof HTMLSelectElement ? field : undefined;
  };
  const [part, kind, size] = ['part', 'form', 'size'].map(select);
  const year = form.elements.namedItem('year');
  if (!part || !kind || !size || !(year instanceof HTMLInputElement)) return undefined;
  const walls = Array.from(form.querySelectorAll<HTMLInputElement>('input[name="wall"]'));
  return { part, form: kind, size, year, walls };
}

/** Which walls `all`, `lead-…` and `chosen` stand for is seen in the boxes. */
function tickWalls({ part, walls }: Fields): void {
  const { value } = part;
  if (value === 'chosen') return;
  const department = value.replace(/^lead-/, '');
  for (const wall of walls)
    wall.checked = value === 'all' || (wall.dataset['lead']?.split(' ') ?? []).includes(department);
}

/** A link or the print command says what is wanted; what it does not say stays as it is. */
function takeChoice(fields: Fields): void {
  const query = takeQuery([fields.part, fields.form, fields.size]);
  const year = query.get('year');
  fields.year.value = year !== null && /^\d{0,4}$/.test(year) ? year : fields.year.value;
  const wanted = query.get('walls')?.split(',');
  if (!wanted) return tickWalls(fields);
  fields.part.value = 'chosen';
  for (const wall of fields.walls) wall.checked = wanted.includes(wall.dataset['wall'] ?? '');
}

function choiceOf({ part, form, size, year, walls }: Fields): BookChoice {
  const chosen = walls.filter(({ checked }) => checked);
  const isAll = chosen.length === walls.length;
  const name = part.value === 'chosen' ? `${chosen.length} 面墙` : part.value.replace('lead-', '');
  return {
    walls: chosen.map(({ value, dataset }) => ({
      id: dataset['wall'] ?? '',
      slug: value,
      name: dataset['name'] ?? '',
    })),
    form: form.value === 'brief' ? 'brief' : 'full',
    size: sizeOf(size),
    year: year.value.trim(),
    partName: isAll ? '' : name,
  };
}

const sizeOf = ({ value }: HTMLSelectElement): BookSize => (isBookSize(value) ? value : 'a4');

const toldWhenReady = (pages: number, size: BookSize) =>
  `共 ${pages} 页，${Math.ceil(pages / 2)} 张。打印时纸选 ${size === 'a4' ? 'A4' : 'A5'}，比例 100%，不要页眉页脚；双面印选“${size === 'a4' ? '沿短边翻转' : '沿长边翻转'}”，订在左边。`;

/** The desk on which a handbook is put together, looked at and printed. */
export function startBookDesk(): void {
  const desk = document.querySelector<HTMLElement>('[data-book-desk]');
  const form = desk?.querySelector<HTMLFormElement>('[data-book-choice]');
  const source = desk?.querySelector<HTMLElement>('[data-book-source]');
  const place = desk?.querySelector<HTMLElement>('[data-book-sheets]');
  const template = desk?.querySelector<HTMLTemplateElement>('[data-book-template]');
  const told = desk?.querySelector<HTMLElement>('[data-book-told]');
  const list = desk?.querySelector<HTMLElement>('[data-book-walls]');
  const print = desk?.querySelector<HTMLButtonElement>('[data-book-print]');
  const fields = form ? fieldsOf(form) : undefined;
  if (!desk || !form || !source || !place || !template?.content) return;
  if (!told || !list || !print || !fields) return;
  const parts: BookParts = { source, place, template };
  source.hidden = true;
  fields.year.value = String(new Date().getFullYear());
  takeChoice(fields);
  list.hidden = fields.part.value !== 'chosen';

  /** Counts what was asked for: an answer to something older is thrown away. */
  let asked = 0;
  const lay = async () => {
    const mine = (asked += 1);
    const choice = choiceOf(fields);
    print.disabled = true;
    delete desk.dataset['bookReady'];
    if (choice.walls.length === 0) {
      told.textContent = '还没有选墙，至少选一面。';
      return;
    }
    const goOn = async (walls: number) => {
      told.textContent = `正在排版：${walls} / ${choice.walls.length} 面墙…`;
      // The words are seen, and the page answers, before the next wall is laid.
      await new Promise((done) => setTimeout(done));
      return mine === asked;
    };
    try {
      const pages = await layBook(parts, choice, await fetchPostList(), goOn);
      if (pages === undefined) return;
      told.textContent = toldWhenReady(pages, choice.size);
      print.disabled = false;
      desk.dataset['bookReady'] = String(pages);
    } catch (error) {
      place.textContent = '';
      if (!(error instanceof WallMissing)) throw error;
      told.textContent = `“${error.message}”这面墙没有取到，手册没有排成。看看网络和服务器，再按一次“排版”。`;
    }
  };

  onEveryPrint(() => bookSizes[sizeOf(fields.size)].page, 'form');
  form.addEventListener('change', ({ target }) => {
    if (target === fields.part) {
      tickWalls(fields);
      list.hidden = fields.part.value !== 'chosen';
    }
    // What lies there no longer is what was chosen.
    asked += 1;
    place.textContent = '';
    print.disabled = true;
    delete desk.dataset['bookReady'];
    told.textContent = '选好以后按“排版”，排好了再打印。';
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void lay();
  });
  print.addEventListener('click', printPage);
  if (new URLSearchParams(readQuery()).has('make')) void lay();
}
