import { beforeAll } from 'vitest';
import { serveSite } from './site.ts';

/** A site that is served while the tests of a file, or of one group in it, run. */
export interface ServedSite {
  /** Address of the home page, with the base path and a slash at the end. */
  readonly home: string;
}

/**
 * Serves a built site around the tests that follow. Its address is known when they run, not before.
 * @param base see `serveSite`, as for `policy`.
 */
export function servedSite(folder = 'dist', base?: string, policy?: string): ServedSite {
  let home = '';
  beforeAll(async () => {
    const site = await serveSite(folder, base, policy);
    home = site.home;
    return () => site.close();
  });
  return {
    get home() {
      return home;
    },
  };
}
