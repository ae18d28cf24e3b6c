import { saveWorkbook } from '../../browser/spreadsheet.ts';

const widths = [16, 18, 10, 14, 8, 8, 8, 14];

/** On the page of the catalogue: prints it, saves it as a workbook. */
export function startPostCatalogue(): void {
  document.querySelector('[data-print]')?.addEventListener('click', () => window.print());
  const button = document.querySelector<HTMLButtonElement>('[data-save-table]');
  const table = document.querySelector<HTMLElement>('[data-table]');
  const said = document.querySelector('[data-save-said]');
  if (!button || !table || !said) return;
  button.addEventListener('click', () => {
    const [head = [], ...rows] = JSON.parse(table.dataset['table'] ?? '[]') as (
      string | number
    )[][];
    const name = `${button.dataset['file'] ?? '岗位廉政风险等级目录'}.xlsx`;
    button.disabled = true;
    saveWorkbook(name, { name: '岗位廉政风险等级目录', widths, head: head.map(String), rows })
      .then(() => (said.textContent = `已交给浏览器保存：${name}`))
      .catch(() => (said.textContent = '没有存成，请再点一次；也可以直接打印。'))
      .finally(() => (button.disabled = false));
  });
}
