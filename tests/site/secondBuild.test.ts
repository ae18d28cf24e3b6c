import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { secondContent } from '../fixtures/secondBureau.ts';

const room = 'node_modules/.cache/second-build';
const content = join(room, 'content');
const kept = join(room, 'kept');

function build(site: string, ...further: string[]): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/publish/buildSite.ts', '--base', '/', '--outDir', join(room, site), ...further],
    {
      env: { ...process.env, FANGKONG_CONTENT_DIR: content, FANGKONG_KEPT_DIR: kept },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`网站没有生成出来：\n${stdout}\n${stderr}`);
}

/** Every file of a built site. */
function filesOf(site: string): Map<string, string> {
  const folder = join(room, site);
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path, 'base64')]),
  );
}

/** Names of the pages in the only kept file. */
function keptKeys(): string[] {
  const name = readdirSync(kept).find((one) => one.startsWith('search-texts-')) ?? '';
  const text = readFileSync(join(kept, name), 'utf8');
  const pages = JSON.parse(text.slice(text.indexOf('\n') + 1)) as [string, unknown][];
  return pages.map(([key]) => key);
}

test('改一面墙以后再生成，和从头生成的一个字节不差', { timeout: 240_000 }, () => {
  rmSync(room, { recursive: true, force: true });
  cpSync(secondContent, content, { recursive: true });
  build('first');
  const before = keptKeys();

  const walls = join(content, 'walls');
  const [wall = ''] = readdirSync(walls);
  const written = readFileSync(join(walls, wall), 'utf8');
  const changed = written.replace(/^( {4}name: )(.*)$/m, '$1先核对$2');
  expect(changed).not.toBe(written);
  writeFileSync(join(walls, wall), changed);
  build('second');
  build('cold', '--no-cache');

  const second = filesOf('second');
  const cold = filesOf('cold');
  expect([...second.keys()]).toEqual([...cold.keys()]);
  expect(
    [...cold].filter(([name, text]) => second.get(name) !== text).map(([name]) => name),
  ).toEqual([]);
  // It was not made from scratch: most pages are the ones that were kept, and some are new.
  const after = keptKeys();
  const same = after.filter((key) => before.includes(key));
  expect(same.length).toBeGreaterThan(after.length / 2);
  expect(same.length).toBeLessThan(after.length);
});
