import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/model/selfTest/answer.ts';
import { judge } from '../../../src/model/selfTest/judge.ts';
import { lineNames, type LineId, type LineState } from '../../../src/model/selfTest/line.ts';
import type { Measured, Place, Served } from '../../../src/model/selfTest/measured.ts';
import { reportText, tallyWords } from '../../../src/model/selfTest/report.ts';
import { kernelOf, tierOf } from '../../../src/model/site/kernels.ts';
import { allWell, notFoundAnswer, rightAnswer } from '../../fixtures/selfTestMeasured.ts';

const idsIn = (measured: Measured, state: LineState) =>
  judge(measured)
    .filter((line) => line.state === state)
    .map(({ id }) => id);
const lineOf = (measured: Measured, id: LineId) => {
  const line = judge(measured).find((one) => one.id === id);
  if (!line) throw new Error(id);
  return line;
};

const withServed = (change: (served: Served) => Partial<Served>): Measured => {
  const served = allWell.served as Served;
  return { ...allWell, served: { ...served, ...change(served) } };
};
const withSamples = (change: (answer: Answer) => Partial<Answer>) =>
  withServed(({ samples }) => ({ samples: samples.map((one) => ({ ...one, ...change(one) })) }));
const withPlace = (change: Partial<Place>): Measured => ({
  ...allWell,
  place: { ...allWell.place, ...change },
});
const withHeader = (name: string, value: string | undefined, isMeant = /(?:)/) =>
  withSamples(({ path, headers }) => {
    if (!isMeant.test(path)) return {};
    const others = Object.entries(headers).filter(([key]) => key !== name);
    return {
      headers: Object.fromEntries(value === undefined ? others : [...others, [name, value]]),
    };
  });

describe('自检', () => {
  test('都好的时候，一行也不说有问题，也没有一行没有着落', () => {
    expect(judge(allWell).map(({ id }) => id)).toEqual(Object.keys(lineNames));
    expect(idsIn(allWell, 'bad')).toEqual([]);
    expect(idsIn(allWell, 'note')).toEqual([]);
    expect(idsIn(allWell, 'none')).toEqual(['wasm']);
  });

  const broken: readonly (readonly [name: string, measured: Measured, line: LineId])[] = [
    [
      '一种扩展名不给',
      withSamples(({ path }) => (/json$/.test(path) ? { status: 404 } : {})),
      'types',
    ],
    ['编码写成 gbk', withHeader('content-type', 'text/plain; charset=gbk', /txt$/), 'types'],
    [
      '压缩了两次',
      withSamples(({ path }) => ({ isPackedTwice: /json$/.test(path) })),
      'compression',
    ],
    ['数据存一天', withHeader('cache-control', 'max-age=86400', /json$/), 'caching'],
    ['什么也没有说存多久', withHeader('cache-control', undefined, /html$/), 'caching'],
    [
      '别人的策略',
      withHeader('content-security-policy', "frame-ancestors 'self', script-src 'self'"),
      'policy',
    ],
    ['行内的程序没有跑', withPlace({ hasInlineRun: false }), 'policy'],
    ['网页是另一版', withPlace({ siteVersion: '01d01d01' }), 'versions'],
    ['页面和它以为的路径不一样', withPlace({ path: '/elsewhere/self-test/' }), 'opened'],
    ['时钟快一小时', withSamples(() => ({ clockAheadMs: 3_600_000 })), 'clock'],
    [
      '文件夹打不开',
      withServed(() => ({ folder: rightAnswer('walls/', { status: 403 }) })),
      'folders',
    ],
    [
      '没有的地址答 200',
      withServed(() => ({ missing: [{ ...notFoundAnswer('x/'), status: 200 }] })),
      'notFound',
    ],
    ['查不到词', { ...allWell, searched: { status: 'done', risks: 3, pages: 0 } }, 'search'],
    ['内核太老', withPlace({ userAgent: 'Chrome/69.0.1' }), 'kernel'],
    ['浏览器不让存', { ...allWell, browser: { ...allWell.browser, canKeep: false } }, 'storage'],
    ['存满了', { ...allWell, browser: { ...allWell.browser, hasRoom: false } }, 'storage'],
    ['什么也没有取到', withSamples(() => ({ status: 0, size: 0 })), 'files'],
  ];
  test.each(broken)('%s：只有一行说有问题，有改法', (_, measured, line) => {
    expect(idsIn(measured, 'bad')).toEqual([line]);
    expect(lineOf(measured, line).remedies.length).toBeGreaterThan(0);
  });

  test('认得出是哪种服务器的，只说那一种的改法', () => {
    const types = (server: string) => {
      const wrong = withHeader('content-type', 'text/plain', /svg$/);
      const served = wrong.served as Served;
      const samples = served.samples.map((one) => ({
        ...one,
        headers: { ...one.headers, server },
      }));
      return lineOf({ ...wrong, served: { ...served, samples } }, 'types').remedies;
    };
    expect(types('Microsoft-IIS/7.5')).toEqual([expect.stringMatching(/^IIS：.*web\.config/)]);
    expect(types('nginx/1.22.1')).toEqual([expect.stringMatching(/^nginx：/)]);
    expect(types('Apache-Coyote/1.1')).toEqual([expect.stringMatching(/^Tomcat：/)]);
    expect(types('某某信创中间件')).toHaveLength(4);
  });

  test('从文件夹打开：和服务器有关的不适用，没有一行不对', () => {
    const measured: Measured = {
      ...withPlace({ protocol: 'file:', isFolder: true }),
      served: undefined,
      searched: { status: 'done', risks: 3, pages: undefined },
    };
    expect(idsIn(measured, 'bad')).toEqual([]);
    expect(idsIn(measured, 'none')).toEqual(expect.arrayContaining(['types', 'caching', 'clock']));
    expect(lineOf(measured, 'search')).toMatchObject({ state: 'good' });
  });

  test('少了字体、内核在中间一档，是提醒，不是有问题', () => {
    const browser = { ...allWell.browser, fonts: [{ name: '仿宋', isThere: false }] };
    expect(idsIn({ ...allWell, browser }, 'note')).toEqual(['fonts']);
    expect(idsIn(withPlace({ userAgent: 'Chrome/86.0.1' }), 'note')).toEqual(['kernel']);
  });

  test('内核分三档，国产浏览器写的也认得', () => {
    expect(
      ['85', '86', '108', '109', '153'].map((one) => tierOf(kernelOf(`Chrome/${one}.0`))),
    ).toEqual(['old', 'reading', 'reading', 'whole', 'whole']);
    expect(
      kernelOf('Mozilla/5.0 AppleWebKit/537.36 Chrome/86.0.4240.198 Safari/537.36 QIHU 360SE'),
    ).toBe(86);
    expect(tierOf(kernelOf('Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0)'))).toBe('unknown');
  });

  test('报告里每一行都有记号和字，改法跟在后面', () => {
    const lines = judge(withPlace({ siteVersion: '01d01d01' }));
    const head = {
      ...{ siteTitle: '防控墙', address: 'http://x/', time: '2026-12-01 09:30' },
      ...{ siteVersion: '01d01d01', filesSum: '', userAgent: 'Chrome' },
    };
    const report = reportText(head, lines);
    expect(report).toContain('× 有问题　网页和数据同一版：');
    expect(report).toMatch(/网页和数据同一版.*\r\n　　→ /);
    expect(tallyWords(lines)).toMatch(/^1 项有问题，\d+ 项正常/);
  });
});
