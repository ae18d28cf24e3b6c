import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { crowded, IisFault, readSettings, type IisSettings } from './iisSettings.ts';
import { addressOf, type ServerKind } from './server.ts';

/** A file or folder by a path that need not have its letters right, as Windows has it. */
function findOnWindows(folder: string, path: string): string | undefined {
  let found = folder;
  for (const segment of path.split('/').filter((part) => part !== '')) {
    if (segment === '..' || !statSync(found).isDirectory()) return undefined;
    const name = readdirSync(found).find((one) => one.toLowerCase() === segment.toLowerCase());
    if (name === undefined) return undefined;
    found = join(found, name);
  }
  return found;
}

type Answer =
  | { readonly status: 200; readonly file: string; readonly type: string }
  | { readonly status: 301; readonly location: string }
  /** With the number behind the point, which IIS writes into its log. */
  | { readonly status: 404; readonly detail: 0 | 3 | 8 };

function answerFor(folder: string, address: string, settings: IisSettings, base: string): Answer {
  const inside = address.slice(base.length);
  const segments = inside.toLowerCase().split('/');
  if (settings.hidden.some((one) => segments.includes(one.toLowerCase())))
    return { status: 404, detail: 8 };
  let file = findOnWindows(folder, inside);
  if (file !== undefined && statSync(file).isDirectory()) {
    if (!address.endsWith('/')) return { status: 301, location: `${address}/` };
    const place = file;
    file = settings.documents
      .map((name) => findOnWindows(place, name))
      .find((document) => document !== undefined);
  }
  if (file === undefined) return { status: 404, detail: 0 };
  const type = settings.types.get(extname(file).toLowerCase());
  return type === undefined ? { status: 404, detail: 3 } : { status: 200, file, type };
}

/** IIS packs these by default (httpCompression, staticTypes), which a site cannot change. */
const isPackedByServer = (type: string) => /^(?:text|message)\//.test(type);

function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  settings: IisSettings,
  folder: string,
): void {
  for (const [name, value] of settings.headers) response.setHeader(name, value);
  response.statusCode = answer.status;
  if (answer.status === 301) {
    response.setHeader('location', answer.location);
    response.end();
    return;
  }
  const error = answer.status === 404 ? settings.notFound : undefined;
  if (answer.status === 404 && error === undefined) {
    response.end(`404.${answer.detail}`);
    return;
  }
  const file = answer.status === 404 ? join(folder, error ?? '') : answer.file;
  const type = answer.status === 404 ? 'text/html' : answer.type;
  response.setHeader('content-type', type);
  if (answer.status === 200) {
    const { mtimeMs, size } = statSync(file);
    const tag = `"${mtimeMs.toString(16)}-${size}:0"`;
    response.setHeader('etag', tag);
    if (settings.cache !== undefined) response.setHeader('cache-control', settings.cache);
    if (request.headers['if-none-match'] === tag) {
      response.statusCode = 304;
      response.end();
      return;
    }
  }
  const isPacked =
    settings.isPacking &&
    isPackedByServer(type) &&
    String(request.headers['accept-encoding']).includes('gzip');
  if (isPacked) response.setHeader('content-encoding', 'gzip').setHeader('vary', 'Accept-Encoding');
  const bytes = readFileSync(file);
  response.end(isPacked ? gzipSync(bytes) : bytes);
}

/**
 * Stands in for IIS, which runs on Windows only: its documented rules for a site of files, with our
 * web.config read and applied, below a site that has set some of the same things already.
 */
export const iis: ServerKind = {
  name: 'IIS（照它的规则写的替身）',
  isHere: true,
  async start({ unpacked }, base) {
    const folder = join(unpacked, 'fangkong');
    const settingsFor = readSettings(readFileSync(join(folder, 'web.config'), 'utf8'), crowded);
    const server = createServer((request, response) => {
      const address = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
      if (!address.toLowerCase().startsWith(base)) {
        response.writeHead(404).end();
        return;
      }
      try {
        const settings = settingsFor(address.slice(base.length));
        send(request, response, answerFor(folder, address, settings, base), settings, folder);
      } catch (error) {
        response.writeHead(500).end(error instanceof IisFault ? `500.19 ${error.message}` : '500');
      }
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    return {
      home: addressOf(port, base),
      close: async () => {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      },
    };
  },
};
