import { fnv1a } from '../text/fingerprint.ts';

/** Without signs that are misread on paper: no 0 and O, 1 and I and L, 2 and Z, 5 and S, 8 and B. */
const signs = '34679ACDEFGHJKMNPQRTUVWXY';
export const seedLength = 6;

/** @param bytes random numbers from 0 to 255, one for each sign. */
export function seedFrom(bytes: Iterable<number>): string {
  return Array.from(bytes, (byte) => signs[byte % signs.length])
    .join('')
    .slice(0, seedLength);
}

/** A seed as typed from paper: case and spaces do not matter. @returns undefined when it is none. */
export function readSeed(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
  return plain.length === seedLength && Array.from(plain).every((sign) => signs.includes(sign))
    ? plain
    : undefined;
}

/** What is said of a seed that is none. */
export const seedFault = '卷号是六个字母数字，照卷子上印的填；不填就抽一份新的。';

/** Numbers from 0 to 1, always the same ones for the same seed. */
export type Random = () => number;

/** mulberry32 (Tommy Ettinger, public domain): small, even enough for papers, the same everywhere. */
export function randomFrom(seed: string): Random {
  let state = fnv1a(seed);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A shuffled copy (Fisher–Yates). */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const one = copy[i];
    const other = copy[j];
    if (one !== undefined && other !== undefined) {
      copy[i] = other;
      copy[j] = one;
    }
  }
  return copy;
}
