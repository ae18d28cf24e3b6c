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

/** The text of a chosen file. Bytes that are no UTF-8 become the replacement sign. */
export async function readText(file: File): Promise<string> {
  return new TextDecoder('utf-8').decode(await file.arrayBuffer());
}
