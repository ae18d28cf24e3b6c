import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

/** The kernels that the site is tested on; see the tiers in README.md. */
export type Kernel = 153 | 109 | 92;

export const kernels: readonly Kernel[] = [153, 109, 92];

const packages: Readonly<Record<Kernel, { folder: string; libraries: string }>> = {
  153: { folder: '@sparticuz/chromium', libraries: 'al2023.tar.br' },
  109: { folder: 'chromium-109', libraries: 'aws.tar.br' },
  92: { folder: 'chromium-92', libraries: 'aws.tar.br' },
};

export interface BrowserFiles {
  readonly executable: string;
  /** Shared libraries that a bare system lacks; searched after the system's own. */
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
  const { folder, libraries } = packages[kernel];
  const source = resolve('node_modules', folder, 'bin');
  const target = resolve('node_modules/.cache/test-browsers', String(kernel));
  if (!existsSync(source)) return undefined;
  if (!existsSync(target)) {
    mkdirSync(dirname(target), { recursive: true });
    const making = mkdtempSync(`${target}-`);
    await decompress(join(source, 'chromium.br'), join(making, 'chromium'));
    chmodSync(join(making, 'chromium'), 0o755);
    await unpackArchive(join(source, 'swiftshader.tar.br'), making);
    await unpackArchive(join(source, libraries), making);
    if (existsSync(target)) rmSync(making, { recursive: true });
    else renameSync(making, target);
  }
  return { executable: join(target, 'chromium'), libraryFolder: join(target, 'lib') };
}
