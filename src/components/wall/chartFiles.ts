import { isFolderEdition } from '../../browser/edition.ts';

const tell = (from: Element, words: string) => {
  const place = from.parentElement?.querySelector('[data-chart-told]');
  if (place) place.textContent = words;
};

const fileLinks = 'a[data-chart-file]';

/** Lets a link save its file: from a disc, browsers would show it in place of the page. */
function saveIt(link: HTMLAnchorElement): void {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    import('./chartCopies.ts')
      .then(({ saveSiteFile }) => saveSiteFile(link.dataset['chartFile'] ?? '', link.download))
      .catch(() => location.assign(link.href));
  });
}

/** Makes the buttons that copy the source and save a picture work. */
export function startChartFiles(): void {
  const copy = document.querySelector<HTMLElement>('[data-chart-source]');
  copy?.addEventListener('click', () => {
    import('./chartCopies.ts')
      .then(({ copyFile }) => copyFile(copy.dataset['chartSource'] ?? ''))
      .then((isCopied) => tell(copy, isCopied ? '已复制' : '没有复制成，请用旁边的下载。'))
      .catch(() => tell(copy, '源文件没有取到，请刷新后再试。'));
  });
  const png = document.querySelector<HTMLElement>('[data-chart-png]');
  png?.addEventListener('click', () => {
    import('./chartCopies.ts')
      .then(({ savePng }) => savePng(png.dataset['chartPng'] ?? '', png.dataset['name'] ?? ''))
      .catch(() => tell(png, '图片没有存成，请用“下载 SVG”。'));
  });
  if (isFolderEdition()) document.querySelectorAll<HTMLAnchorElement>(fileLinks).forEach(saveIt);
}
