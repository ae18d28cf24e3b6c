/**
 * A short code printed on paper and worked out again from the file. It shows that paper and file
 * hold the same text; it is no signature and says nothing about who made them.
 */

/** Crockford's Base32: no I, L, O, U, which are misread or misheard. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 53 bits from two interleaved 32-bit mixes (cyrb53, public domain): no crypto on plain http. */
function hash53(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & (b >>> 0)) + (a >>> 0);
}

/** Texts with nothing in them that JSON would write another way: nearly all keys and words. */
const plainText = /^[\w\u4e00-\u9fff -]*$/;
const quoted = (text: string) => (plainText.test(text) ? `"${text}"` : JSON.stringify(text));

/** Fields that count as this number wherever they stand. */
export type FixedFields = Readonly<Record<string, number>>;
const noneFixed: FixedFields = {};

/**
 * JSON with its keys in order, so that the same data gives the same text. An office has the codes of
 * half a million answers worked out, so nothing is copied for it.
 */
export function canonicalJson(value: unknown, fixed = noneFixed): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one, fixed)).join(',')}]`;
  const fields = value as Readonly<Record<string, unknown>>;
  let json = '';
  for (const key of Object.keys(fields).sort()) {
    const one = fixed[key] ?? fields[key];
    if (one === undefined) continue;
    json += `${json === '' ? '' : ','}${quoted(key)}:${canonicalJson(one, fixed)}`;
  }
  return `{${json}}`;
}

/** The code of any data: ten characters in two groups, such as `7K3QM-0XPT9`. */
export function checkCode(data: unknown, fixed?: FixedFields): string {
  let rest = hash53(canonicalJson(data, fixed)) % 32 ** 10;
  let code = '';
  for (let i = 0; i < 10; i += 1) {
    code = (digits[rest % 32] ?? '0') + code;
    rest = Math.floor(rest / 32);
  }
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** What was typed, as the code is printed: case, spaces, dashes and look-alikes do not matter. */
export function normalizeCode(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s—–-]+/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return plain.length === 10 ? `${plain.slice(0, 5)}-${plain.slice(5)}` : plain;
}
