import type { Files } from '../archive.ts';
import { carrierOf, fileHook } from '../../model/published/carrier.ts';

/** Texts that pages ask for while they are read: data, drawings with their sources, papers of walls. */
const isAskedFor = (path: string) =>
  /^data\/.*\.(?:json|mmd|svg)$/.test(path) || /^walls\/[^/]+\/print\/index\.html$/.test(path);

/** Data of which a page holds a link, so that people and other programs can have them. */
const isReadByOthers = (path: string) => /^data\/(?:charts\/|(?:walls|citations)\.json)/.test(path);

const signs: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r' };

/** As a script says a text. Single quotes: JSON is full of the others. */
const literal = (text: string) =>
  `'${text.replace(/[\\'\n\r]/g, (sign) => signs[sign] ?? `\\${sign}`)}'`;

const carrier = (path: string, text: string) =>
  `${fileHook}(${JSON.stringify(path)},${literal(text)});\n`;

/** The same files with a script beside each text that pages ask for, or in its place. */
export function withCarriers(site: Files): Files {
  const files = new Map<string, Uint8Array>();
  for (const [path, bytes] of site) {
    const isAsked = isAskedFor(path);
    if (isAsked) {
      const script = carrier(path, new TextDecoder().decode(bytes));
      files.set(carrierOf(path), new TextEncoder().encode(script));
    }
    if (!isAsked || path.endsWith('.html') || isReadByOthers(path)) files.set(path, bytes);
  }
  return files;
}
