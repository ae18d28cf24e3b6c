import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, expect, test } from 'vitest';
import { citedId, wallTitle } from '../../src/model/wall/wall.ts';
import { wallsOf } from '../fixtures/contentExamples.ts';
import { content } from './support/content.ts';
import { appears } from './support/onPage.ts';
import { serveSite } from './support/site.ts';
import { withPage } from './support/visit.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'fangkong-print-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly said: string;
}

/** Runs the command as it is typed behind `npm run print --`. */
async function print(...typed: readonly string[]): Promise<Ran> {
  try {
    const { stdout } = await run(process.execPath, ['src/print/printCommand.ts', ...typed]);
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
}

const walls = wallsOf(content);
const [shortest] = [...walls].sort((a, b) => a.wall.steps.length - b.wall.steps.length);
if (!shortest) throw new Error('没有墙可印');
const { wall } = shortest;

interface OutlineItem {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}
const titlesOf = (items: readonly OutlineItem[]): string[] =>
  items.flatMap(({ title, items: inner }) => [title, ...titlesOf(inner)]);

test('手册印成一个 PDF：文件名写明印的是什么，书签走得到每一章', async () => {
  const out = join(folder, 'book');
  const { code, said } = await print(
    ...['handbook', '--wall', wall.id, '--size', 'a5', '--form', 'brief', '--out', out],
  );
  expect(code, said).toBe(0);
  const files = readdirSync(out);
  expect(files).toEqual([`廉政风险防控手册-${citedId(wall.id)}-A5-简表.pdf`]);
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(join(out, files[0] ?? ''))) })
    .promise;
  const titles = titlesOf((await pdf.getOutline()) as OutlineItem[]);
  for (const wanted of ['目录', '怎么看一面墙', wallTitle(wall), '工作依据', '按岗位查页'])
    expect(titles).toContain(wanted);
});

test('一面墙的展板和表各印成一个 PDF，文件名带墙号和名称', async () => {
  const out = join(folder, 'walls');
  for (const what of ['walls', 'boards']) {
    const { code, said } = await print(what, '--wall', wall.id, '--out', out);
    expect(code, said).toBe(0);
  }
  const files = readdirSync(out);
  expect(files).toHaveLength(2);
  for (const file of files)
    expect(file.startsWith(`${citedId(wall.id)}-${wall.powerItem}-`)).toBe(true);
});

test('加 --link：PDF 放在网站旁边，那一页就有链接，点得下来；别的页、没印的没有', async () => {
  const built = join(folder, 'site');
  cpSync('dist', built, { recursive: true });
  const orders = [
    ['walls', '--form', 'brief'],
    ['boards', '--density', 'lite', '--mono'],
    ['walls', '--form', 'brief'],
  ];
  for (const order of orders) {
    const { code, said } = await print(
      ...order,
      ...['--wall', wall.id, '--link', '--built', built, '--out', join(folder, 'linked')],
    );
    expect(code, said).toBe(0);
  }
  const names = [`${wall.id}-board-lite-900x1200-mono.pdf`, `${wall.id}-brief.pdf`];
  expect(readdirSync(join(built, 'print')).sort()).toEqual(names);
  const site = await serveSite(built);
  try {
    for (const page of ['print', 'board']) {
      await withPage(
        109,
        `${site.home}walls/${shortest.slug}/${page}/`,
        async ({ page: shown }) => {
          await appears(shown, '.printed-links a');
          expect(await shown.locator('.printed-links a').count()).toBe(1);
          const [download] = await Promise.all([
            shown.waitForEvent('download'),
            shown.click('.printed-links a'),
          ]);
          expect(download.suggestedFilename()).toContain(wall.powerItem);
          expect(readFileSync(await download.path(), 'latin1').startsWith('%PDF')).toBe(true);
        },
      );
    }
    await withPage(153, `${site.home}handbook/`, async ({ page: shown }) => {
      await shown.waitForLoadState('networkidle');
      expect(await shown.isVisible('.printed-links')).toBe(false);
    });
  } finally {
    await site.close();
  }
});

test.each([
  { typed: ['books'], says: '用法' },
  { typed: ['walls', '--wall', 'w99'], says: '没有墙 w99。有：' },
  { typed: ['boards', '--size', 'a5'], says: '展板的 --size 只有' },
  { typed: ['handbook', '--size', '900x1200'], says: '手册的 --size 只有' },
  {
    typed: ['handbook', '--department', '没有的处'],
    says: '没有“没有的处”主办的墙。主办的处室有：',
  },
  { typed: ['handbook', '--year', '二六'], says: '--year 写四位数字' },
  { typed: ['walls', '--site', '10.1.2.3'], says: '--site 要写完整的网址' },
  { typed: ['walls', '--colour'], says: '用法' },
  { typed: ['walls', '--built', 'no-such-folder'], says: '先运行 npm run build' },
])('打错了 $typed：一句话说明白，什么也不印', async ({ typed, says }) => {
  const { code, said } = await print(...typed, '--out', join(folder, 'none'));
  expect(code).toBe(1);
  expect(said).toContain(says);
  expect(said).not.toMatch(/at .*\.ts:\d+/);
});
