import type { QuestionKey } from './bank.ts';

/**
 * Keys are published in a form that does not show an answer to somebody who happens to look. It is
 * no secret: whoever reads this file can undo it, and the authoring guide says so.
 */
const mask = 0x5a;

/** @returns a text of plain ASCII. */
export function encodeKeys(keys: readonly QuestionKey[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(keys));
  let plain = '';
  for (const byte of bytes) plain += String.fromCharCode(byte ^ mask);
  return btoa(plain);
}

export function decodeKeys(text: string): QuestionKey[] {
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0) ^ mask);
  return JSON.parse(new TextDecoder().decode(bytes)) as QuestionKey[];
}
