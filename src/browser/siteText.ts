import { carrierOf, fileHook } from '../model/published/carrier.ts';
import { namingFile } from '../model/published/folderEdition.ts';
import { isFolderEdition } from './edition.ts';
import { siteAddress } from './siteBase.ts';

/** How the texts of the site are got, by fetch or from a folder: here, and nowhere else. */

export type SiteText =
  | { readonly status: 'present'; readonly text: string }
  /** The server answered, but not with the file. */
  | { readonly status: 'refused'; readonly httpStatus: number }
  /** No answer at all, or one that broke off. */
  | { readonly status: 'network' }
  /** The folder does not hold it, or not whole. */
  | { readonly status: 'missing' };

/** What carriers have brought, until the page takes it. */
const arrived = new Map<string, string>();

function takeIn(): void {
  (globalThis as Record<string, unknown>)[fileHook] = (path: string, text: string) =>
    arrived.set(path, text);
}

function fromFolder(path: string): Promise<SiteText> {
  const name = namingFile(path);
  takeIn();
  return new Promise((resolve) => {
    const script = document.createElement('script');
    const end = () => {
      script.remove();
      const text = arrived.get(name);
      arrived.delete(name);
      resolve(text === undefined ? { status: 'missing' } : { status: 'present', text });
    };
    script.addEventListener('load', end);
    script.addEventListener('error', end);
    script.src = siteAddress(carrierOf(name));
    document.head.append(script);
  });
}

async function fromServer(path: string, cache: RequestCache): Promise<SiteText> {
  try {
    const response = await fetch(siteAddress(path), { cache });
    if (!response.ok) return { status: 'refused', httpStatus: response.status };
    return { status: 'present', text: await response.text() };
  } catch {
    return { status: 'network' };
  }
}

/**
 * The text of a file of the site. It never rejects: what went wrong is told. In the folder edition
 * those files can be had for which the package made a carrier, see src/package/folder/carriers.ts.
 * @param path from the home page: `data/posts.json`, or of a page, `walls/x/print/`.
 */
export function siteText(path: string, cache: RequestCache = 'default'): Promise<SiteText> {
  return isFolderEdition() ? fromFolder(path) : fromServer(path, cache);
}
