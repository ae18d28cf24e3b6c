import { fileURLToPath } from 'node:url';
import { build, type AstroIntegration } from 'astro';
import { finishing } from './finishedPages.ts';
import type { BundledPages } from './keptBundle.ts';

/** Who wants to know what while a site is built. */
export interface BuildWatch {
  /** Everything is bundled and stands in the folder of the site; no page has been made as yet. */
  readonly bundled: (site: string, pages: BundledPages) => void;
  /** A page is finished: its path from the home page, and its HTML. */
  readonly look: (path: string, html: string) => void;
}

/** Tells the watch, and finishes the pages. */
function watching({ bundled, look }: BuildWatch): AstroIntegration {
  let site = '';
  let base = '/';
  let pages: BundledPages = new Map();
  return {
    name: 'watching',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = fileURLToPath(config.outDir);
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:setup': (setup) => {
        if (setup.target === 'server') pages = setup.pages;
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          async setup() {
            bundled(site, pages);
            await prerenderer.setup?.();
          },
          render: finishing(prerenderer, base, look),
        })),
    },
  };
}

/** Bundles the program and makes every page with Astro. */
export async function wholeBuild(outDir: string, watch: BuildWatch): Promise<void> {
  await build({ outDir, logLevel: 'warn', integrations: [watching(watch)] });
}
