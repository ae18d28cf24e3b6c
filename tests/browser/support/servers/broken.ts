import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import {
  cacheControl,
  contentType,
  fileTypes,
  hashedFolder,
  homeFile,
  notFoundFile,
  securityHeaders,
} from '../../../../src/model/server/serving.ts';
import type { Files } from '../../../../src/package/archive.ts';
import { addressOf, type PackageServer } from './server.ts';

/** What a server answers, before it is packed for its way. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Uint8Array;
}

/** What somebody has done to the site or to its server. */
export interface Breakage {
  /** As the files lie in the folder. */
  readonly files?: (files: Files) => Files;
  /**
   * @param path of the file that is sent, from the home page. @param asked as it was asked for.
   * @param files of the site.
   */
  readonly reply?: (reply: Reply, path: string, asked: string, files: Files) => Reply;
  /** Whether letters may be large or small, as on Windows. */
  readonly isCaseBlind?: boolean;
}

const extensionOf = (path: string) => path.slice(path.lastIndexOf('.') + 1);

function plainReply(files: Files, path: string): Reply {
  const body = files.get(path);
  const sent = body ? path : notFoundFile;
  const type = fileTypes.find(({ extension }) => extension === extensionOf(sent));
  return {
    status: body ? 200 : 404,
    headers: {
      'content-type': type ? contentType(type) : 'application/octet-stream',
      'cache-control':
        body && path.startsWith(hashedFolder) ? cacheControl.hashed : cacheControl.asked,
      ...Object.fromEntries(securityHeaders.map(([name, value]) => [name.toLowerCase(), value])),
    },
    body: body ?? files.get(notFoundFile) ?? new Uint8Array(),
  };
}

function packed(reply: Reply, path: string): Reply {
  const isPackable = fileTypes.some(
    (type) => type.isPackable && type.extension === extensionOf(path),
  );
  if (!isPackable || reply.headers['content-encoding'] !== undefined) return reply;
  return {
    ...reply,
    headers: { ...reply.headers, 'content-encoding': 'gzip' },
    body: gzipSync(reply.body, { level: 1 }),
  };
}

/** Serves files with the headers that the package asks for, but for what is broken. */
export async function serveBroken(
  whole: Files,
  base: string,
  { files = (one) => one, reply = (one) => one, isCaseBlind = false }: Breakage = {},
): Promise<PackageServer> {
  const folder = files(whole);
  const known = isCaseBlind ? (path: string) => path.toLowerCase() : (path: string) => path;
  const server = createServer((request, response) => {
    const address = known(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const asked = address.startsWith(base) ? address.slice(base.length) : '?';
    const path = asked.replace(/(^|\/)$/, `$1${homeFile}`);
    const { status, headers, body } = packed(
      reply(plainReply(folder, path), path, asked, folder),
      path,
    );
    response.sendDate = headers['date'] === undefined;
    response.writeHead(status, headers as Record<string, string | string[]>);
    response.end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    home: addressOf((server.address() as AddressInfo).port, base),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
