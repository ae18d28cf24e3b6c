import {
  dataPath,
  type DataFiles,
  type DataName,
  type DataPart,
} from '../model/published/dataFiles.ts';
import { isOfOtherSite, type Fetched } from '../model/published/fetched.ts';
import { isFolderEdition } from './edition.ts';
import { showOutdated } from './outdatedNotice.ts';
import { siteText } from './siteText.ts';

/** Files that this page has fetched, by path. What went wrong is not kept: the next try may do. */
const fetching = new Map<string, Promise<Fetched<unknown>>>();

/** The publication that this page belongs to; the layout writes it down. */
const pageVersion = () => document.documentElement.dataset['siteVersion'];

async function request(path: string, cache: RequestCache): Promise<Fetched<unknown>> {
  const answer = await siteText(path, cache);
  switch (answer.status) {
    case 'refused':
      return {
        status: 'absent',
        fault: { cause: 'refused', path, httpStatus: answer.httpStatus },
      };
    case 'network':
      return { status: 'absent', fault: { cause: 'network', path } };
    case 'missing':
      return { status: 'absent', fault: { cause: 'folder', path } };
  }
  try {
    return { status: 'present', data: JSON.parse(answer.text) as unknown };
  } catch {
    return { status: 'absent', fault: { cause: 'unreadable', path } };
  }
}

async function fetchOfThisSite(path: string): Promise<Fetched<unknown>> {
  const isOther = (fetched: Fetched<unknown>) =>
    fetched.status === 'present' && isOfOtherSite(fetched.data, pageVersion());
  const first = await request(path, 'default');
  if (!isOther(first)) return first;
  // Nothing lies between the page and its folder: files of two versions stand in it.
  if (isFolderEdition()) return { status: 'absent', fault: { cause: 'folder', path } };
  // The file may be the old one, from the browser's own cache: asked for once more, past it.
  const second = await request(path, 'reload');
  if (!isOther(second)) return second;
  showOutdated();
  return { status: 'absent', fault: { cause: 'outdated' } };
}

/**
 * Fetches a data file of the site, once for the life of the page. It never rejects: what went wrong
 * is told by cause.
 * @param part which one, for names with a `*`.
 */
export function fetchData<K extends DataName>(
  name: K,
  ...part: DataPart<K>
): Promise<Fetched<DataFiles[K]>> {
  const path = dataPath(name, ...part);
  const known = fetching.get(path) as Promise<Fetched<DataFiles[K]>> | undefined;
  if (known) return known;
  const fetched = fetchOfThisSite(path);
  fetching.set(path, fetched);
  void fetched.then(({ status }) => {
    if (status === 'absent') fetching.delete(path);
  });
  return fetched as Promise<Fetched<DataFiles[K]>>;
}
