/** What is in the reader's hands first: the frame of every page, and the page of a wall. */
const firstNeeded = /[\\/]src[\\/](?:layouts[\\/]siteFrame|pages[\\/]walls[\\/]_wallPage)\.ts$/;

interface Modules {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

function isFirstNeeded(id: string, modules: Modules, seen: Set<string>): boolean {
  if (firstNeeded.test(id)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  const importers = modules.getModuleInfo(id)?.importers ?? [];
  return importers.some((importer) => isFirstNeeded(importer, modules, seen));
}

/**
 * Puts into one file what the first scripts share with others: the bundler would make a file of each,
 * and each is a request before the page can be used.
 * @returns the name of the file for a module of them, else nothing.
 */
export function commonChunk(id: string, modules: Modules): string | undefined {
  const isHelper = id.includes('vite/preload-helper');
  return isHelper || isFirstNeeded(id, modules, new Set()) ? 'common' : undefined;
}
