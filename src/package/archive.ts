import { createHash } from 'node:crypto';
import { zipSync, type Zippable } from 'fflate';

/** Files by their paths, with `/` between folders. */
export type Files = ReadonlyMap<string, Uint8Array>;

const isPackedAlready = (path: string) => /\.(?:png|gz|pdf)$/.test(path);

const byPath = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : a > b ? 1 : 0;

/**
 * A zip that depends on nothing but the files and the time: sorted, and packed by a program that does
 * the same on every machine, which Node's own zlib does not.
 * @param time as the clock on the wall shows it; a zip knows no time zones.
 */
export function zipOf(files: Files, time: Date): Uint8Array {
  const entries: Zippable = {};
  for (const [path, bytes] of [...files].sort(byPath))
    entries[path] = [bytes, { level: isPackedAlready(path) ? 0 : 6 }];
  return zipSync(entries, { mtime: time });
}

/** SHA-256 in hex. */
export const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** One sum over all names and contents. */
export function sumOfAll(files: Files): string {
  const sums = [...files].sort(byPath).map(([path, bytes]) => `${sumOf(bytes)}  ${path}\n`);
  return sumOf(new TextEncoder().encode(sums.join('')));
}

const secondsOfDay = 24 * 60 * 60;
/** A zip counts in steps of two seconds. */
const stepSeconds = 2;

/**
 * The time that all files of a publication carry: the day of its newest change, and an hour made of
 * what is in it. A fixed one would be a trap: servers tell browsers by time and length whether a page
 * is still the same, and two publications often differ in letters only.
 * @param day YYYY-MM-DD.
 * @param sum of the content, in hex.
 */
export function timeOf(day: string, sum: string): Date {
  const [year = 2000, month = 1, date = 1] = day.split('-').map(Number);
  const steps = Number.parseInt(sum.slice(0, 8), 16) % (secondsOfDay / stepSeconds);
  return new Date(year, month - 1, date, 0, 0, steps * stepSeconds);
}
