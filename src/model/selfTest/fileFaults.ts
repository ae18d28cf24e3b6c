import type { ListedFile } from '../published/fileList.ts';
import { notFoundFile } from '../server/serving.ts';
import { extensionOf, type Answer } from './answer.ts';

/** Why a file is not as it was published; each has another remedy. */
export type FileCause =
  'missing' | 'empty' | 'cut' | 'textMode' | 'inserted' | 'changed' | 'unanswered';

export interface FileFault {
  readonly path: string;
  readonly cause: FileCause;
}

/** Files of the list that were fetched and compared. */
export interface CheckedFiles {
  readonly checked: number;
  readonly total: number;
  readonly faults: readonly FileFault[];
}

/** Containers send the page for wrong addresses as such, also when it is asked for by its name. */
const isThere = (path: string, { status, isNotFoundPage }: Answer) =>
  status === 200 || (path === notFoundFile && status === 404 && isNotFoundPage);

/** What is the matter with a file, or nothing. A file packed twice is told of elsewhere. */
export function causeOf([path, bytes, sum]: ListedFile, answer: Answer): FileCause | undefined {
  if (answer.status === 0) return 'unanswered';
  if (!isThere(path, answer)) return 'missing';
  if (answer.isPackedTwice || (answer.sum === sum && answer.size === bytes)) return undefined;
  if (answer.size === 0) return 'empty';
  if (answer.isTextMode) return 'textMode';
  if (answer.size < bytes) return 'cut';
  // Gateways put scripts and frames into pages.
  return extensionOf(path) === 'html' && answer.size > bytes ? 'inserted' : 'changed';
}

const causeWords: Readonly<Record<FileCause, string>> = {
  missing: '没有',
  empty: '是空的',
  cut: '不全',
  textMode: '换行被改过',
  inserted: '多出了东西',
  changed: '内容不对',
  unanswered: '没有答',
};

/** In the order in which they are to be mended. */
const causeRemedies: Readonly<Record<FileCause, string>> = {
  missing:
    '把整个网站文件夹重新复制一遍；复制以后又不见的，是杀毒软件删的，把网站文件夹加进它的信任区。',
  empty: '看服务器的磁盘满了没有，再把整个网站文件夹重新复制一遍。',
  cut: '没有复制完，或者旁边压缩好的 .gz 坏了：把整个网站文件夹重新复制一遍，.gz 也要换。',
  textMode: '用 FTP 传的，改成二进制方式（binary）重新传一遍，不要用文本方式（ascii）。',
  inserted:
    '服务器前面的网关或者上网行为管理往网页里插了东西：在那台设备上对这个网址关掉，或者改用 https。',
  changed: '有人改过，或者几次的文件混在一起：把整个网站文件夹重新复制一遍。',
  unanswered: '看网线和网络；只有个别文件这样的，是中间的防火墙拦了，请管网络的人放行。',
};

const namedAtMost = 6;

/** `assets/a.js 没有；data/x.json 是空的；等 9 个`. */
export function faultList(faults: readonly FileFault[]): string {
  const named = faults
    .slice(0, namedAtMost)
    .map(({ path, cause }) => `${path} ${causeWords[cause]}`)
    .join('；');
  return faults.length > namedAtMost ? `${named}；等 ${faults.length} 个` : named;
}

/** What to mend, each cause once. */
export function faultRemedies(faults: readonly FileFault[]): string[] {
  const causes = new Set(faults.map(({ cause }) => cause));
  return (Object.keys(causeRemedies) as FileCause[])
    .filter((cause) => causes.has(cause))
    .map((cause) => causeRemedies[cause]);
}
