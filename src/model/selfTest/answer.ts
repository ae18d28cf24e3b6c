import { bytesFingerprint } from '../text/bytesFingerprint.ts';
import { notFoundTitle } from '../site/notFound.ts';

/** What came when the server was asked for a file, as far as the self-test judges it. */
export interface Answer {
  /** From the home page. */
  readonly path: string;
  /** 0 when nothing came. */
  readonly status: number;
  /** By name in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly size: number;
  readonly sum: string;
  /** Whether it was packed on its way. */
  readonly isPacked: boolean;
  /** Unpacked by the browser, it is still packed. */
  readonly isPackedTwice: boolean;
  /** It bears the marks of FTP in text mode. */
  readonly isTextMode: boolean;
  /** The publication that a page or a data file says it is of. */
  readonly siteVersion: string | undefined;
  readonly isNotFoundPage: boolean;
  /** The clock of this computer less that of the server, in ms; undefined when it does not say. */
  readonly clockAheadMs: number | undefined;
}

export interface RawAnswer {
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined when the answer broke off. */
  readonly bytes: Uint8Array | undefined;
  /** Whether fewer bytes came than the file has, where the browser tells. */
  readonly cameShorter: boolean;
  /** In the middle between question and answer, ms since 1970. */
  readonly time: number;
}

export const extensionOf = (path: string) => path.slice(path.lastIndexOf('.') + 1).toLowerCase();

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, i) => bytes[i] === byte);

/** RFC 1952. */
const gzipStart = [0x1f, 0x8b];
const pngStart = [0x89, 0x50, 0x4e, 0x47];
/** What follows is there to show this very damage (PNG, 5.2). */
const wholePngStart = [...pngStart, 0x0d, 0x0a, 0x1a, 0x0a];

/** Whether every line ends in CR LF, which nothing that we publish does, or a picture shows it. */
function isTextMode(bytes: Uint8Array): boolean {
  if (startsWith(bytes, pngStart)) return !startsWith(bytes, wholePngStart);
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at - 1] !== 0x0d) return false;
    lines += 1;
  }
  return lines > 0;
}

const versionPatterns: Readonly<Record<string, RegExp>> = {
  html: /\sdata-site-version="([^"]+)"/,
  json: /"siteVersion":"([^"]+)"/,
};

/** What the answer says, read once, so that the bytes need not be kept. */
export function readAnswer(raw: RawAnswer): Answer {
  const { path, status, headers, time } = raw;
  const bytes = raw.bytes ?? new Uint8Array();
  const isPackedTwice = extensionOf(path) !== 'gz' && startsWith(bytes, gzipStart);
  // Versions and titles stand at the head.
  const head = isPackedTwice ? '' : new TextDecoder().decode(bytes.subarray(0, 4_000));
  const date = Date.parse(headers['date'] ?? '');
  return {
    path,
    status,
    headers,
    size: bytes.length,
    sum: bytesFingerprint(bytes),
    isPacked: (headers['content-encoding'] ?? 'identity') !== 'identity' || raw.cameShorter,
    isPackedTwice,
    isTextMode: isTextMode(bytes),
    siteVersion: (versionPatterns[extensionOf(path)] ?? versionPatterns['html'])?.exec(head)?.[1],
    isNotFoundPage: head.includes(`<title>${notFoundTitle}`),
    clockAheadMs: Number.isNaN(date) ? undefined : time - date,
  };
}

/** Whether the file itself came, and can be read. */
export const isDelivered = ({ status, size, isPackedTwice }: Answer): boolean =>
  status === 200 && size > 0 && !isPackedTwice;
