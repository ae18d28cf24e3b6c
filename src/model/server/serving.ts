/**
 * How a web server has to hand out the site: types, caching, headers. The files for each kind of
 * server are written from this alone (src/package/servers/), so that they say the same.
 */

export interface FileType {
  /** Without the dot. */
  readonly extension: string;
  readonly mimeType: string;
  /** Text in UTF-8: the type says so. */
  readonly isUtf8: boolean;
  /** Gets much smaller when packed. */
  readonly isPackable: boolean;
}

const text = (extension: string, mimeType: string): FileType => ({
  ...{ extension, mimeType },
  isUtf8: true,
  isPackable: true,
});
const packed = (extension: string, mimeType: string): FileType => ({
  ...{ extension, mimeType },
  isUtf8: false,
  isPackable: false,
});

/** Every kind of file that the site holds. Packaging ends when it comes upon another. */
export const fileTypes: readonly FileType[] = [
  text('html', 'text/html'),
  text('css', 'text/css'),
  // RFC 9239. IIS packs text/* by itself, application/javascript only in some versions.
  text('js', 'text/javascript'),
  text('json', 'application/json'),
  text('txt', 'text/plain'),
  // Mermaid sources, read by people too.
  text('mmd', 'text/plain'),
  // Says its own encoding.
  { extension: 'svg', mimeType: 'image/svg+xml', isUtf8: false, isPackable: true },
  packed('png', 'image/png'),
  packed('pdf', 'application/pdf'),
  packed('gz', 'application/gzip'),
];

/** The type as it stands in the header. */
export const contentType = ({ mimeType, isUtf8 }: FileType) =>
  isUtf8 ? `${mimeType}; charset=utf-8` : mimeType;

/** The MIME types that are worth packing, each once. */
export const packableTypes: readonly string[] = [
  ...new Set(fileTypes.filter(({ isPackable }) => isPackable).map(({ mimeType }) => mimeType)),
];

/** The folder whose files carry a sum of their content in the name, with a slash at the end. */
export const hashedFolder = 'assets/';

export const hashedSeconds = 365 * 24 * 60 * 60;

export const cacheControl = {
  /** Another content has another name. */
  hashed: `public, max-age=${hashedSeconds}, immutable`,
  /** Kept, but asked for each time: without it browsers go on with an old page for days. */
  asked: 'no-cache',
} as const;

/**
 * Sent with every answer. What the pages may load stands in each page; who may frame them counts only
 * as a header (CSP 3, 3.3).
 */
export const securityHeaders: readonly (readonly [name: string, value: string])[] = [
  ['Content-Security-Policy', "frame-ancestors 'self'"],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
];

/** Files of more bytes lie beside a packed copy, for servers that do not pack. */
export const packedCopyOverBytes = 200_000;

export const homeFile = 'index.html';
export const notFoundFile = '404.html';

/** What is there for one kind of server and is nothing to the others, or to readers. */
export const serverOnly = {
  iis: 'web.config',
  apache: '.htaccess',
  java: 'WEB-INF',
} as const;
