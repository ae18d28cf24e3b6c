import { copyText } from '../../browser/copyText.ts';
import { saveFile } from '../../browser/files.ts';
import { siteText } from '../../browser/siteText.ts';

/** Readable on a wall poster: three times the natural size. */
const pngScale = 3;

const tell = (from: Element, words: string) => {
  const place = from.parentElement?.querySelector('[data-chart-told]');
  if (place) place.textContent = words;
};

async function textOf(path: string): Promise<string> {
  const answer = await siteText(path);
  if (answer.status !== 'present') throw new Error(answer.status);
  return answer.text;
}

/**
 * @param path of the drawing on this site. It is drawn from its text: a picture from a disc makes a
 * canvas unreadable.
 */
async function pngOf(path: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await textOf(path))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * pngScale;
  canvas.height = image.naturalHeight * pngScale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))));
  });
}

/** Makes the buttons that copy the source and save a picture work. */
export function startChartFiles(): void {
  const copy = document.querySelector<HTMLElement>('[data-chart-source]');
  copy?.addEventListener('click', () => {
    textOf(copy.dataset['chartSource'] ?? '')
      .then((source) => {
        tell(copy, copyText(source) ? '已复制' : '没有复制成，请用旁边的下载。');
      })
      .catch(() => tell(copy, '源文件没有取到，请刷新后再试。'));
  });
  const png = document.querySelector<HTMLElement>('[data-chart-png]');
  png?.addEventListener('click', () => {
    pngOf(png.dataset['chartPng'] ?? '')
      .then((blob) => saveFile(png.dataset['name'] ?? 'chart.png', blob))
      .catch(() => tell(png, '图片没有存成，请用“下载 SVG”。'));
  });
}
