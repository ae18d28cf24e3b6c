import { resolve } from 'node:path';
import { fingerprint } from '../model/text/fingerprint.ts';

/**
 * The content folder: `content` beside the program, unless FANGKONG_CONTENT_DIR names another one
 * (the tests and the benchmark build sites from content of their own).
 */
export function contentFolder(): string {
  return resolve(process.env.FANGKONG_CONTENT_DIR ?? 'content');
}

/**
 * Where Astro keeps what it read last time. Each content folder has a cache of its own, or the pages
 * of one bureau would come back in the site of another.
 */
export function contentCache(): string {
  return process.env.FANGKONG_CONTENT_DIR
    ? `./node_modules/.cache/astro-${fingerprint(contentFolder())}`
    : './node_modules/.astro';
}
