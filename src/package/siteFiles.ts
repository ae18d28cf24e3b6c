import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import {
  fileTypes,
  hashedFolder,
  notFoundFile,
  packedCopyOverBytes,
} from '../model/server/serving.ts';
import { fileListOf, fileListPath } from '../model/published/fileList.ts';
import type { Files } from './archive.ts';
import { findingHome } from './notFoundPage.ts';
import { relativePage, relativeStyles, rootedImports } from './relativeLinks.ts';

/** The folder that is put on the server, as the zip names it. */
export const siteFolder = 'fangkong';

const longestPath = 120;

/** Letter by letter: a byte order mark stays where it is. */
const textOf = (bytes: Uint8Array | undefined) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const extensionOf = (path: string) => path.slice(path.lastIndexOf('.') + 1);
const typeOf = (path: string) => fileTypes.find(({ extension }) => extension === extensionOf(path));

/** What is wrong with the length of a path, in the folder that it comes in; else nothing. */
export function faultOfLength(path: string): string | undefined {
  const { length } = `${siteFolder}/${path}`;
  if (length <= longestPath) return undefined;
  return `${path}：路径有 ${length} 个字符，不能超过 ${longestPath} 个。把 content/ 里的文件名改短。`;
}

/** What is wrong with the name of a file for the servers and discs it has to pass; else nothing. */
export function faultOfName(path: string): string | undefined {
  if (!/^[\w./@-]+$/.test(path))
    return `${path}：名字里只能有英文字母、数字、点、横线和下划线，别的字在有的服务器上取不到。改它在 content/ 里的文件名。`;
  const tooLong = faultOfLength(path);
  if (tooLong !== undefined) return tooLong;
  if (!typeOf(path))
    return `${path}：服务器的设置里没有这种文件。改成别的格式，或者在 src/model/server/serving.ts 里加上它的类型。`;
  if (path.startsWith(hashedFolder) && !/[.-][\w-]{8}\.(?:[a-z]+)$/.test(path))
    return `${path}：名字里没有校验值，浏览器会把旧的留一年。放到 public/ 的别的文件夹里。`;
  return undefined;
}

/**
 * Reads a built site.
 * @throws Error when there is none, or a name in it will not do, saying what to change.
 */
export function readSite(folder: string): Files {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`${folder} 里没有生成好的网站，先运行 npm run build。`);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  const faults = paths.flatMap((path) => faultOfName(path) ?? []);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return new Map(paths.map((path) => [path, new Uint8Array(readFileSync(join(folder, path)))]));
}

/** The path under which a site was built, as its pages say. */
export function builtBase(files: Files): string {
  return /\sdata-base="([^"]+)"/.exec(textOf(files.get('index.html')))?.[1] ?? '/';
}

function relativeText(path: string, text: string): string {
  switch (extensionOf(path)) {
    case 'html': {
      const page = relativePage(text, path);
      return path === notFoundFile ? findingHome(page) : page;
    }
    case 'css':
      return relativeStyles(text, path);
    default: {
      const [address] = rootedImports(text);
      if (address !== undefined)
        throw new Error(
          `${path} 从根上取 ${address}，放在子路径下取不到。在程序里用 import 引它；或者打包时写明 --base。`,
        );
      return text;
    }
  }
}

/**
 * The same site with relative addresses, to stand under any path.
 * @param files of a site that was built for the root.
 */
export function relativeSite(files: Files): Files {
  return new Map(
    [...files].map(([path, bytes]) =>
      /\.(?:html|css|js)$/.test(path)
        ? [path, new TextEncoder().encode(relativeText(path, textOf(bytes)))]
        : [path, bytes],
    ),
  );
}

/** The same site with the list of its files as they now are, which the self-test compares. */
export function relisted(files: Files): Files {
  const text = textOf(files.get(fileListPath));
  const stamp = text === '' ? {} : (JSON.parse(text) as object);
  const list = { ...stamp, ...fileListOf(files) };
  return new Map(files).set(fileListPath, new TextEncoder().encode(JSON.stringify(list)));
}

/** The site as it is put on servers: under any path, where it was built for none. */
export const siteForServers = (built: Files): Files =>
  relisted(builtBase(built) === '/' ? relativeSite(built) : built);

/** Packed copies of the large files, to lie beside them as `.gz`. */
export function packedCopies(files: Files): Files {
  return new Map(
    [...files]
      .filter(([path, bytes]) => typeOf(path)?.isPackable && bytes.length > packedCopyOverBytes)
      // Without a time and a name in it, so that it is the same every time.
      .map(([path, bytes]) => [`${path}.gz`, gzipSync(bytes, { level: 9, mtime: 0 })]),
  );
}
