import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Attributes that lead somewhere, with their addresses. */
export function addressesIn(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) => match[1] ?? '');
}

const idsIn = (html: string) => new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]));

/** The file of the site that an address on a page leads to, whether it is there or not. */
export function pageAt(address: string, page: string): string {
  const asked = address.replace(/[?#].*/s, '');
  const path = /^[.]/.test(asked) ? join('/', dirname(page), asked) : asked;
  return path === '' ? page : join(path.replace(/^\//, ''), path.endsWith('/') ? 'index.html' : '');
}

export const pagesOf = (site: string): string[] =>
  readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));

/**
 * Links whose page or whose place on the page is not there, as `page → address`.
 * @param site folder of a site that was built for the root of a server.
 */
export function brokenLinks(site: string): string[] {
  const read = (name: string) => readFileSync(join(site, name), 'utf8');
  const knownIds = new Map<string, ReturnType<typeof idsIn>>();
  /** Ids of a page, read once: thousands of links lead to the same few walls. */
  const idsOf = (name: string) => {
    const ids = knownIds.get(name) ?? idsIn(read(name));
    knownIds.set(name, ids);
    return ids;
  };
  return pagesOf(site).flatMap((page) =>
    addressesIn(read(page)).flatMap((address) => {
      if (/^(?:data:|mailto:)/.test(address)) return [];
      const anchor = address.split('#')[1];
      const target = pageAt(address, page);
      const isThere = existsSync(join(site, target)) && (!anchor || idsOf(target).has(anchor));
      return isThere ? [] : [`${page} → ${address}`];
    }),
  );
}
