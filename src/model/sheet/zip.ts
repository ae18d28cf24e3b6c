/** A file inside a zip archive, as it lies there. */
export interface ZipPart {
  readonly name: string;
  /** 0 stored, 8 deflated (APPNOTE.TXT 4.4.5); office programs use no other. */
  readonly method: number;
  readonly data: Uint8Array;
}

const directoryEnd = 0x06054b50;
const wideEndPlace = 0x07064b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
/** The end of the directory stands in the last bytes: 22 of its own, a comment of up to 65,535. */
const longestTail = 22 + 0xffff;

/** A number of eight bytes; files of a browser are far below what a number can hold. */
const wide = (view: DataView, at: number) =>
  view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;

function directoryOf(view: DataView): { readonly at: number; readonly count: number } | undefined {
  const last = Math.max(0, view.byteLength - longestTail);
  for (let at = view.byteLength - 22; at >= last; at -= 1) {
    if (view.getUint32(at, true) !== directoryEnd) continue;
    const place = at - 20;
    if (place >= 0 && view.getUint32(place, true) === wideEndPlace) {
      const end = wide(view, place + 8);
      return { at: wide(view, end + 48), count: wide(view, end + 32) };
    }
    return { at: view.getUint32(at + 16, true), count: view.getUint16(at + 10, true) };
  }
  return undefined;
}

/** Sizes and places of 4 GB and more, which some writers use for small files too, are told apart. */
function wideField(view: DataView, from: number, to: number, which: number): number {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return wide(view, at + 4 + which * 8);
  }
  throw new RangeError('no such field');
}

/**
 * The parts of a zip archive by its directory, nothing unpacked yet: what is declared there about
 * sizes is not relied on.
 * @returns undefined for what is no whole archive.
 */
export function zipParts(bytes: Uint8Array): ZipPart[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = new TextDecoder('utf-8');
  try {
    const directory = directoryOf(view);
    if (!directory) return undefined;
    const parts: ZipPart[] = [];
    let at = directory.at;
    for (let i = 0; i < directory.count; i += 1) {
      if (view.getUint32(at, true) !== directoryEntry) return undefined;
      const nameLength = view.getUint16(at + 28, true);
      const extraLength = view.getUint16(at + 30, true);
      const extra = at + 46 + nameLength;
      // In the field of wide numbers only those stand that do not fit, in this order.
      const isWide = [24, 20, 42].map((place) => view.getUint32(at + place, true) === 0xffffffff);
      const before = (which: number) => isWide.slice(0, which).filter(Boolean).length;
      const numberAt = (which: number, place: number) =>
        isWide[which]
          ? wideField(view, extra, extra + extraLength, before(which))
          : view.getUint32(at + place, true);
      const local = numberAt(2, 42);
      if (view.getUint32(local, true) !== localEntry) return undefined;
      const start =
        local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const end = start + numberAt(1, 20);
      if (end > bytes.length) return undefined;
      parts.push({
        name: names.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/\\/g, '/'),
        method: view.getUint16(at + 10, true),
        data: bytes.subarray(start, end),
      });
      at = extra + extraLength + view.getUint16(at + 32, true);
    }
    return parts;
  } catch (error) {
    // The directory points beyond the end: the file was not copied whole.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
