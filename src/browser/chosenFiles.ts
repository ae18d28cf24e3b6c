import { mostFiles } from '../model/rollup/files.ts';

/** A file and the folders that it lay in. */
export interface ChosenFile {
  readonly path: string;
  readonly file: File;
}

/** The files of a field; one of folders gives their paths. */
export function filesOfField(input: HTMLInputElement): ChosenFile[] {
  return Array.from(input.files ?? [], (file) => ({
    path: file.webkitRelativePath || file.name,
    file,
  }));
}

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File | undefined>((resolve) => entry.file(resolve, () => resolve(undefined)));

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A folder is read in pieces of a hundred: it is at its end when nothing more comes. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0 || all.length > mostFiles) return all;
    all.push(...some);
  }
}

/**
 * What was dropped, folders with everything in them. It must be called within the event: what was
 * dropped is gone after it.
 * @returns at most one more than `mostFiles`.
 */
export async function filesOfDrop(transfer: DataTransfer | null): Promise<ChosenFile[]> {
  const items = Array.from(transfer?.items ?? []).filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry());
  const loose = Array.from(transfer?.files ?? []);
  if (entries.every((entry) => !entry)) return loose.map((file) => ({ path: file.name, file }));
  const found: ChosenFile[] = [];
  const queue = entries.flatMap((entry) => entry ?? []);
  for (let entry = queue.shift(); entry && found.length <= mostFiles; entry = queue.shift()) {
    if (isFolder(entry)) {
      queue.unshift(...(await entriesOf(entry)));
    } else {
      const file = await fileOf(entry as FileSystemFileEntry);
      if (file) found.push({ path: entry.fullPath.replace(/^\//, ''), file });
    }
  }
  return found;
}
