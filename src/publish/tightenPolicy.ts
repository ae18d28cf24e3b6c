import { createHash } from 'node:crypto';

const inline = /<(script|style)(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/\1>/g;

/** By text: what stands in one page mostly stands in the others too. */
const hashes = new Map<string, string>();

function hashOf(text: string): string {
  const hash = hashes.get(text) ?? createHash('sha256').update(text).digest('base64');
  hashes.set(text, hash);
  return hash;
}

/**
 * The page with only those hashes in its policy that something in it needs. Astro lists one for each
 * script and style sheet of the site, though files of our own are allowed as such; they weigh half a
 * kilobyte on every page, packed.
 */
export function tightenPolicy(html: string): string {
  const needed = new Set(Array.from(html.matchAll(inline), ([, , text = '']) => hashOf(text)));
  return html.replace(
    /(http-equiv="content-security-policy" content=")([^"]*)/,
    (_, head, policy) => {
      const kept = String(policy).replace(/ 'sha256-([^']+)'/g, (source, hash: string) =>
        needed.has(hash) ? source : '',
      );
      return `${String(head)}${kept}`;
    },
  );
}
