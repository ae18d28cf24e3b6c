import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { ContentError, formatReport } from '../model/problem.ts';
import type { ContentSet } from '../model/site.ts';
import { contentFolder, localToday } from './contentFolder.ts';
import { readContent } from './readContent.ts';

/** The collections whose files the bureau writes as data. */
type DataCollection = 'walls' | 'laws' | 'bureau' | 'synonyms';

function entriesOf(content: ContentSet, collection: DataCollection) {
  const found = content[collection];
  return 'data' in found ? [found] : found;
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
        const { content, problems } = readContent(folder, localToday());
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
