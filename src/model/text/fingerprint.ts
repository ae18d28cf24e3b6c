/**
 * FNV-1a, 32 bit: tells texts apart and needs no crypto, which plain http does not have.
 * @returns a number from 0 to 2^32 - 1, the same on every machine.
 */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/** Eight hexadecimal digits that change when the text changes. */
export function fingerprint(text: string): string {
  return fnv1a(text).toString(16).padStart(8, '0');
}
