import { saveText } from '../../browser/files.ts';
import { localToday } from '../../model/text/dates.ts';
import {
  reviewDaysText,
  reviewStateNames,
  reviewStateOf,
  reviewSummary,
} from '../../model/wall/reviews.ts';

/** Column widths of the workbook, in characters. */
const sheetWidths = [8, 34, 24, 8, 12, 12, 14, 12];

const cellsOf = (row: HTMLTableRowElement) =>
  Array.from(row.cells, ({ textContent }) => textContent.trim());

/** The page is made on one day and read on another: what is due is told for the day of reading. */
function tellToday(place: HTMLElement, rows: readonly HTMLTableRowElement[], today: string): void {
  for (const row of rows) {
    const date = row.dataset['review'] ?? '';
    const state = reviewStateOf(date, today);
    const cells = Array.from(row.cells);
    const [stateCell, daysCell] = cells.slice(-2);
    row.dataset['state'] = state;
    if (stateCell) stateCell.textContent = reviewStateNames[state];
    if (daysCell) daysCell.textContent = reviewDaysText(date, today);
  }
  const summary = reviewSummary(
    rows.map(({ dataset }) => dataset['review'] ?? ''),
    today,
  );
  const tell = (selector: string, text: string) => {
    const told = place.querySelector(selector);
    if (told) told.textContent = text;
  };
  tell('[data-review-summary]', summary);
  tell('[data-review-day]', today);
}

/** Saves the rows that are shown, as they are shown. */
async function save(kind: string, head: string[], rows: string[][], today: string): Promise<void> {
  const name = `防控墙复核期限-${today}.${kind}`;
  if (kind === 'xlsx') {
    const { saveWorkbook } = await import('../../browser/spreadsheet.ts');
    await saveWorkbook(name, { name: '复核期限', widths: sheetWidths, head, rows });
    return;
  }
  const { csvText } = await import('../../model/text/csv.ts');
  saveText(name, csvText([head, ...rows]), 'text/csv');
}

/** The list of reviews: told for today, narrowed by state and department, saved as a table. */
export function startReviewList(): void {
  const place = document.querySelector<HTMLElement>('[data-reviews]');
  const form = place?.querySelector('form');
  const count = place?.querySelector('[data-review-count]');
  if (!place || !form || !count) return;
  const today = localToday();
  const rows = Array.from(place.querySelectorAll<HTMLTableRowElement>('tbody tr'));
  const head = Array.from(place.querySelectorAll('thead th'), ({ textContent }) =>
    textContent.trim(),
  );
  tellToday(place, rows, today);
  const shown = () => rows.filter(({ hidden }) => !hidden);
  const apply = () => {
    const chosen = new FormData(form);
    const state = chosen.get('state');
    const department = String(chosen.get('department') ?? '');
    for (const row of rows) {
      const { dataset } = row;
      const isOfState = !state || dataset['state'] === state;
      const isOfDepartment =
        department === '' || (dataset['departments']?.split(' ') ?? []).includes(department);
      row.hidden = !(isOfState && isOfDepartment);
    }
    const { length } = shown();
    count.textContent =
      length === rows.length ? `共 ${length} 面` : `符合的 ${length} 面，共 ${rows.length} 面`;
  };
  form.addEventListener('change', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const button of Array.from(form.querySelectorAll<HTMLElement>('[data-review-save]'))) {
    button.addEventListener('click', () => {
      save(button.dataset['reviewSave'] ?? 'csv', head, shown().map(cellsOf), today).catch(() => {
        count.textContent = '文件没有做成，请刷新页面后再试；也可以存为 CSV。';
      });
    });
  }
  // A form that the browser has filled in again after Back.
  apply();
}
