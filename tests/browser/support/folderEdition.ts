import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { beforeAll } from 'vitest';
import { namingFile } from '../../../src/model/published/folderEdition.ts';
import type { Files } from '../../../src/package/archive.ts';
import { packageSite } from '../../../src/package/packageSite.ts';

/** A folder edition on the disc. */
export interface Unpacked {
  /** Path of the folder into which the zip was unpacked. */
  readonly folder: string;
  /** The address of a page. @param path from the home page. */
  at(path: string): string;
}

function write(folder: string, files: Iterable<readonly [path: string, bytes: Uint8Array]>): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** A room in which folder editions are unpacked while the tests of a file run. */
export interface FolderRoom {
  /** The one of the bureau, unpacked from the zip. */
  readonly own: Unpacked;
  /** One more, with another text in each of its files. @param name of the folder. */
  unpack(name: string, change: (text: string) => string): Unpacked;
}

const isText = (path: string) => /\.(?:html|js|json)$/.test(path);

/** Packs the built site and unpacks its folder edition, into a folder with Chinese and a space. */
export function folderRoom(built = 'dist'): FolderRoom {
  const room = mkdtempSync(join(tmpdir(), 'fangkong-disc-'));
  let files: Files = new Map();
  const placed = (name: string): Unpacked => {
    const folder = join(room, name);
    return {
      folder,
      at: (path) => pathToFileURL(join(folder, 'fangkong/')).href + namingFile(path),
    };
  };
  const own = placed('防控墙 2026');
  beforeAll(async () => {
    const packed = await packageSite(built, '0.0.0');
    const [, zip] = [...packed.files].find(([name]) => name.endsWith('-folder.zip')) ?? [];
    if (!zip) throw new Error('没有打出单机版');
    files = new Map(Object.entries(unzipSync(zip)));
    write(own.folder, files);
    return () => rmSync(room, { recursive: true, force: true });
  });
  return {
    own,
    unpack(name, change) {
      const one = placed(name);
      const changed = Array.from(files, ([path, bytes]) => {
        const text = isText(path) && change(new TextDecoder().decode(bytes));
        return [path, text === false ? bytes : new TextEncoder().encode(text)] as const;
      });
      write(one.folder, changed);
      return one;
    },
  };
}
