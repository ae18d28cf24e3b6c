import { beforeAll } from 'vitest';
import type { Files } from '../../../src/package/archive.ts';
import { readSite } from '../../../src/package/siteFiles.ts';
import { serveBroken, type Breakage } from './servers/broken.ts';

/** A site whose files are changed under the pages that are open, at one address. */
export interface UpgradableSite {
  readonly home: string;
  /** Puts other files in the place of those that are served. */
  put(edition: Edition): void;
}

/**
 * `old` and `new` differ by their stamps. `newer` keeps assessments in another schema besides.
 * `half`: pages of the old one, data of the new.
 */
export type Edition = 'old' | 'new' | 'newer' | 'half';

export const newStamp = 'f00df00d';

const isStamped = /\.(?:html|json)$/;

const restamped = (text: string) =>
  text
    .replace(/data-site-version="[^"]+"/, `data-site-version="${newStamp}"`)
    .replace(/"siteVersion":"[^"]+"/, `"siteVersion":"${newStamp}"`);

/** As the minifier writes the kind of assessments. */
const kindOfAssessments = /(name:([`'"])assessment\2,schema:)1(,migrations:)\{\}/;

function changedText(path: string, text: string, edition: Edition): string {
  if (edition === 'old') return text;
  if (edition === 'half') return path.endsWith('.json') ? restamped(text) : text;
  const stamped = isStamped.test(path) ? restamped(text) : text;
  return edition === 'newer' && path.endsWith('.js')
    ? stamped.replace(kindOfAssessments, '$12$3{1:(part,data)=>data}')
    : stamped;
}

/** Serves dist around the tests that follow. @param cacheControl of pages; else asked for each time. */
export function upgradableSite(pageCache?: string): UpgradableSite {
  let home = '';
  let edition: Edition = 'old';
  const reply: Breakage['reply'] = (plain, path) => {
    if (!/\.(?:html|json|js)$/.test(path)) return plain;
    const body = new TextEncoder().encode(
      changedText(path, new TextDecoder().decode(plain.body), edition),
    );
    // The two programs have files of the same names here.
    const cache = pageCache !== undefined && path.endsWith('.html') ? pageCache : 'no-cache';
    return { ...plain, body, headers: { ...plain.headers, 'cache-control': cache } };
  };
  beforeAll(async () => {
    const files: Files = readSite('dist');
    const patched = [...files].filter(
      ([path, bytes]) =>
        path.endsWith('.js') && kindOfAssessments.test(new TextDecoder().decode(bytes)),
    );
    if (patched.length === 0) throw new Error('认不出生成的程序里自查记录的版本');
    const server = await serveBroken(files, '/', { reply });
    home = server.home;
    return () => server.close();
  });
  return {
    get home() {
      return home;
    },
    put: (next) => {
      edition = next;
    },
  };
}
