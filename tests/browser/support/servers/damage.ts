import type { Files } from '../../../../src/package/archive.ts';
import type { Reply } from './broken.ts';

/** Ways in which a server, a copy or a program on the way spoils a site. */

export const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
export const bytesOf = (text: string) => new TextEncoder().encode(text);

export const changeFiles =
  (isMeant: (path: string) => boolean, change: (bytes: Uint8Array) => Uint8Array | undefined) =>
  (files: Files): Files =>
    new Map(
      [...files].flatMap(([path, bytes]) => {
        const changed = isMeant(path) ? change(bytes) : bytes;
        return changed ? [[path, changed] as const] : [];
      }),
    );
export const without = (isMeant: (path: string) => boolean) =>
  changeFiles(isMeant, () => undefined);

export const withHeader =
  (isMeant: (path: string) => boolean, headers: Reply['headers']) =>
  (reply: Reply, path: string): Reply =>
    isMeant(path) && reply.status === 200
      ? { ...reply, headers: { ...reply.headers, ...headers } }
      : reply;
export const withoutHeader =
  (name: string) =>
  (reply: Reply): Reply => ({
    ...reply,
    headers: Object.fromEntries(Object.entries(reply.headers).filter(([key]) => key !== name)),
  });

export const endsWith = (extension: string) => (path: string) => path.endsWith(extension);
export const inFolder = (folder: string) => (path: string) => path.startsWith(folder);
export const every = () => true;

/** The page of errors that the server has by itself. */
export const ownError = (status: number): Pick<Reply, 'status' | 'body'> => ({
  status,
  body: bytesOf(`<html><title>${status}</title></html>`),
});
/** IIS: 404.3, no type for this extension. */
export const refusing = (extension: string) => (reply: Reply, path: string) =>
  path.endsWith(extension) ? { ...reply, ...ownError(404) } : reply;

/** FTP in text mode, from Linux to Windows. */
export function inTextMode(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from([...bytes].flatMap((byte) => (byte === 0x0a ? [0x0d, 0x0a] : [byte])));
}

export const olderVersion = (bytes: Uint8Array) =>
  bytesOf(
    textOf(bytes)
      .replace(/data-site-version="[^"]+"/, 'data-site-version="01d01d01"')
      .replace(/"siteVersion":"[^"]+"/, '"siteVersion":"01d01d01"'),
  );

export const ownPolicy = "default-src 'self'";
export const oursAnd = (policy: string): Reply['headers'] => ({
  'content-security-policy': ["frame-ancestors 'self'", policy],
});

/** The same files under names without capitals. */
export const lowered = (files: Files): Files =>
  new Map([...files].map(([path, bytes]) => [path.toLowerCase(), bytes]));
