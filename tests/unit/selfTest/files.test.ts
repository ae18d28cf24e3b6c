import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fileListOf, fileListSum, withListed } from '../../../src/model/published/fileList.ts';
import { readAnswer } from '../../../src/model/selfTest/answer.ts';
import {
  causeOf,
  faultList,
  faultRemedies,
  type FileCause,
} from '../../../src/model/selfTest/fileFaults.ts';
import { quickSample } from '../../../src/model/selfTest/samples.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const page = bytesOf('<html>\n<title>页</title>\n</html>\n');
const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);

const came = (path: string, bytes: Uint8Array | undefined, status = 200) =>
  readAnswer({ path, status, headers: {}, bytes, cameShorter: false, time: 0 });

/** What is said of a file that was published as the one and came as the other. */
function told(path: string, published: Uint8Array, arrived: Uint8Array | undefined, status = 200) {
  const [row] = fileListOf([[path, published]]).files;
  return row && causeOf(row, came(path, arrived, status));
}
const withCr = (bytes: Uint8Array) =>
  bytesOf(new TextDecoder().decode(bytes).replace(/\n/g, '\r\n'));

describe('文件核对', () => {
  const cases: readonly (readonly [
    string,
    string,
    Uint8Array,
    Uint8Array | undefined,
    FileCause | undefined,
  ])[] = [
    ['一个字节不差', 'a.html', page, page, undefined],
    ['FTP 文本方式传的网页', 'a.html', page, withCr(page), 'textMode'],
    [
      'FTP 文本方式传的图',
      'a.png',
      picture,
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0a, 0x1a, 0x0a, 1),
      'textMode',
    ],
    ['空的', 'a.js', page, new Uint8Array(), 'empty'],
    ['断在半路的', 'a.js', page, page.subarray(0, 9), 'cut'],
    ['解不开的', 'a.js', page, undefined, 'empty'],
    [
      '被插了东西的网页',
      'a.html',
      page,
      bytesOf('<script>1</script><html></html>\n<p>这一行更长，更长</p>'),
      'inserted',
    ],
    ['同样长、改了一个字的', 'a.js', bytesOf('abc'), bytesOf('abd'), 'changed'],
    // Told in the line of packing.
    ['压缩了两次的', 'a.js', page, gzipSync(page), undefined],
  ];
  test.each(cases)('%s', (_, path, published, arrived, cause) => {
    expect(told(path, published, arrived)).toBe(cause);
  });

  test('404 页自己答 404 的，算在（Java 容器这样发），别的文件不算', () => {
    const html = bytesOf('<title>没有这一页</title>');
    expect(told('404.html', html, html, 404)).toBeUndefined();
    expect(told('a.html', html, html, 404)).toBe('missing');
  });

  test('没有的、没有答的', () => {
    expect(told('a.js', page, page, 404)).toBe('missing');
    expect(told('a.js', page, undefined, 0)).toBe('unanswered');
  });

  test('几十个坏了只列几个，同一个原因的改法只说一次', () => {
    const faults = Array.from({ length: 30 }, (_, i) => ({
      path: `${i}.js`,
      cause: 'cut' as const,
    }));
    expect(faultList(faults)).toMatch(/^0\.js 不全；.*；等 30 个$/);
    expect(faultRemedies(faults)).toHaveLength(1);
  });

  test('单子里没有它自己；换了一个文件，总的校验值就变', () => {
    const list = fileListOf([
      ['data/files.json', page],
      ['b.js', page],
      ['a.html', page],
    ]);
    expect(list.files.map(([path]) => path)).toEqual(['a.html', 'b.js']);
    const other = withListed(list, [['b.js', picture]]);
    expect(fileListSum(other)).not.toBe(fileListSum(list));
    expect(fileListSum(withListed(other, [['b.js', page]]))).toBe(fileListSum(list));
  });

  test('先看的几个：每个文件夹、每种扩展名都有', () => {
    const paths = [
      'a.html',
      'x/1.js',
      'x/2.js',
      'x/3.js',
      'x/4.js',
      'x/5.js',
      'x/1.css',
      'y/z/1.css',
    ];
    const sample = quickSample(fileListOf(paths.map((path) => [path, page] as const)));
    expect(sample.map(([path]) => path).sort()).toEqual(
      ['a.html', 'x/1.css', 'x/1.js', 'x/3.js', 'x/5.js', 'y/z/1.css'].sort(),
    );
  });
});
