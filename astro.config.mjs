import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { mermaidBlocks } from './src/flowchart/mermaidBlocks.ts';
import { commonChunk } from './src/publish/commonChunk.ts';
import { laterModules } from './src/publish/laterModules.ts';
import { licenceList } from './src/publish/licenceList.ts';
import { contentCache } from './src/source/contentFolder.ts';
import { oldestKernel } from './src/model/site/kernels.ts';
import { proseOnly } from './src/source/proseOnly.ts';

export default defineConfig({
  base: process.env.FANGKONG_BASE ?? '/',
  trailingSlash: 'always',
  cacheDir: contentCache(),
  integrations: [mdx()],
  markdown: {
    // Prose is shown as it is written: English quotes and dashes have no business in Chinese text.
    processor: satteri({ mdastPlugins: [mermaidBlocks], features: { smartPunctuation: false } }),
    syntaxHighlight: false,
  },
  devToolbar: { enabled: false },
  // Authors get completion and checking of the fields while they write.
  experimental: { contentIntellisense: true },
  // Nothing is inlined, so that one strict policy holds for every page.
  build: { inlineStylesheets: 'never', assets: 'assets' },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      scriptDirective: { resources: ["'self'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    plugins: [proseOnly(), licenceList(), laterModules()],
    experimental: {
      // Scripts and style sheets find each other from where they lie, so that the pages alone have to
      // be told under which path the site stands, see src/package/relativeLinks.ts.
      renderBuiltUrl: (_name, { ssr }) => (ssr ? undefined : { relative: true }),
    },
    build: {
      target: `chrome${oldestKernel}`,
      cssTarget: `chrome${oldestKernel}`,
      assetsInlineLimit: 0,
      // Astro marks every .mdx with a directive for itself; the bundler would warn of each.
      rolldownOptions: {
        checks: { moduleLevelDirective: false },
        output: { codeSplitting: { groups: [{ name: commonChunk, minShareCount: 2 }] } },
      },
    },
  },
});
