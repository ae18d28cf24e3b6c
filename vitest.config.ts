import { defineConfig } from 'vitest/config';
import LongestFirst from './tests/reporting/longestFirst.ts';

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './tests/reporting/tally.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/content/**/*.test.ts'],
          // Files of one worker share what they import: zod, jsdom, Mermaid, the content.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: [
            './tests/browser/support/requireBuild.ts',
            './tests/site/support/secondBureau.ts',
          ],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: [
            './tests/browser/support/requireBuild.ts',
            './tests/browser/support/provideContent.ts',
          ],
          setupFiles: './tests/browser/support/closeBrowsersAtEnd.ts',
          // Two files at a time, as most machines have two cores to spare: a third makes each of them
          // twice as long. After the site's tests.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 90_000,
          // Waiting ends as soon as it comes true; a loaded machine must not end it before.
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
