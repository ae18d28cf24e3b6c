import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** As it stands in the page: without what is only for us to read. */
const script = readFileSync(new URL('./findHome.js', import.meta.url), 'utf8')
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/\r?\n\s*/g, '\n')
  .trim();

const hash = createHash('sha256').update(script).digest('base64');

/**
 * The page for addresses that are not there, with a script that finds the home page by itself, and a
 * policy that knows the script.
 * @param html with relative addresses.
 * @throws Error when the page is not built as expected: it would come without style.
 */
export function findingHome(html: string): string {
  const done = html
    .replace(
      /(http-equiv="content-security-policy" content="[^"]*script-src [^;"]*)/,
      `$1 'sha256-${hash}'`,
    )
    .replace(/<link\b/, `<script>${script}</script><link`);
  if (!done.includes(hash) || !done.includes(script))
    throw new Error('404.html 和程序想的不一样，重新运行 npm run build；还不行就找改程序的人。');
  return done;
}
