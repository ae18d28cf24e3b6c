/** Files that leave the browser and come into it; nothing is ever sent anywhere. */

/** Offers a file for saving. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Old kernels read the file only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Offers a text for saving, as UTF-8. @param type such as `application/json`. */
export function saveText(name: string, text: string, type: string): void {
  saveFile(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/**
 * Copies a text: plain http has no clipboard interface, the older command works everywhere.
 * @returns whether the browser did it.
 */
export function copyText(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  return isCopied;
}

/** By the mark at its head; what editors save as “Unicode” is UTF-16. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

type Encoding = ReturnType<typeof encodingOf>;
/** One of each encoding: to make a decoder takes longer than to decode what one person hands in. */
const decoders = new Map<Encoding, TextDecoder>();

function decoderOf(encoding: Encoding): TextDecoder {
  const known = decoders.get(encoding) ?? new TextDecoder(encoding);
  decoders.set(encoding, known);
  return known;
}

/** The text of bytes as editors save them. Bytes that are no UTF-8 become the replacement sign. */
export function decodeText(bytes: Uint8Array): string {
  return decoderOf(encodingOf(bytes)).decode(bytes);
}

/** The text of a chosen file. */
export async function readText(file: File): Promise<string> {
  return decodeText(new Uint8Array(await file.arrayBuffer()));
}
