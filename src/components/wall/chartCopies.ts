import { copyText, saveFile, saveText } from '../../browser/files.ts';
import { siteText } from '../../browser/siteText.ts';

// Comes when a button is pressed: few press one, and every wall would carry it.

/** Readable on a wall poster: three times the natural size. */
const pngScale = 3;

/** @throws Error when the file cannot be had. */
async function textOf(path: string): Promise<string> {
  const answer = await siteText(path);
  if (answer.status !== 'present') throw new Error(answer.status);
  return answer.text;
}

/**
 * Copies a file of the site as text.
 * @returns whether the browser did it.
 * @throws Error when the file cannot be had.
 */
export const copyFile = async (path: string): Promise<boolean> => copyText(await textOf(path));

/** Saves a file of the site as it stands there. @throws Error when it cannot be had. */
export async function saveSiteFile(path: string, name: string): Promise<void> {
  saveText(name, await textOf(path), path.endsWith('.svg') ? 'image/svg+xml' : 'text/plain');
}

/**
 * Saves a drawing as a picture.
 * @param path of the drawing on this site. It is drawn from its text: a picture from a disc makes a
 * canvas unreadable.
 * @throws Error when it cannot be had or drawn.
 */
export async function savePng(path: string, name: string): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await textOf(path))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * pngScale;
  canvas.height = image.naturalHeight * pngScale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (!blob) throw new Error('no picture');
  saveFile(name, blob);
}
