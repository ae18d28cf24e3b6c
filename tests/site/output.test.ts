import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { addressesIn, brokenLinks, pageAt } from './support/links.ts';
import { realContent } from '../fixtures/realContent.ts';

const files = readdirSync('dist', { recursive: true, encoding: 'utf8' });
const pages = files.filter((name) => name.endsWith('.html'));
const read = (name: string) => readFileSync(join('dist', name), 'utf8');
const gzipped = (text: string) => gzipSync(text, { level: 9 }).length;

describe('生成的网站', () => {
  test('每个链接都有去处，页内的锚点也在', () => {
    expect(brokenLinks('dist')).toEqual([]);
  });

  test('从首页出发，三次点击到得了每一页', () => {
    // The page for a wrong address is the one that nobody needs to find.
    const all = new Set(pages.filter((name) => name !== '404.html'));
    let reached = new Set(['index.html']);
    const seen = new Set(reached);
    for (let click = 1; click <= 3; click += 1) {
      const next = [...reached].flatMap((page) =>
        addressesIn(read(page)).flatMap((address) => pageAt(address, page)),
      );
      reached = new Set(next.filter((page) => all.has(page) && !seen.has(page)));
      for (const page of reached) seen.add(page);
    }
    expect([...all].filter((page) => !seen.has(page))).toEqual([]);
  });

  test('没有一处指向站外', () => {
    for (const page of pages) {
      expect(
        addressesIn(read(page)).filter((address) => /^(?:https?:)?\/\//.test(address)),
      ).toEqual([]);
    }
  });

  const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

  test('没有行内样式，行内的脚本和样式表都有校验值，每页都有严格的策略', () => {
    for (const page of pages) {
      const html = read(page);
      expect(html, page).not.toMatch(/<[^>]+\sstyle=/);
      const policy = /content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
      expect(policy, page).toContain("default-src 'self'");
      expect(policy, page).not.toContain('unsafe-inline');
      expect(policy, page).not.toContain("'unsafe-eval'");
      for (const [, tag, text = ''] of html.matchAll(
        /<(style|script)(?![^>]*\ssrc=)[^>]*>(.*?)<\/\1>/gs,
      )) {
        const directive = new RegExp(`${tag}-src [^;]*`).exec(policy)?.[0];
        expect(directive, `${page} 的 <${tag}>`).toContain(hashOf(text));
      }
    }
  });

  test('内容还是示范的，每页写明；审核过的，哪一页也不写', () => {
    const note = '示范内容，使用前由本单位审核';
    const { isSample } = realContent().bureau.data;
    for (const page of pages) expect(read(page).includes(note), page).toBe(isSample);
  });

  test('编号没有重复的', () => {
    for (const page of pages) {
      const ids = [...read(page).matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
      expect(ids.length, page).toBe(new Set(ids).size);
    }
  });

  test('图上的箭头是图形，不是标记：标记在印出的图上会丢', () => {
    for (const page of pages) {
      expect(read(page), page).not.toMatch(/marker-end|<marker/);
    }
    for (const page of pages.filter((name) => /^walls\/[^/]+\/index\.html$/.test(name))) {
      expect(read(page), page).toContain('class="head"');
    }
  });

  test('读者的浏览器里不装载 Mermaid', () => {
    for (const name of files.filter((file) => file.endsWith('.js'))) {
      expect(read(name), name).not.toMatch(/mermaid|dagre|elkjs/i);
    }
  });
});

describe('老浏览器', () => {
  const scripts = files.filter((name) => name.endsWith('.js'));
  const styles = files.filter((name) => name.endsWith('.css'));

  test.each(scripts)('%s 的语法在 Chrome 86 里认得', (name) => {
    // esbuild rewrites what the target lacks; code that it leaves as it is needs nothing newer.
    // Chrome has optional chaining since 80; esbuild avoids it up to 90 for a rare engine fault.
    const options = {
      loader: 'js',
      minifyWhitespace: true,
      supported: { 'optional-chain': true },
    } as const;
    const text = read(name);
    const asIs = transformSync(text, { ...options, target: 'esnext' }).code;
    const lowered = transformSync(text, { ...options, target: 'chrome86' }).code;
    expect(lowered === asIs).toBe(true);
  });

  test.each(scripts)('%s 没有用 86 以后才有的方法', (name) => {
    expect(read(name)).not.toMatch(
      /\.at\(-?\d|Object\.hasOwn|structuredClone|\.toSorted\(|\.findLast\(|groupBy\(|checkVisibility/,
    );
  });

  test.each(styles)('%s 没有用老内核会整段丢掉的写法', (name) => {
    const css = read(name);
    expect(css).not.toMatch(/@layer|@container|:has\(|color-mix\(|oklch\(|\d(?:dvh|svh|lvh)\b/);
    expect(css).not.toMatch(/(?:^|[;{\s])inset(?:-inline|-block)?:/);
    // A nested rule would show as a block that opens inside a declaration block.
    expect(css.replace(/@(?:media|supports)[^{]*\{/g, '')).not.toMatch(/\{[^{}]*[&.#][^{};:]*\{/);
  });
});

describe('体积', () => {
  const walls = pages.filter((name) => /^walls\/[^/]+\/index\.html$/.test(name));

  /** A wall of this many risks is a long one; each further risk may bring its text, and nothing else. */
  const usualRisks = 45;
  const bytesPerRisk = 1200;

  test.each(walls)('%s 连样式和脚本压缩后不超过 60 KB，操作之前的脚本不超过 9 KB', (name) => {
    const html = read(name);
    const risks = html.split('<article class="risk').length - 1;
    const further = Math.max(0, risks - usualRisks) * bytesPerRisk;
    const linked = addressesIn(html).filter((address) => /\.(?:css|js)$/.test(address));
    const sizeOf = (ending: string) =>
      linked
        .filter((address) => address.endsWith(ending))
        .reduce((sum, address) => sum + gzipped(read(address.replace(/^\//, ''))), 0);
    // What the entry scripts import is loaded at once as well.
    const imported = linked
      .filter((address) => address.endsWith('.js') && address.includes('/assets/'))
      .flatMap((address) =>
        [...read(address.replace(/^\//, '')).matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)].map(
          (match) => `assets/${match[1]}`,
        ),
      );
    const importedSize = [...new Set(imported)].reduce((sum, file) => sum + gzipped(read(file)), 0);
    expect(sizeOf('.js') + importedSize).toBeLessThanOrEqual(9 * 1024);
    expect(gzipped(html) + sizeOf('.css') + sizeOf('.js') + importedSize).toBeLessThanOrEqual(
      60 * 1024 + further,
    );
  });
});

describe('数据文件', () => {
  test('首页的数字和数据文件一致', () => {
    const data = JSON.parse(read('data/walls.json')) as {
      walls: { steps: { risks: unknown[] }[] }[];
    };
    const risks = data.walls.flatMap(({ steps }) => steps.flatMap((step) => step.risks));
    const home = read('index.html');
    expect(home).toMatch(new RegExp(`<dt>面防控墙</dt>\\s*<dd>${data.walls.length}</dd>`));
    expect(home).toMatch(new RegExp(`<dt>个风险点</dt>\\s*<dd>${risks.length}</dd>`));
  });

  test('首次查找取的数据压缩后不超过 25 KB，加上对话框的脚本在 60 KB 以内', () => {
    expect(gzipped(read('data/finder.json'))).toBeLessThanOrEqual(25 * 1024);
  });

  test('查多少次都只取一遍数据，压缩后一共不超过 480 KB，加上脚本在 500 KB 以内', () => {
    const searched = files.filter((name) => /^data\/(?:finder|pages-)/.test(name));
    expect(searched.length).toBeGreaterThan(3);
    const sizes = searched.map((name) => gzipped(read(name)));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(480 * 1024);
  });

  const checker = '../shared/laws/check-citations.mjs';
  test.skipIf(!existsSync(checker))('每一处法条引用都核得到', () => {
    const report = execFileSync('node', [checker, 'dist/data/citations.json'], {
      encoding: 'utf8',
    });
    const verified = Number(/已核验 ([\d.]+)%/.exec(report)?.[1]);
    expect(report).toContain('错误 0');
    expect(verified).toBeGreaterThanOrEqual(95);
  });
});
