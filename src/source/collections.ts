import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { ContentError, formatReport } from '../model/problem/problem.ts';
import type { ContentSet } from '../model/content/contentSet.ts';
import { contentFolder } from './contentFolder.ts';
import { localToday } from '../model/text/dates.ts';
import { readContent, type ReadContent } from './readContent.ts';

/** The collections whose files the bureau writes as data. */
type DataCollection =
  | 'walls'
  | 'laws'
  | 'bureau'
  | 'synonyms'
  | 'letters'
  | 'quizzes'
  | 'exam'
  | 'mechanismDocuments'
  | 'mechanismCatalog'
  | 'supervision'
  | 'technology'
  | 'results';

function entriesOf(content: ContentSet, collection: DataCollection) {
  const found = content[collection];
  if (found === undefined) return [];
  return 'data' in found ? [found] : found;
}

/** What the folder's files are, by name, size and time: the same text means the same content. */
function stateOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const { mtimeMs, size } = statSync(join(parentPath, name));
      return `${parentPath}/${name} ${mtimeMs} ${size}`;
    })
    .join('\n');
}

let lastRead: { readonly state: string; readonly found: ReadContent } | undefined;

/** Each collection is loaded on its own; the files are read and checked once for all of them. */
function readOnce(folder: string): ReadContent {
  const state = stateOf(folder);
  if (lastRead?.state !== state) {
    lastRead = { state, found: readContent(folder, localToday()) };
  }
  return lastRead.found;
}

/**
 * Feeds a collection from the checked content: a fault anywhere stops the build with the whole
 * report, so no page is ever made from content that did not pass.
 */
export function checkedLoader(collection: DataCollection): Loader {
  return {
    name: `checked-${collection}`,
    async load({ config, store, parseData, generateDigest, logger, watcher }) {
      const folder = contentFolder();
      const root = fileURLToPath(config.root);

      async function fill() {
        const { content, problems } = readOnce(folder);
        if (content === undefined || problems.some(({ severity }) => severity === 'error')) {
          throw new ContentError(problems);
        }
        // Each collection is loaded on its own; the reminders are worth saying once.
        if (collection === 'walls' && problems.length > 0)
          logger.warn(`\n${formatReport(problems)}`);
        store.clear();
        for (const { file, name, data } of entriesOf(content, collection)) {
          const path = file.replace(/^content/, folder);
          store.set({
            id: name,
            data: await parseData({ id: name, data: { ...data }, filePath: path }),
            filePath: relative(root, path),
            digest: generateDigest({ ...data }),
            ...(collection === 'walls' && { deferredRender: true }),
          });
        }
      }

      await fill();
      if (!watcher) return;
      watcher.add(folder);
      watcher.on('change', (path) => {
        if (!path.startsWith(folder)) return;
        fill().catch((error: unknown) => logger.error(String(error)));
      });
    },
  };
}
