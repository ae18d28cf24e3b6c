const tell = (from: Element, words: string) => {
  const place = from.parentElement?.querySelector('[data-chart-told]');
  if (place) place.textContent = words;
};

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
}
