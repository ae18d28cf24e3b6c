import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { laterModules } from '../../../src/publish/laterModules.ts';

/** Builds a page whose script asks for `later.js` on demand. @returns the code of all its files. */
async function codeOf(root: string): Promise<string> {
  const output = (await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [laterModules()],
    build: { write: false, rolldownOptions: { input: join(root, 'page.js') } },
  })) as Rollup.RolldownOutput;
  return output.output.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
}

describe('用到时才取的代码', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'later-'));
    await writeFile(join(root, 'page.js'), `import('./later.js').then(({ say }) => say());`);
    await writeFile(join(root, 'shared.js'), `export const word = 'shared';`);
  });

  afterEach(() => rm(root, { recursive: true }));

  test('页面里只有 import()，没有预先取哪些文件的清单', async () => {
    await writeFile(
      join(root, 'later.js'),
      `import { word } from './shared.js'; export const say = () => console.log(word);`,
    );
    const code = await codeOf(root);
    expect(code).toContain('import(');
    expect(code).not.toMatch(/mapDeps|modulepreload|vite:preloadError/);
  });

  test('带着样式的停下来，说明怎样改', async () => {
    await writeFile(join(root, 'later.css'), 'p { color: red }');
    await writeFile(join(root, 'later.js'), `import './later.css'; export const say = () => 1;`);
    await expect(codeOf(root)).rejects.toThrow('改用 addStyles 按地址加载');
  });
});
