import type { RegisterRow } from '../../model/register/rows.ts';
import { faultText } from '../../model/published/fetched.ts';
import { fetchData } from '../../browser/data.ts';
import { printOnce } from '../../browser/print.ts';

/** What stands in the form for a risk, by the key of its row. */
const fillings: Readonly<Record<string, (row: RegisterRow) => string>> = {
  risk: ({ id, title, wallName, stepName }) =>
    `${id.toUpperCase()} ${title}（${wallName}，第 ${stepName.replace(' ', ' 步')}）`,
  sign: ({ warningSign }) => warningSign,
  basis: ({ penalties }) => penalties,
};

/** The forms on the page of warnings: filled in from a risk when one is named, then printed. */
export function startWarningForms(): void {
  const input = document.querySelector<HTMLInputElement>('[data-warning-id]');
  const said = document.querySelector('[data-warning-said]');
  const print = document.querySelector('[data-warning-print]');
  const cells = Array.from(document.querySelectorAll<HTMLElement>('[data-warning-fill]'));
  if (!input || !said || !print) return;

  const fill = (row: RegisterRow | undefined) => {
    for (const cell of cells) {
      const text = row && fillings[cell.dataset['warningFill'] ?? '']?.(row);
      cell.textContent = text ?? '';
    }
  };
  input.addEventListener('change', () => {
    const id = input.value.normalize('NFKC').trim().toLowerCase();
    if (!id) {
      said.textContent = '';
      fill(undefined);
      return;
    }
    void fetchData('register').then((fetched) => {
      if (fetched.status === 'absent') {
        said.textContent = `风险点没有取到。${faultText(fetched.fault)}也可以印空白的用笔填。`;
        return;
      }
      const row = fetched.data.rows.find((one) => one.id === id);
      said.textContent = row
        ? `填上了“${row.title}”。`
        : '没有这个编号。编号像 W01-R07，印在墙上每条风险的前面。';
      if (row) fill(row);
    });
  });
  print.addEventListener('click', () => printOnce('A4 portrait', 'form'));
}
