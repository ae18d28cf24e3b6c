import { paginateGroups, type GroupRow } from '../../model/print/paginateGroups.ts';

/** Where the parts of a wall on paper stand in the page. */
export interface SheetParts {
  /** Everything once, as it came with the page. */
  readonly source: HTMLElement;
  /** Takes the sheets. */
  readonly place: HTMLElement;
  /** A sheet with its head and foot. */
  readonly template: HTMLTemplateElement;
}

export interface SheetChoice {
  readonly table: 'full' | 'brief';
  /** Posts, rights and other exits stand at the end of a whole wall only. */
  readonly isWhole: boolean;
  readonly isShown: (risk: HTMLElement) => boolean;
  /** Stands in the head of each sheet; empty for a whole wall. */
  readonly partName: string;
}

/** Borders that lie between rows and are counted with none of them, in px. */
const slackPx = 3;

function newSheet({ template }: SheetParts): { sheet: HTMLElement; body: HTMLElement } {
  const sheet = template.content.querySelector('.form-sheet')?.cloneNode(true);
  const body = sheet instanceof HTMLElement ? sheet.querySelector<HTMLElement>('.form-body') : null;
  if (!(sheet instanceof HTMLElement) || !body) throw new Error('印张的样子没有写对');
  return { sheet, body };
}

/** Rows of the table that are printed; a step of which nothing is left goes with its risks. */
function chosenTable(parts: SheetParts, { table, isWhole, isShown }: SheetChoice): HTMLElement {
  const original = parts.source.querySelector(`[data-paper-table="${table}"]`);
  const copy = original?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error('没有这张表');
  if (isWhole) return copy;
  for (const group of Array.from(copy.querySelectorAll('tbody'))) {
    const risks = Array.from(group.querySelectorAll<HTMLElement>('[data-risk]'));
    const left = risks.filter(isShown);
    risks.filter((risk) => !left.includes(risk)).forEach((risk) => risk.remove());
    if (left.length === 0) group.remove();
  }
  return copy;
}

/** A row that names a step again on the sheet that it goes on to. */
function againRow(head: HTMLElement | undefined): HTMLElement | undefined {
  const row = head?.cloneNode(true);
  if (!(row instanceof HTMLElement)) return undefined;
  const name = row.querySelector('.wall-band-name');
  const cell = name?.parentElement;
  if (!name || !cell) return undefined;
  name.append('（续）');
  cell.replaceChildren(name);
  return row;
}

interface Measured {
  readonly rows: readonly HTMLElement[];
  readonly pages: ReturnType<typeof paginateGroups>;
  readonly room: number;
}

function measure(parts: SheetParts, table: HTMLElement): Measured {
  const { sheet, body } = newSheet(parts);
  sheet.classList.add('form-measure');
  body.append(table);
  parts.place.append(sheet);
  const rows = Array.from(table.querySelectorAll<HTMLElement>('tbody tr'));
  const heads = table.querySelector('thead')?.getBoundingClientRect().height ?? 0;
  const groupOf = (row: HTMLElement) => Number(row.closest('tbody')?.dataset['group'] ?? 0);
  const firstHead = rows.find((row) => row.dataset['head'] !== undefined);
  const again = againRow(firstHead);
  if (again) rows[0]?.parentElement?.append(again);
  const room = body.getBoundingClientRect().height - heads - slackPx;
  const pages = paginateGroups(
    rows.map((row): GroupRow => ({
      height: row.getBoundingClientRect().height,
      group: groupOf(row),
      isHead: row.dataset['head'] !== undefined,
    })),
    room,
    again?.getBoundingClientRect().height ?? 0,
  );
  again?.remove();
  sheet.remove();
  return { rows, pages, room };
}

/** Sheets of the table, each with the heads of the columns, rows whole. */
function tableSheets(parts: SheetParts, table: HTMLElement): HTMLElement[] {
  const { rows, pages } = measure(parts, table);
  const frame = table.cloneNode(true);
  if (!(frame instanceof HTMLElement)) return [];
  frame.querySelectorAll('tbody').forEach((group) => group.remove());
  const headOf = new Map<number, HTMLElement>();
  for (const row of rows) {
    if (row.dataset['head'] !== undefined)
      headOf.set(Number(row.closest('tbody')?.dataset['group'] ?? 0), row);
  }
  return pages.map(({ rows: numbers, continues }) => {
    const { sheet, body } = newSheet(parts);
    const part = frame.cloneNode(true);
    const group = document.createElement('tbody');
    const again = continues === undefined ? undefined : againRow(headOf.get(continues));
    if (again) group.append(again);
    for (const number of numbers) {
      const row = rows[number];
      if (row) group.append(row.cloneNode(true));
    }
    part.appendChild(group);
    body.append(part);
    return sheet;
  });
}

/** What stands after the table: onto its last sheet as long as there is room, then onto further ones. */
function layEnd(parts: SheetParts, sheets: HTMLElement[]): void {
  const end = parts.source.querySelector('[data-paper-end]');
  if (!end) return;
  let body = sheets[sheets.length - 1]?.querySelector<HTMLElement>('.form-body');
  const isFull = (one: HTMLElement) => one.scrollHeight > one.clientHeight;
  const begin = () => {
    const holder = document.createElement('div');
    holder.className = end.className;
    body?.append(holder);
    return holder;
  };
  let holder = begin();
  for (const section of Array.from(end.children)) {
    const copy = section.cloneNode(true);
    holder.append(copy);
    if (!body || !isFull(body)) continue;
    copy.parentNode?.removeChild(copy);
    const next = newSheet(parts);
    sheets.push(next.sheet);
    parts.place.append(next.sheet);
    body = next.body;
    holder = begin();
    holder.append(copy);
  }
}

/**
 * Lays a wall out on sheets of A4: the chart, the table, and what stands after it.
 * @returns how many sheets and risks there are.
 */
export function laySheets(
  parts: SheetParts,
  choice: SheetChoice,
): { readonly pages: number; readonly risks: number } {
  const { source, place } = parts;
  place.textContent = '';
  source.hidden = true;
  const table = chosenTable(parts, choice);
  const risks = new Set(
    Array.from(
      table.querySelectorAll<HTMLElement>('[data-risk]'),
      ({ dataset }) => dataset['risk'],
    ),
  );
  const chart = source.querySelector('[data-paper-chart]')?.cloneNode(true);
  const sheets = tableSheets(parts, table);
  place.append(...(chart ? [chart] : []), ...sheets);
  if (choice.isWhole) layEnd(parts, sheets);
  const all = Array.from(place.querySelectorAll<HTMLElement>('.form-sheet'));
  all.forEach((sheet, i) => {
    const number = sheet.querySelector('[data-sheet-number]');
    const part = sheet.querySelector('[data-sheet-part]');
    if (number) number.textContent = `第 ${i + 1} 页 共 ${all.length} 页`;
    if (part) part.textContent = choice.partName;
    sheet.setAttribute('aria-label', `第 ${i + 1} 页`);
  });
  return { pages: all.length, risks: risks.size };
}
