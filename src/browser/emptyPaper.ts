/** Said on paper in the place of a page that has nothing to print yet. */
const note =
  '这一页现在没有可以印的：请在页面上先选好、填好，再按页面上的打印按钮（“打印……”“抽题”“生成”以后才有纸样）。';

const isPrinted = (element: Element): boolean =>
  !element.closest('.no-print, .visually-hidden, .form-measure, noscript, script, style, [hidden]');

/** Whether any words of the page come onto paper. */
function hasWords(main: Element): boolean {
  const words = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const { textContent, parentElement } = words.currentNode;
    if (textContent?.trim() && parentElement && isPrinted(parentElement)) return true;
  }
  return false;
}

/**
 * Some views print only what a button lays out. Printed by the browser's own command before that,
 * they gave a blank sheet; now it says what to do.
 */
export function startEmptyPaperNote(): void {
  const main = document.querySelector('main');
  if (!main) return;
  let said: HTMLElement | undefined;
  window.addEventListener('beforeprint', () => {
    if (said || hasWords(main)) return;
    said = document.createElement('p');
    said.textContent = note;
    main.append(said);
  });
  window.addEventListener('afterprint', () => {
    said?.remove();
    said = undefined;
  });
}
