import type { ListedFile } from '../../model/published/fileList.ts';
import { causeOf, type CheckedFiles, type FileFault } from '../../model/selfTest/fileFaults.ts';
import { ask, forEach } from './ask.ts';

/**
 * Fetches files and holds them against the list.
 * @param files those to fetch. @param total how many there are.
 * @param onFile is told how it stands after each file.
 * @param isStopped looked at before each file: what was compared by then counts.
 */
export async function checkFiles(
  files: readonly ListedFile[],
  total: number,
  onFile: (checked: CheckedFiles) => void = () => undefined,
  isStopped?: () => boolean,
): Promise<CheckedFiles> {
  const faults: FileFault[] = [];
  let checked = 0;
  await forEach(
    files,
    async (file) => {
      const [path] = file;
      const cause = causeOf(file, await ask(path));
      if (cause) faults.push({ path, cause });
      checked += 1;
      onFile({ checked, total, faults: [...faults] });
    },
    isStopped,
  );
  return { checked, total, faults };
}
