import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { testHost } from './browsers.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface Site {
  /** Address of the home page, with the base path and a slash at the end. */
  readonly home: string;
  close(): void;
}

/** Each file packed once: what is measured behind a server is not its packing. */
function packedOnce(): (file: string) => Buffer {
  const packed = new Map<string, Buffer>();
  return (file) => {
    const known = packed.get(file) ?? gzipSync(readFileSync(file));
    packed.set(file, known);
    return known;
  };
}

/**
 * Serves a built site the way a plain intranet server does: no listing, no rewriting, http.
 * @param base path under which the site was built, with a slash at both ends.
 * @param policy a Content-Security-Policy header to send besides what the pages say themselves.
 * @param isPacked whether texts go out packed by gzip, which is all that plain http asks for.
 * @throws when the folder holds no built site.
 */
export async function serveSite(
  folder: string,
  base = '/',
  policy?: string,
  isPacked = false,
): Promise<Site> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`${folder} 里没有生成好的网站，先运行 npm run build。`);
  }
  const pack = packedOnce();
  const server: Server = createServer((request, response) => {
    const file = fileAt(folder, base, request.url ?? '/');
    const sent = file ?? join(folder, '404.html');
    const type = types[extname(sent)];
    const mayPack = isPacked && type !== undefined;
    response.writeHead(file ? 200 : 404, {
      'content-type': type ?? 'application/octet-stream',
      ...(policy && { 'content-security-policy': policy }),
      ...(mayPack && { 'content-encoding': 'gzip' }),
    });
    if (mayPack) {
      response.end(pack(sent));
      return;
    }
    createReadStream(sent)
      .on('error', () => response.end())
      .pipe(response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    home: `http://${testHost}:${port}${base}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The file that an address names, or undefined when there is none inside the site. */
function fileAt(folder: string, base: string, address: string): string | undefined {
  const path = decodedPath(address);
  if (!path?.startsWith(base)) return undefined;
  const inside = normalize(`/${path.slice(base.length)}`);
  const file = join(folder, inside.endsWith('/') ? `${inside}index.html` : inside);
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function decodedPath(address: string): string | undefined {
  try {
    return decodeURIComponent(new URL(address, 'http://x').pathname);
  } catch {
    return undefined;
  }
}
