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

/** Puts axe on a page, once: it is half a megabyte. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in window)) return;
  await page.evaluate(source);
}

/** Which rules axe runs: these alone, or all but these. */
type RuleChoice = { readonly only: readonly string[] } | { readonly without: readonly string[] };

function ruleOptions(choice: RuleChoice | undefined) {
  if (!choice) return {};
  return 'only' in choice
    ? { runOnly: { type: 'rule', values: choice.only } }
    : { rules: Object.fromEntries(choice.without.map((rule) => [rule, { enabled: false }])) };
}

/**
 * Accessibility faults of a page as readable lines. The page's own policy stays in force.
 * @param choice which rules; all of them when left out.
 */
export async function axeFaults(page: Page, choice?: RuleChoice): Promise<string[]> {
  await bringAxe(page);
  const options = {
    resultTypes: ['violations'],
    // Style sheets are fetched again for one rule only, which axe itself still calls an experiment.
    preload: { assets: ['media'] },
    ...ruleOptions(choice),
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
 * All that decides on the contrast of a text: its colour, size, weight and underline, the colour of
 * the words around it and the grounds below it, for every text in view. Runs in the browser.
 */
function coloursInView(): string[] {
  const grounds = new Map<Element | null, string>([[null, '']]);
  const groundOf = (element: Element | null): string => {
    const known = grounds.get(element);
    if (known !== undefined || element === null) return known ?? '';
    const { backgroundColor, backgroundImage, opacity, fill } = getComputedStyle(element);
    const ground = `${groundOf(element.parentElement)}/${backgroundColor} ${backgroundImage} ${opacity} ${fill}`;
    grounds.set(element, ground);
    return ground;
  };
  const looks = Array.from(document.querySelectorAll('body *'), (element) => {
    const hasText =
      element.matches('input, textarea, select') ||
      Array.from(element.childNodes).some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
    if (!hasText || element.getClientRects().length === 0) return '';
    const { color, fontSize, fontWeight, textDecorationLine, textShadow } =
      getComputedStyle(element);
    const around = element.parentElement ? getComputedStyle(element.parentElement).color : '';
    return [
      color,
      fontSize,
      fontWeight,
      textDecorationLine,
      textShadow,
      around,
      groundOf(element),
    ].join();
  });
  return [...new Set(looks)];
}

/** The colours that axe has already met in each theme, in this test file. */
const seen = { light: new Set<string>(), dark: new Set<string>() };

/** Whether a text stands on the page in colours that axe has not met yet in this theme. */
async function newColours(page: Page, theme: keyof typeof seen): Promise<readonly string[]> {
  const colours = await page.evaluate(coloursInView);
  return colours.filter((one) => !seen[theme].has(one));
}

/**
 * Faults of a page in light by all rules, and in dark by those that see colours. These look at a page
 * only when there is a text on it in colours that axe has not met yet in that theme: most pages are
 * made of the same parts, and contrast is what takes axe longest.
 * The page must follow the system's theme.
 */
export async function axeFaultsInBothThemes(page: Page): Promise<string[]> {
  const newInLight = await newColours(page, 'light');
  const light = await axeFaults(page, newInLight.length > 0 ? undefined : { without: colourRules });
  // What has a fault is looked at again wherever it stands.
  if (light.length === 0) for (const one of newInLight) seen.light.add(one);
  await page.emulateMedia({ colorScheme: 'dark' });
  const newInDark = await newColours(page, 'dark');
  const dark = newInDark.length > 0 ? await axeFaults(page, { only: colourRules }) : [];
  if (dark.length === 0) for (const one of newInDark) seen.dark.add(one);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((fault) => `深色：${fault}`)];
}

/** The rules for colours that axe knows by itself, without those of the level AAA. */
export async function axeColourRules(page: Page): Promise<string[]> {
  await bringAxe(page);
  const rules = (await page.evaluate(`axe.getRules(['cat.color'])`)) as readonly {
    readonly ruleId: string;
    readonly tags: readonly string[];
  }[];
  return rules.filter(({ tags }) => !tags.includes('wcag2aaa')).map(({ ruleId }) => ruleId);
}
