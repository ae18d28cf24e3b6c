import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineCollection } from 'astro/content/config';
import type { Loader } from 'astro/loaders';
import { entriesOf } from '../model/content/contentSet.ts';
import { kindNames, type Kind, type KindName, type Kinds } from '../model/content/kinds.ts';
import { ContentError, formatReport } from '../model/problem/problem.ts';
import { contentFolder } from './contentFolder.ts';
import { soundContent } from './soundContent.ts';

/**
 * Feeds a collection from the checked content: a fault anywhere stops the build with the whole
 * report, so no page is ever made from content that did not pass. Pages take the fields from the
 * checked content itself (see heldContent.ts); what is stored here is what has prose to render, and
 * of the fields only those of plain pages: Astro would copy two megabytes of walls from place to place.
 */
function checkedLoader(name: KindName, kind: Kind): Loader {
  const hasProse = kind.form === 'folder' && kind.ending === '.mdx';
  // Each collection is loaded on its own; what the checks say is worth saying once.
  const isSpeaker = name === kindNames[0];
  return {
    name: `checked-${name}`,
    load({ config, store, generateDigest, logger, watcher }) {
      const root = fileURLToPath(config.root);
      const folder = contentFolder();

      function fill() {
        const { content, problems } = soundContent();
        if (isSpeaker && problems.length > 0) logger.warn(`\n${formatReport(problems)}`);
        store.clear();
        for (const { file, name: id, data } of hasProse ? entriesOf(content, name) : []) {
          const fields = { ...(data as Readonly<Record<string, unknown>>) };
          store.set({
            id,
            data: name === 'pages' ? fields : {},
            filePath: relative(root, file.replace(/^content/, folder)),
            digest: generateDigest(fields),
            ...(hasProse && { deferredRender: true }),
          });
        }
      }

      fill();
      watcher?.add(folder);
      for (const event of ['add', 'change', 'unlink']) {
        watcher?.on(event, (path: string) => {
          if (!path.startsWith(folder)) return;
          try {
            fill();
          } catch (error) {
            if (!(error instanceof ContentError)) throw error;
            if (isSpeaker) logger.error(error.message);
          }
        });
      }
      return Promise.resolve();
    },
  };
}

type Collections = {
  readonly [K in KindName]: { readonly loader: Loader; readonly schema: Kinds[K]['schema'] };
};

/** A collection of Astro for each kind; the schemas are for its types and for editors. */
export function collectionsOf(kinds: Kinds): Collections {
  return Object.fromEntries(
    kindNames.map((name) => {
      const { schema } = kinds[name];
      return [name, defineCollection({ loader: checkedLoader(name, kinds[name]), schema })];
    }),
  ) as unknown as Collections;
}
