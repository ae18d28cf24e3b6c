import { lstatSync, rmSync, symlinkSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';

/**
 * Where builds leave things for the next one: under `node_modules/.cache`, unless FANGKONG_KEPT_DIR
 * names another folder (the tests do).
 */
export function keptFolder(): string {
  return process.env.FANGKONG_KEPT_DIR ?? 'node_modules/.cache/fangkongqiang';
}

/**
 * Has a program that is kept find its packages. Node looks for them in the folders above a program, and
 * above a kept folder outside of the project there are none.
 */
export function reachPackages(): void {
  const way = relative('.', keptFolder());
  if (!way.startsWith('..') && !isAbsolute(way)) return;
  const link = join(keptFolder(), 'node_modules');
  const found = lstatSync(link, { throwIfNoEntry: false });
  // A folder is somebody's own; a link may be ours, to where the project was.
  if (found && !found.isSymbolicLink()) return;
  rmSync(link, { force: true });
  // Of the kinds of links that Windows has, everybody may make this one.
  symlinkSync(resolve('node_modules'), link, 'junction');
}
