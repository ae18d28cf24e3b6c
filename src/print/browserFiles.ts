import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

/** The kernels that the site is tested on; see the tiers in README.md. */
export type Kernel = 153 | 109 | 92;

export const kernels: readonly Kernel[] = [153, 109, 92];

const packages: Readonly<Record<Kernel, string>> = {
  153: '@sparticuz/chromium',
  109: 'chromium-109',
  92: 'chromium-92',
};

/**
 * The shared libraries that the packages bring for a bare system. The old packages lack NSPR and
 * the new one lacks SQLite, so every browser gets both sets, the newer one on top.
 */
const libraryArchives = ['chromium-109/bin/aws.tar.br', '@sparticuz/chromium/bin/al2023.tar.br'];

export interface BrowserFiles {
  readonly executable: string;
  /** Shared libraries that a bare system lacks; found before the system's own. */
  readonly libraryFolder: string;
}

async function decompress(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

async function unpackArchive(archive: string, folder: string): Promise<void> {
  const tar = join(folder, 'archive.tar');
  await decompress(archive, tar);
  execFileSync('tar', ['-xf', tar, '-C', folder]);
  rmSync(tar);
}

/**
 * Unpacks a test browser beside the installed packages, once.
 * The packages' own unpacking is not used: all three write to one and the same file in the temp
 * folder and take what lies there for their own. Each is made ready under another name and renamed
 * when complete, so that two test runs at once cannot see a half-written browser.
 * @returns undefined where the packages hold no browser for this system.
 */
export async function browserFiles(kernel: Kernel): Promise<BrowserFiles | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const source = resolve('node_modules', packages[kernel]);
  if (!existsSync(source)) return undefined;
  // The version is in the name: an update of the package must not find the old browser.
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as {
    version: string;
  };
  const target = resolve('node_modules/.cache/test-browsers', version);
  if (!existsSync(target)) {
    mkdirSync(dirname(target), { recursive: true });
    const making = mkdtempSync(`${target}-`);
    await decompress(join(source, 'bin/chromium.br'), join(making, 'chromium'));
    chmodSync(join(making, 'chromium'), 0o755);
    await unpackArchive(join(source, 'bin/swiftshader.tar.br'), making);
    for (const archive of libraryArchives) {
      await unpackArchive(resolve('node_modules', archive), making);
    }
    putInPlace(making, target);
  }
  return { executable: join(target, 'chromium'), libraryFolder: join(target, 'lib') };
}

/** Renames a finished folder, unless another test run was quicker. */
function putInPlace(making: string, target: string): void {
  try {
    renameSync(making, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    rmSync(making, { recursive: true });
  }
}
