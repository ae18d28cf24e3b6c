import { bytesFingerprint } from '../text/bytesFingerprint.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { dataPath } from './dataFiles.ts';

/** A file of the site as it was published: its path from the home page, its length, its sum. */
export type ListedFile = readonly [path: string, bytes: number, sum: string];

export interface FileList {
  /** Sorted by path; without the list itself, and without what is there for the server alone. */
  readonly files: readonly ListedFile[];
}

/** Where the list stands. */
export const fileListPath = dataPath('files');

type Contents = Iterable<readonly [path: string, bytes: Uint8Array]>;

const byPath = ([a]: ListedFile, [b]: ListedFile) => (a < b ? -1 : a > b ? 1 : 0);

/** A file as the list has it. */
export const listedFile = (path: string, bytes: Uint8Array): ListedFile => [
  path,
  bytes.length,
  bytesFingerprint(bytes),
];

/** The list of all files of a site. */
export const fileListOf = (files: Contents): FileList => withListed({ files: [] }, files);

/** The list with some files as they are now. */
export function withListed(list: FileList, files: Contents): FileList {
  const rows = new Map(list.files.map((row) => [row[0], row]));
  for (const [path, bytes] of files) {
    if (path === fileListPath) continue;
    rows.set(path, listedFile(path, bytes));
  }
  return { files: [...rows.values()].sort(byPath) };
}

/** Eight hexadecimal digits that change with every file of the site. */
export const fileListSum = ({ files }: FileList): string =>
  fingerprint(files.map((row) => row.join(' ')).join('\n'));
