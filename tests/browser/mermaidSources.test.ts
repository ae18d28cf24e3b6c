import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wallsOf } from '../fixtures/contentExamples.ts';
import { content } from './support/content.ts';
import { describeInKernels } from './support/eachKernel.ts';
import { servedSite } from './support/servedSite.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
const walls = wallsOf(content);

describeInKernels('发布的 Mermaid 源', [153], (kernel) => {
  test('原样的 Mermaid 在浏览器里都画得出来', async () => {
    await withPage(
      kernel,
      `${site.home}404.html`,
      async ({ page }) => {
        await page.addScriptTag({
          content: readFileSync('node_modules/mermaid/dist/mermaid.min.js', 'utf8'),
        });
        const failed = await page.evaluate(
          async (sources) => {
            const { mermaid } = window as unknown as {
              mermaid: { render(id: string, source: string): Promise<{ svg: string }> };
            };
            const faults: string[] = [];
            for (const [name, source] of sources) {
              try {
                const { svg } = await mermaid.render(`m${faults.length}-${name}`, source);
                if (!svg.includes('<svg')) faults.push(name);
              } catch (error) {
                faults.push(`${name}：${String(error)}`);
              }
            }
            return faults;
          },
          walls.map((one): [string, string] => [
            one.slug,
            readFileSync(`dist/data/charts/${one.slug}.mmd`, 'utf8'),
          ]),
        );
        expect(failed).toEqual([]);
      },
      { bypassCSP: true },
    );
  });
});
