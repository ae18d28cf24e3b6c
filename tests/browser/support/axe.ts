import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * The rules that look at colours. The dark theme changes nothing but colours (`tokens.css`), so a
 * page that has passed all rules in the light needs only these in the dark.
 */
export const colourRules = ['color-contrast', 'link-in-text-block'] as const;

interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/**
 * Accessibility faults of a page as readable lines. The page's own policy stays in force.
 * @param rules which rules; all of them when left out.
 */
export async function axeFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(source);
  const options = {
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: rules } }),
  };
  const violations = (await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then((result) => result.violations)`,
  )) as readonly AxeViolation[];
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}：${help}（${nodes.length} 处，例如 ${nodes[0]?.target.join(' ')}）`,
  );
}

/**
 * Faults of a page in light by all rules, and of the same page in dark by those that see colours.
 * The page must follow the system's theme.
 */
export async function axeFaultsInBothThemes(page: Page): Promise<string[]> {
  const light = await axeFaults(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axeFaults(page, colourRules);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((fault) => `深色：${fault}`)];
}

/** The rules for colours that axe knows by itself, without those of the level AAA. */
export async function axeColourRules(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const rules = (await page.evaluate(`axe.getRules(['cat.color'])`)) as readonly {
    readonly ruleId: string;
    readonly tags: readonly string[];
  }[];
  return rules.filter(({ tags }) => !tags.includes('wcag2aaa')).map(({ ruleId }) => ruleId);
}
