import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPrinted, type PrintedFile } from '../model/paper/printedFiles.ts';
import { dataPath, type DataFiles } from '../model/published/dataFiles.ts';
import { withListed } from '../model/published/fileList.ts';

/** Writes down anew what these files of the site now hold: the self-test compares them. */
function listAgain(built: string, paths: readonly string[]): void {
  const place = join(built, dataPath('files'));
  const list = JSON.parse(readFileSync(place, 'utf8')) as DataFiles['files'];
  const files = paths.map((path) => [path, readFileSync(join(built, path))] as const);
  writeFileSync(place, JSON.stringify({ ...list, ...withListed(list, files) }));
}

/**
 * Puts a PDF beside the site and writes it down where its pages look for it. On the server its name
 * is of plain letters, as some know no others; whoever saves it gets the Chinese one.
 * @param built folder of the built site.
 * @param file the PDF as it was made.
 */
export function linkPrinted(
  built: string,
  file: string,
  printed: Omit<PrintedFile, 'bytes'>,
): void {
  mkdirSync(join(built, 'print'), { recursive: true });
  copyFileSync(file, join(built, printed.path));
  const list = join(built, dataPath('printed'));
  const data = JSON.parse(readFileSync(list, 'utf8')) as DataFiles['printed'];
  const files = withPrinted(data.files, { ...printed, bytes: statSync(file).size });
  writeFileSync(list, JSON.stringify({ ...data, files }));
  listAgain(built, [printed.path, dataPath('printed')]);
}
