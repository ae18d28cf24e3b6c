import { gzipSync } from 'node:zlib';
import type { LineId } from '../../../../src/model/selfTest/line.ts';
import type { Breakage } from './broken.ts';
import {
  textOf,
  bytesOf,
  changeFiles,
  without,
  withHeader,
  withoutHeader,
  endsWith,
  inFolder,
  every,
  ownError,
  refusing,
  inTextMode,
  olderVersion,
  ownPolicy,
  oursAnd,
} from './damage.ts';

export interface Case {
  readonly breakage: Breakage;
  /** The one line that turns red. */
  readonly line: LineId;
  readonly remedy: RegExp;
  /** Found only when all files are compared. */
  readonly isDeep?: boolean;
  /** Where the page is opened. */
  readonly path?: string;
}

/** Each of them is told by one line of the self-test. */
export const breakages: readonly (readonly [name: string, fault: Case])[] = [
  [
    '没有登记 .json（IIS 的 404.3）',
    { breakage: { reply: refusing('.json') }, line: 'types', remedy: /\.json 不给.*<mimeMap>/s },
  ],
  [
    '没有登记 .png',
    { breakage: { reply: refusing('.png') }, line: 'types', remedy: /\.png 不给.*<mimeMap>/s },
  ],
  [
    '.css 发成 text/plain',
    {
      breakage: { reply: withHeader(endsWith('.css'), { 'content-type': 'text/plain' }) },
      line: 'types',
      remedy: /\.css 是 text\/plain，应该是 text\/css.*include/s,
    },
  ],
  [
    '.svg 发成 application/octet-stream',
    {
      breakage: {
        reply: withHeader(endsWith('.svg'), { 'content-type': 'application/octet-stream' }),
      },
      line: 'types',
      remedy: /\.svg 是 application\/octet-stream.*AddType/s,
    },
  ],
  [
    '网页发成 GBK',
    {
      breakage: {
        reply: withHeader(endsWith('.txt'), { 'content-type': 'text/plain; charset=gbk' }),
      },
      line: 'types',
      remedy: /编码是 gbk/,
    },
  ],
  [
    '少了整个 data 文件夹',
    { breakage: { files: without(inFolder('data/')) }, line: 'files', remedy: /整个放进去/ },
  ],
  [
    'assets 里少了一个',
    {
      breakage: { files: without((path) => /assets\/rollupWorker[^/]*\.js$/.test(path)) },
      line: 'files',
      remedy: /rollupWorker.*没有.*杀毒软件/s,
      isDeep: true,
    },
  ],
  [
    '数据压缩了两次',
    {
      breakage: {
        reply: (reply, path) =>
          path.endsWith('.json') ? { ...reply, body: gzipSync(reply.body) } : reply,
      },
      line: 'compression',
      remedy: /压缩了两次.*反向代理/s,
    },
  ],
  [
    '压缩好的文件不全',
    {
      breakage: {
        reply: (reply, path) =>
          path === 'rollup/index.html'
            ? {
                ...reply,
                headers: { ...reply.headers, 'content-encoding': 'gzip' },
                body: gzipSync(reply.body).subarray(0, 1_500),
              }
            : reply,
      },
      line: 'files',
      remedy: /rollup\/index\.html (?:不全|是空的)/,
      isDeep: true,
    },
  ],
  [
    '没有压缩',
    {
      breakage: {
        reply: (reply) => ({
          ...reply,
          headers: { ...reply.headers, 'content-encoding': 'identity' },
        }),
      },
      line: 'compression',
      remedy: /没有压缩.*gzip_types/s,
    },
  ],
  [
    '网页叫浏览器存一年',
    {
      breakage: {
        reply: withHeader(endsWith('.html'), { 'cache-control': 'max-age=31536000' }),
      },
      line: 'caching',
      remedy: /\.html 叫浏览器存 365 天.*clientCache/s,
    },
  ],
  [
    'assets 不让存',
    {
      breakage: { reply: withHeader(inFolder('assets/'), { 'cache-control': 'no-cache' }) },
      line: 'caching',
      remedy: /assets\/ 里的没有叫浏览器存一年/,
    },
  ],
  [
    '没有说存多久',
    {
      breakage: { reply: withoutHeader('cache-control') },
      line: 'caching',
      remedy: /没有说存多久/,
    },
  ],
  [
    '只换了网页，数据还是旧的',
    {
      breakage: { files: changeFiles(inFolder('data/'), olderVersion) },
      line: 'versions',
      remedy: /有 2 个版本.*不要盖在旧的上面/s,
    },
  ],
  [
    '只换了数据，网页还是旧的',
    {
      breakage: { files: changeFiles(endsWith('.html'), olderVersion) },
      line: 'versions',
      remedy: /有 2 个版本.*不要盖在旧的上面/s,
    },
  ],
  [
    '用 FTP 的文本方式传的',
    {
      breakage: { files: changeFiles((path) => !path.startsWith('walls/'), inTextMode) },
      line: 'files',
      remedy: /换行被改过.*二进制方式/s,
    },
  ],
  [
    '服务器另加了一条策略',
    {
      breakage: { reply: withHeader(every, oursAnd(ownPolicy)) },
      line: 'policy',
      remedy: /default-src.*对本站去掉/s,
    },
  ],
  [
    '服务器的策略不让取数据',
    {
      breakage: { reply: withHeader(every, oursAnd("connect-src 'none'")) },
      line: 'policy',
      remedy: /connect-src.*对本站去掉/s,
    },
  ],
  [
    '没有 frame-ancestors',
    {
      breakage: { reply: withoutHeader('content-security-policy') },
      line: 'framing',
      remedy: /套在框里.*customHeaders/s,
    },
  ],
  [
    '没有 nosniff',
    {
      breakage: { reply: withoutHeader('x-content-type-options') },
      line: 'sniffing',
      remedy: /add_header X-Content-Type-Options/,
    },
  ],
  [
    '没有 Referrer-Policy',
    {
      breakage: { reply: withoutHeader('referrer-policy') },
      line: 'referrer',
      remedy: /Header always set Referrer-Policy/,
    },
  ],
  [
    '没有的地址答 200',
    {
      breakage: { reply: (reply) => ({ ...reply, status: 200 }) },
      line: 'notFound',
      remedy: /答 200，应该答 404.*=200/s,
    },
  ],
  [
    '没有的地址转到首页',
    {
      breakage: {
        reply: (reply, _path, _asked, files) =>
          reply.status === 404
            ? { ...reply, status: 200, body: files.get('index.html') ?? reply.body }
            : reply,
      },
      line: 'notFound',
      remedy: /转到了别的页.*URL 重写/s,
    },
  ],
  [
    '没有设 404 页',
    {
      breakage: {
        reply: (reply) => (reply.status === 404 ? { ...reply, ...ownError(404) } : reply),
      },
      line: 'notFound',
      remedy: /不是本站的.*ErrorDocument/s,
    },
  ],
  [
    '服务器的时钟慢了一小时',
    {
      breakage: {
        reply: (reply) => ({
          ...reply,
          headers: { ...reply.headers, date: new Date(Date.now() - 3_600_000).toUTCString() },
        }),
      },
      line: 'clock',
      remedy: /快 60 分钟.*w32tm/s,
    },
  ],
  [
    '网关往网页里插了脚本',
    {
      breakage: {
        reply: (reply, path) =>
          path.endsWith('.html') && reply.status === 200
            ? {
                ...reply,
                body: bytesOf(textOf(reply.body).replace('</body>', '<script>1</script></body>')),
              }
            : reply,
      },
      line: 'files',
      remedy: /多出了东西.*上网行为管理/s,
    },
  ],
  [
    '磁盘满了，有的文件是空的',
    {
      breakage: { files: changeFiles(inFolder('laws/'), () => new Uint8Array()) },
      line: 'files',
      remedy: /laws\/.*是空的.*磁盘/s,
    },
  ],
  [
    '打开文件夹出来的是文件清单',
    {
      breakage: {
        reply: (reply, _, asked) =>
          asked.endsWith('/') && reply.status === 200
            ? { ...reply, body: bytesOf('<title>Index of /</title><a href="index.html">') }
            : reply,
      },
      line: 'folders',
      remedy: /文件清单.*autoindex/s,
      path: 'self-test/index.html',
    },
  ],
];
