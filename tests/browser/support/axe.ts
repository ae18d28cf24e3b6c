import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** Accessibility faults of a page as readable lines. The page's own policy stays in force. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const violations = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations)`,
  )) as readonly AxeViolation[];
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}：${help}（${nodes.length} 处，例如 ${nodes[0]?.target.join(' ')}）`,
  );
}
