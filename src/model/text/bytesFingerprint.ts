/**
 * FNV-1a, 32 bit, of bytes, as eight hexadecimal digits. It finds damage, not malice. Apart from that of
 * texts, which every page carries.
 */
export function bytesFingerprint(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i += 1) {
    hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
