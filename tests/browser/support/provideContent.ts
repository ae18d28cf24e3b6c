import type { TestProject } from 'vitest/node';
import type { ContentSet } from '../../../src/model/content/contentSet.ts';
import { realContent } from '../../fixtures/realContent.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly content: ContentSet;
  }
}

/**
 * Reads the bureau's content once for all browser tests: each file has a worker of its own, and
 * reading takes longer than many a test.
 */
export default function provideContent(project: TestProject): void {
  project.provide('content', realContent());
}
