import './withoutTelemetry.ts';
import { fileURLToPath } from 'node:url';
import { build, type AstroIntegration } from 'astro';
import type { BundledPages } from './keptBundle.ts';

/** Everything is bundled and stands in the folder of the site; no page has been made as yet. */
type OnBundled = (site: string, pages: BundledPages) => void;

/** Leaves the making of the pages to renderPages.ts: Astro waits for each before it begins the next. */
function withoutPages(onBundled: OnBundled): AstroIntegration {
  let site = '';
  let pages: BundledPages = new Map();
  return {
    name: 'without-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = fileURLToPath(config.outDir);
      },
      'astro:build:setup': (setup) => {
        if (setup.target === 'server') pages = setup.pages;
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          setup() {
            onBundled(site, pages);
            return Promise.resolve();
          },
          getStaticPaths: () => Promise.resolve([]),
        })),
    },
  };
}

/** Has Astro bundle the program of the pages, and their scripts and style sheets. */
export async function bundleSite(outDir: string, onBundled: OnBundled): Promise<void> {
  await build({ outDir, logLevel: 'warn', integrations: [withoutPages(onBundled)] });
}
