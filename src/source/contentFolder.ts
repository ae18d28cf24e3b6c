import { resolve } from 'node:path';

/**
 * The content folder: `content` beside the program, unless FANGKONG_CONTENT_DIR names another one
 * (the tests and the benchmark build sites from content of their own).
 */
export function contentFolder(): string {
  return resolve(process.env.FANGKONG_CONTENT_DIR ?? 'content');
}
