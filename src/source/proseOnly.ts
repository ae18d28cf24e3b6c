import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { contentFolder } from './contentFolder.ts';

const head = /^---\r?\n[\s\S]*?\r?\n---(?=\r?\n|$)/;

/** The text of a content file with empty lines in the place of its fields. */
export const withoutFields = (text: string) =>
  text.replace(head, (fields) => `---${fields.replace(/[^\n]/g, '')}---`);

/**
 * Hands the bundler the prose of a content file without the fields above it: they have been read and
 * checked, and each wall's 90 KB of them would be parsed, bundled and loaded once more. Lines keep
 * their numbers, so that a message about the prose names the right one.
 */
export function proseOnly(): Plugin {
  return {
    name: 'prose-only',
    enforce: 'pre',
    load(id) {
      const [file = ''] = id.split('?');
      if (!file.endsWith('.mdx') || !file.startsWith(contentFolder())) return undefined;
      return withoutFields(readFileSync(file, 'utf8'));
    },
  };
}
