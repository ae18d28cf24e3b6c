import { fileTypes, hashedFolder, hashedSeconds, homeFile } from '../server/serving.ts';
import { extensionOf, isDelivered, type Answer } from './answer.ts';
import { bad, good, none, type Verdict } from './line.ts';
import type { Served } from './measured.ts';
import { mendSettings, perServer, type ServerName } from './servers.ts';

/** How files are handed out: types, folders, packing, caching. */

/** Browsers take these for the same; servers of some years ago send them. */
const alsoRight: Readonly<Record<string, readonly string[]>> = {
  js: ['application/javascript', 'application/x-javascript'],
  gz: ['application/x-gzip'],
};

interface SentType {
  readonly mimeType: string;
  readonly charset: string | undefined;
}

function sentType({ headers }: Answer): SentType {
  const [mimeType = '', ...rest] = (headers['content-type'] ?? '').toLowerCase().split(/;\s*/);
  const charset = rest.find((part) => part.startsWith('charset='))?.slice('charset='.length);
  return { mimeType: mimeType.trim(), charset: charset?.replace(/"/g, '') };
}

/** What is wrong with the type of a file that came; undefined when it will do. */
function typeFault(answer: Answer): string | undefined {
  const extension = extensionOf(answer.path);
  const type = fileTypes.find((one) => one.extension === extension);
  if (!type) return undefined;
  const { mimeType, charset } = sentType(answer);
  const right = [type.mimeType, ...(alsoRight[extension] ?? [])];
  if (!right.includes(mimeType)) {
    return `.${extension} 是 ${mimeType || '空的'}，应该是 ${type.mimeType}`;
  }
  return type.isUtf8 && charset !== undefined && charset !== 'utf-8'
    ? `.${extension} 的编码是 ${charset}，应该是 utf-8`
    : undefined;
}

const topFolder = (path: string) => (path.includes('/') ? (path.split('/')[0] ?? '') : '');

/**
 * Extensions of which the server gives out no file at all, though it gives others from the same
 * folder, or the folder holds no others: IIS answers 404.3 for what it has no type for.
 */
function refusedExtensions(samples: readonly Answer[]): string[] {
  const extensions = [...new Set(samples.map(({ path }) => extensionOf(path)))];
  return extensions.filter((extension) => {
    const own = samples.filter(({ path }) => extensionOf(path) === extension);
    if (own.some(({ status }) => status < 400)) return false;
    const folders = new Set(own.map(({ path }) => topFolder(path)));
    const others = samples.filter(
      ({ path }) => extensionOf(path) !== extension && folders.has(topFolder(path)),
    );
    return others.length === 0 || others.some(({ status }) => status === 200);
  });
}

/** Whether files of an extension do not come, so that what needs them cannot be judged. */
export const isRefused = ({ samples }: Served, extension: string): boolean =>
  refusedExtensions(samples).includes(extension);

export function judgeTypes({ samples }: Served, server: ServerName | undefined): Verdict {
  const refused = refusedExtensions(samples).map((extension) => {
    const one = samples.find(({ path }) => extensionOf(path) === extension);
    return `.${extension} 不给（${one?.path ?? ''} 答 ${one?.status ?? 0}）`;
  });
  const wrong = samples.filter(isDelivered).flatMap((answer) => typeFault(answer) ?? []);
  const faults = [...refused, ...new Set(wrong)];
  const extensions = [...new Set(samples.map(({ path }) => extensionOf(path)))].sort();
  if (faults.length === 0) return good(`${extensions.map((one) => `.${one}`).join(' ')} 都对。`);
  return bad(
    `${faults.join('；')}。`,
    mendSettings(server, {
      IIS: ' <staticContent>：每种扩展名一行 <mimeMap>，前面先 <remove>；已经有的，看那个文件在不在',
      nginx: 'types { … }',
      Apache: '其中的 AddType，模块要开 mime',
      Tomcat: ' <mime-mapping>',
    }),
  );
}

export function judgeFolders({ folder }: Served, server: ServerName | undefined): Verdict {
  if (folder.status === 0) return none('没有连上。');
  if (folder.status === 200 && folder.siteVersion !== undefined) {
    return good(`${folder.path} 出来的是其中的 ${homeFile}。`);
  }
  const came =
    folder.status === 200 ? '出来的不是本站的页（多半是文件清单）' : `答 ${folder.status}`;
  return bad(
    `打开文件夹的地址 ${folder.path}，${came}。`,
    mendSettings(server, {
      IIS: ` <defaultDocument>：要有 ${homeFile}，再关掉“目录浏览”`,
      nginx: `index ${homeFile}; 一行，再去掉 autoindex on`,
      Apache: `其中的 DirectoryIndex ${homeFile}，再去掉 Options Indexes`,
      Tomcat: ' <welcome-file>',
    }),
  );
}

/** Shorter answers are not worth packing, and some servers leave them. */
const worthPacking = 2_000;

export function judgeCompression(
  { samples, list }: Served,
  server: ServerName | undefined,
): Verdict {
  const all = [...samples, list.answer];
  const twice = all.filter(({ isPackedTwice }) => isPackedTwice);
  if (twice.length > 0) {
    return bad(
      `${[...new Set(twice.map(({ path }) => path))].slice(0, 6).join('、')} 压缩了两次，浏览器解开一次还是压缩的。`,
      perServer(server, {
        IIS: '不要把 .gz 改名盖掉原来的文件；静态压缩和反向代理只留一处。',
        nginx: 'gzip 和前面的反向代理只留一处；不要把 .gz 改名盖掉原来的文件。',
        Apache: 'mod_deflate 和前面的反向代理只留一处；不要把 .gz 改名盖掉原来的文件。',
        Tomcat:
          'Connector 上的 compression 关掉，压缩由包里的程序做；不要把 .gz 改名盖掉原来的文件。',
      }),
    );
  }
  const came = all.filter((one) => isDelivered(one) && one.size > worthPacking);
  const plain = (extension: string) =>
    came.some(({ path, isPacked }) => extensionOf(path) === extension && !isPacked);
  const unpacked = ['html', 'css', 'js'].filter(plain);
  if (unpacked.length > 0) {
    return bad(
      `${unpacked.map((one) => `.${one}`).join(' ')} 没有压缩，打开得慢。`,
      mendSettings(server, {
        IIS: ' <urlCompression>，服务器角色里要装“静态内容压缩”',
        nginx: 'gzip on; 和 gzip_types',
        Apache: '其中的 AddOutputFilterByType，模块要开 deflate 和 filter',
        Tomcat: '程序 serve.jsp',
      }),
    );
  }
  return good(
    plain('json')
      ? '网页、样式、程序是压缩了发的；数据（.json）没有压缩，能用，取得慢一点。'
      : '网页、样式、程序、数据都是压缩了发的。',
  );
}

const isHashed = ({ path }: Answer) => path.startsWith(hashedFolder);

/** Seconds for which browsers may use an answer without asking; undefined where nothing says so. */
function keptSeconds({ headers }: Answer): number | undefined {
  const told = (headers['cache-control'] ?? '').toLowerCase();
  if (/no-cache|no-store/.test(told)) return 0;
  const seconds = /max-age=(\d+)/.exec(told)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}

const day = 24 * 60 * 60;
const leastHashedSeconds = hashedSeconds / 12;

export function judgeCaching({ samples }: Served, server: ServerName | undefined): Verdict {
  const came = samples.filter(isDelivered);
  const faults = [
    ...came
      .filter((one) => !isHashed(one) && keptSeconds(one) !== 0)
      .map((one) => {
        const seconds = keptSeconds(one);
        return seconds === undefined
          ? `.${extensionOf(one.path)} 没有说存多久，更新以后有人看到的还是旧的`
          : `.${extensionOf(one.path)} 叫浏览器存 ${Math.ceil(seconds / day)} 天，更新以后看到的还是旧的`;
      }),
    ...came
      .filter((one) => isHashed(one) && (keptSeconds(one) ?? 0) < leastHashedSeconds)
      .map(() => `${hashedFolder} 里的没有叫浏览器存一年，每页都要重新取`),
  ];
  if (faults.length === 0) return good(`网页和数据每次问，${hashedFolder} 里的存一年。`);
  return bad(
    `${[...new Set(faults)].join('；')}。`,
    mendSettings(server, {
      IIS: ` <clientCache>：网站是 DisableCache，${hashedFolder} 是 UseMaxAge；IIS 里另设的“HTTP 响应头 → 过期”去掉`,
      nginx: 'add_header Cache-Control，外面不要另写 expires',
      Apache:
        '其中的 Header set Cache-Control，模块要开 headers 和 setenvif，外面不要另写 ExpiresDefault',
      Tomcat: '程序 serve.jsp，不要另加 ExpiresFilter',
    }),
  );
}
