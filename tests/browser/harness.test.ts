import { describe, expect, test } from 'vitest';
import { axeColourRules, axeFaults, axeFaultsInBothThemes, colourRules } from './support/axe.ts';
import { browserFiles, kernels } from '../../src/print/browserFiles.ts';
import { closeBrowser, endBrowser, launchKernel } from './support/browsers.ts';
import { describeInKernels } from './support/eachKernel.ts';
import { printPage } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { serveSite } from './support/site.ts';
import { settled, withPage } from './support/visit.ts';

/** The measuring tools are measured on pages whose faults are known. */
const fixture = 'tests/fixtures/site';
const strictPolicy = "default-src 'self'; img-src 'self' data:";

const strictSite = servedSite(fixture, '/fangkong/', strictPolicy);
const openSite = servedSite(fixture);

describeInKernels('测试工具', kernels, (kernel) => {
  test('测的真是这个内核，页面不在安全环境里，中文用真字体', async () => {
    await withPage(kernel, strictSite.home, async ({ page, faults }) => {
      const seen = await page.evaluate(() => {
        const pen = document.createElement('canvas').getContext('2d');
        if (pen) pen.font = '100px sans-serif';
        return {
          major: Number(/Chrome\/(\d+)/.exec(navigator.userAgent)?.[1]),
          isSecure: window.isSecureContext,
          // A sign that no font holds is drawn as a box, which is narrower.
          signWidth: pen?.measureText('国').width,
        };
      });
      expect(seen).toEqual({
        major: (await browserFiles(kernel)) ? kernel : expect.any(Number),
        isSecure: false,
        signWidth: 100,
      });
      expect(faults).toEqual([]);
    });
  });

  test('违反页面策略的样式和脚本都记下来，脚本没有跑', async () => {
    await withPage(kernel, `${strictSite.home}faulty.html`, async ({ page, faults }) => {
      const policyFaults = faults.filter((fault) => fault.includes('Content Security Policy'));
      expect(policyFaults.some((fault) => fault.includes('inline style'))).toBe(true);
      expect(policyFaults.some((fault) => fault.includes('inline script'))).toBe(true);
      expect(await page.title()).toBe('毛病齐全的一页');
    });
  });

  test('出站的请求和脚本错误都记下来', async () => {
    await withPage(kernel, `${openSite.home}outbound.html`, async ({ faults }) => {
      expect(faults).toContain('出站：http://elsewhere.intranet/picture.png');
      expect(faults).toContain('脚本：有意出错');
    });
  });

  test('缺了图片、数据文件或后来才取的脚本，都记下来，说得出是哪一个；不缺的不记', async () => {
    await withPage(kernel, `${openSite.home}missing.html`, async ({ page, faults, asked }) => {
      await settled(page);
      const lost = ['/missing.png', '/data/missing.json', '/assets/missing.js'];
      expect(
        faults.map((fault) => new URL(/（(.*)）$/.exec(fault)?.[1] ?? '').pathname).sort(),
      ).toEqual([...lost].sort());
      for (const fault of faults) expect(fault).toContain('status of 404');
      expect(asked.filter((path) => path !== '/favicon.ico').sort()).toEqual(
        ['/missing.html', '/style.css', ...lost].sort(),
      );
    });
  });

  test('等页面安静下来：一个接一个取的也都等到', async () => {
    await withPage(kernel, `${openSite.home}chained.html`, async ({ page, faults }) => {
      await settled(page);
      expect(await page.title()).toBe('都取到了');
      expect(faults).toEqual([]);
    });
  });

  test('一个浏览器没有回应，只结束它自己，别的照常用', async () => {
    const [hung, other] = [await launchKernel(kernel), await launchKernel(kernel)];
    if (!hung || !other) return;
    const isGone = new Promise((done) => hung.on('disconnected', done));
    endBrowser(hung);
    await isGone;
    const page = await other.newPage();
    await page.goto(openSite.home);
    expect(await page.title()).toBe('没有毛病的一页');
    await closeBrowser(other);
    expect(other.isConnected()).toBe(false);
  });

  test('印出的中文读得回来，位置和字号是纸上的毫米和磅', async () => {
    await withPage(kernel, strictSite.home, async ({ page }) => {
      const sheets = await printPage(page);
      expect(sheets).toHaveLength(1);
      const [sheet] = sheets;
      expect(sheet?.widthMm).toBeCloseTo(210, 0);
      expect(sheet?.heightMm).toBeCloseTo(297, 0);
      // 土 comes back as the radical ⼟, in a run of its own.
      const printed = sheet?.texts.map(({ text }) => text).join('');
      expect(printed?.normalize('NFKC')).toContain('国土资源');
      const first = sheet?.texts[0];
      expect(first?.text).toBe('国');
      expect(first?.sizePt).toBeCloseTo(18, 1);
      expect(first?.xMm).toBeCloseTo(30, 0);
    });
  });
});

describe('测试工具', () => {
  test.each([
    ['light', ['image-alt']],
    ['dark', ['color-contrast', 'image-alt']],
  ] as const)('%s：埋下的无障碍毛病一个不漏，页面策略仍然有效', async (colorScheme, wanted) => {
    await withPage(
      153,
      `${strictSite.home}faulty.html`,
      async ({ page }) => {
        const found = (await axeFaults(page)).map((line) => line.split('：')[0]);
        expect(found.sort()).toEqual(wanted);
        expect(await page.title()).toBe('毛病齐全的一页');
        await page.goto(strictSite.home);
        expect(await axeFaults(page)).toEqual([]);
      },
      { colorScheme },
    );
  });

  test('只看颜色的规则一条不漏，页面换成深色再看，埋下的毛病找得到', async () => {
    await withPage(153, `${strictSite.home}faulty.html`, async ({ page }) => {
      expect((await axeColourRules(page)).sort()).toEqual([...colourRules].sort());
      const found = (await axeFaultsInBothThemes(page)).map((line) =>
        /^(深色：)?[a-z-]+/.exec(line),
      );
      expect(found.map((match) => match?.[0])).toEqual(['image-alt', '深色：color-contrast']);
      // A sound page is not looked at twice; what is then added to it in new colours is found.
      await page.goto(strictSite.home);
      expect(await axeFaultsInBothThemes(page)).toEqual([]);
      await page.evaluate(() => document.querySelector('p')?.classList.add('dim-in-dark'));
      expect((await axeFaultsInBothThemes(page)).join()).toContain('深色：color-contrast');
    });
  });

  test.each([
    ['/fangkong/', 200],
    ['/fangkong/style.css', 200],
    ['/fangkong/none.html', 404],
    ['/fangkong', 404],
    ['/', 404],
    ['/fangkong/%2e%2e/fixtureWall.ts', 404],
    ['/fangkong/..%2ffixtureWall.ts', 404],
    ['/fangkong/%', 404],
  ])('服务器对 %s 答 %i', async (path, status) => {
    const { port } = new URL(strictSite.home);
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    expect(answer.status).toBe(status);
    expect((await answer.text()).includes('没有这一页')).toBe(status === 404);
  });

  test('没有生成网站的文件夹不能开起来，并说该做什么', async () => {
    await expect(serveSite('tests/fixtures')).rejects.toThrow('先运行 npm run build');
  });
});
