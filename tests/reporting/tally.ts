import { appendFileSync, mkdirSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

const folder = 'node_modules/.cache';

/** Adds each run's counts to one file; `.ci/run` sums them up. */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      // A file or group that fails before its tests has none to count, and must not pass unnoticed.
      for (const group of [module, ...module.children.allSuites()]) {
        if (group.errors().length > 0) counts.failed += 1;
      }
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed' || state === 'failed' || state === 'skipped') counts[state] += 1;
      }
    }
    mkdirSync(folder, { recursive: true });
    appendFileSync(`${folder}/tally.jsonl`, `${JSON.stringify(counts)}\n`);
  }
}
