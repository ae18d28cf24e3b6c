import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { packageSite } from '../../../src/package/packageSite.ts';

const room = mkdtempSync(join(tmpdir(), 'fangkong-package-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

const walls = {
  siteVersion: 'abcd1234',
  bureau: 'sample',
  walls: [
    {
      powerItem: '甲事项',
      changeLog: [{ version: '1.1', date: '2026-10-08', summary: '改了<一处>。' }],
    },
  ],
};

const page = (base: string, policy = "script-src 'self'; style-src 'self'") =>
  `<!DOCTYPE html><html data-base="${base}" data-site-version="abcd1234"><head><title>样例墙</title>` +
  `<link rel="icon" href="${base}favicon.svg"><meta http-equiv="content-security-policy" content="${policy}">` +
  `</head><body><a href="${base}walls/">墙</a></body></html>`;

const files = (base: string): Readonly<Record<string, string>> => ({
  'index.html': page(base),
  '404.html': page(base),
  'walls/index.html': page(base),
  'data/walls.json': JSON.stringify(walls),
  'data/register.json': JSON.stringify('字'.repeat(100_000)),
  'assets/a.Ccf5V2As.js': 'import"./b.Ccf5V2As.js"',
});

/** A small site with some files changed, packed. Those that are undefined are left out. */
async function packed(base: string, changes: Readonly<Record<string, string | undefined>> = {}) {
  const folder = mkdtempSync(join(room, 'site-'));
  for (const [path, text] of Object.entries({ ...files(base), ...changes })) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const made = await packageSite(folder, '2.0.0');
  const zip = made.files.get(`fangkong-${made.version}-web.zip`) ?? new Uint8Array();
  const inside = unzipSync(zip);
  return {
    ...made,
    zip,
    text: (path: string) => new TextDecoder().decode(inside[path]),
    names: Object.keys(inside),
  };
}

test('按根生成的，链接改成相对的；按路径生成的，照原样', async () => {
  const anywhere = await packed('/');
  expect(anywhere.text('fangkong/walls/index.html')).toContain('<a href="../walls/">');
  expect(anywhere.text('fangkong/walls/index.html')).toContain('data-base="../"');
  expect(anywhere.text('install.html')).toContain('任何路径下都能用');
  const fixed = await packed('/fangkong/');
  expect(fixed.text('fangkong/walls/index.html')).toBe(page('/fangkong/'));
  expect(fixed.text('fangkong/404.html')).toBe(page('/fangkong/'));
  expect(fixed.text('install.html')).toContain('只能放在路径 /fangkong/ 下');
  expect(fixed.text('install.html')).toContain('改名：叫 fangkong.war。');
});

test('404 页找首页的程序在样式前面，它的校验值在那一页的策略里', async () => {
  const html = (await packed('/')).text('fangkong/404.html');
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  expect(html).toContain(`script-src 'self' 'sha256-${hash}'; style-src`);
  expect(html.indexOf('<script>')).toBeLessThan(html.indexOf('<link'));
});

test('大文件旁边有压缩好的，小的没有', async () => {
  const { names } = await packed('/');
  expect(names.filter((name) => name.endsWith('.gz'))).toEqual(['fangkong/data/register.json.gz']);
});

test('改一个字：版本、文件名、校验值、文件的时间都不一样；不改，就都一样', async () => {
  const before = await packed('/');
  const after = await packed('/', { 'walls/index.html': page('/').replace('墙</a>', '堵</a>') });
  /** Time and day of the first entry: bytes 10 to 13 of a zip. */
  const time = ({ zip }: { readonly zip: Uint8Array }) => [...zip.slice(10, 14)];
  expect(before.version).toMatch(/^2\.0\.0-20261008-[0-9a-f]{8}$/);
  expect(after.version).not.toBe(before.version);
  expect((await packed('/')).version).toBe(before.version);
  expect(time(after)).not.toEqual(time(before));
  expect(after.files.get('SHA256SUMS')).not.toEqual(before.files.get('SHA256SUMS'));
});

test('只换了一段程序，版本也变', async () => {
  const { version } = await packed('/');
  const other = await packed('/', { 'assets/a.Ccf5V2As.js': 'import"./c.Ccf5V2As.js"' });
  expect(other.version).not.toBe(version);
});

test('打进包里的文件单子照包里的文件写，自检对得上', async () => {
  const { text, names } = await packed('/');
  const { files: listed } = JSON.parse(text('fangkong/data/files.json')) as {
    readonly files: readonly (readonly [path: string, bytes: number])[];
  };
  const sizeOf = (path: string) => new TextEncoder().encode(text(`fangkong/${path}`)).length;
  for (const [path, bytes] of listed) expect(bytes, path).toBe(sizeOf(path));
  expect(listed.map(([path]) => path)).toContain('walls/index.html');
  expect(names).toContain('fangkong/data/files.json');
});

test('版本说明里的文字不会变成标签', async () => {
  expect((await packed('/')).text('release-notes.html')).toContain('改了&lt;一处&gt;。');
});

test.each([
  ['没有生成', { 'index.html': undefined }, 'npm run build'],
  ['没有墙的数据', { 'data/walls.json': undefined }, 'npm run build'],
  ['墙的数据不认得', { 'data/walls.json': '{"walls":1}' }, 'npm run build'],
  ['中文的文件名', { 'pictures/墙.png': '' }, '英文字母'],
  ['服务器不认得的文件', { 'a.woff2': '' }, 'serving.ts'],
  ['程序从根上取文件', { 'assets/b.Ccf5V2As.js': 'import("/assets/c.js")' }, '--base'],
  ['404 页没有策略', { '404.html': '<html data-base="/"><head></head></html>' }, '404.html'],
])('%s：不打包，说怎么办', async (_, changes, remedy) => {
  await expect(packed('/', changes)).rejects.toThrow(remedy);
});
