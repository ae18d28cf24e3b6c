import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from '../source/contentFolder.ts';
import { withoutFields } from '../source/proseOnly.ts';
import { filesBelow } from './filesBelow.ts';

/** Of texts and files, each apart from the next. */
export function digest(...texts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('base64url');
}

/** All that decides how pages are made and read; what another program has kept is worth nothing. */
const sources = ['src', 'public', 'astro.config.mjs', 'tsconfig.json', 'package-lock.json'];

/** Changes with the program. */
export function programVersion(): string {
  const files = sources.flatMap(filesBelow);
  return digest(process.version, ...files.flatMap((file) => [file, readFileSync(file)]));
}

/**
 * Changes with all that is bundled: the program, the path under which the site stands, and the prose
 * of the content. The fields of walls are not bundled, see proseOnly.ts; those of plain pages are.
 */
export function bundleKey(program: string): string {
  const folder = contentFolder();
  const prose = filesBelow(folder)
    .filter((file) => file.endsWith('.mdx'))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return [file, file.startsWith(join(folder, 'walls')) ? withoutFields(text) : text];
    });
  const base = process.env.FANGKONG_BASE ?? '/';
  return digest(program, process.cwd(), folder, base, ...prose);
}
