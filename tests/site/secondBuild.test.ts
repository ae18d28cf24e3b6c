import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { secondContent } from '../fixtures/secondBureau.ts';

const room = 'node_modules/.cache/second-build';
const content = join(room, 'content');
/** Outside of the project, where a program that is kept finds no packages above it. */
const kept = mkdtempSync(join(tmpdir(), 'kept-builds-'));
const calls = resolve(room, 'calls.log');

function build(site: string, ...further: string[]): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/publish/buildSite.ts', '--base', '/', '--outDir', join(room, site), ...further],
    {
      env: {
        ...process.env,
        FANGKONG_CONTENT_DIR: content,
        FANGKONG_KEPT_DIR: kept,
        FANGKONG_CALLS_LOG: calls,
        NODE_OPTIONS: `--import=${pathToFileURL(resolve('tests/site/support/logCalls.ts')).href}`,
      },
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

/** When the bundles were made that are kept. */
const bundlesMade = () =>
  readdirSync(join(kept, 'bundles'))
    .filter((name) => !name.endsWith('.json'))
    .map((name) => statSync(join(kept, 'bundles', name)).mtimeMs)
    .sort();

/** The names of the files that are not the same in both sites. */
function different(a: string, b: string): string[] {
  const one = filesOf(a);
  const other = filesOf(b);
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (name) => one.get(name) !== other.get(name),
  );
}

/** Changes the text of the first file in a content folder that has such a place. */
function change(folder: string, place: RegExp, by: string): void {
  const files = readdirSync(join(content, folder)).map((name) => join(content, folder, name));
  const file = files.find((path) => place.test(readFileSync(path, 'utf8')));
  if (file === undefined) throw new Error(`${folder} 里没有 ${place.source}`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(place, by));
}

beforeAll(() => {
  rmSync(room, { recursive: true, force: true });
  cpSync(secondContent, content, { recursive: true });
  build('first');
}, 120_000);

afterAll(() => rmSync(kept, { recursive: true, force: true }));

test('从头生成一遍，没有连过任何地方', () => {
  expect(existsSync(calls) ? readFileSync(calls, 'utf8') : '').toBe('');
});

test(
  '改了墙的字段和法条的要点再生成，不重新打包，和从头生成的一个字节不差',
  { timeout: 240_000 },
  () => {
    const before = keptKeys();
    const made = bundlesMade();
    expect(made).toHaveLength(1);
    change('walls', /^( {4}name: )(.*)$/m, '$1先核对$2');
    change('laws', /^( {2}"\d+": )(.*)$/m, '$1按规定，$2');
    build('second');
    build('cold', '--no-cache');
    expect(different('second', 'first').length).toBeGreaterThan(10);
    expect(different('second', 'cold')).toEqual([]);
    // It was not made from scratch: the bundles are those of before, most pages are the ones that were
    // kept, and some are new.
    expect(bundlesMade()).toEqual(made);
    const after = keptKeys();
    const same = after.filter((key) => before.includes(key));
    expect(same.length).toBeGreaterThan(after.length / 2);
    expect(same.length).toBeLessThan(after.length);
  },
);

test('改了正文，连打包一起重来；留下的坏了也一样', { timeout: 240_000 }, () => {
  const made = bundlesMade();
  change('pages', /$/, '\n\n再说一句。\n');
  build('prose');
  build('cold', '--no-cache');
  expect(different('prose', 'cold')).toEqual([]);
  expect(bundlesMade()).toHaveLength(made.length + 1);

  for (const entry of readdirSync(join(kept, 'bundles'), { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const program = join(kept, 'bundles', entry.name, '.prerender');
    for (const name of readdirSync(program).filter((one) => one.endsWith('.mjs')))
      writeFileSync(join(program, name), '坏了');
  }
  build('damaged');
  expect(different('damaged', 'cold')).toEqual([]);
});

test('一页写不下去，停下来说是哪一个文件，不留半个网站', { timeout: 120_000 }, () => {
  mkdirSync(join(room, 'blocked/index.html/folder'), { recursive: true });
  expect(() => build('blocked')).toThrow(/EISDIR[\s\S]*index\.html/);
  expect(existsSync(join(room, 'blocked'))).toBe(false);
});

test('一页做不出来，停下来说是哪一页，还在路上的页也不落下', { timeout: 120_000 }, () => {
  change('pages', /$/, '\n\n![没有的图](/pictures/none.png)\n');
  expect(() => build('missing')).toThrow(/做“[^”]+”这一页时出错/);
  expect(existsSync(join(room, 'missing'))).toBe(false);
});
