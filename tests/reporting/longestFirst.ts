import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The browser files that take longest, in processor seconds, worst first. They start first, so that
 * no worker is left alone with one of them at the end. Files that are not named follow.
 */
const longest = [
  'accessibility.test.ts',
  'walls.test.ts',
  'assessment.test.ts',
  'letters.test.ts',
  'letterRosters.test.ts',
  'pages.test.ts',
  'quiz.test.ts',
];

const rank = ({ moduleId }: TestSpecification) => {
  const place = longest.indexOf(basename(moduleId));
  return place === -1 ? longest.length : place;
};

/** Groups keep their order; a fresh checkout has no times of an earlier run to go by. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isBrowser = ({ project }: TestSpecification) => project.name === 'browser';
    return [
      ...sorted.filter((file) => !isBrowser(file)),
      ...sorted.filter(isBrowser).sort((a, b) => rank(a) - rank(b)),
    ];
  }
}
