import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { secondContent } from '../../fixtures/secondBureau.ts';

/** The site of the second bureau, built from the same program. */
export const secondSite = 'node_modules/.cache/second-bureau/site';

const stateFile = join(dirname(secondSite), 'state');
/** All that a site is made of; what stands in none of these changes no page. */
const sources = [
  secondContent,
  'src',
  'public',
  'astro.config.mjs',
  'package-lock.json',
  'tsconfig.json',
];

function stateOfSources(): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    const inside = statSync(source).isDirectory()
      ? readdirSync(source, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => join(parentPath, name))
          .sort()
      : [source];
    for (const file of inside) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * Builds the site of the second bureau once: a later run finds it until a source changes.
 * For `globalSetup`: tests read or serve `secondSite`.
 */
export default function buildSecondBureau(): void {
  const state = stateOfSources();
  if (existsSync(stateFile) && readFileSync(stateFile, 'utf8') === state) return;
  rmSync(dirname(secondSite), { recursive: true, force: true });
  mkdirSync(dirname(secondSite), { recursive: true });
  const build = spawnSync(
    process.execPath,
    ['src/publish/buildSite.ts', '--base', '/', '--outDir', secondSite],
    { env: { ...process.env, FANGKONG_CONTENT_DIR: secondContent }, encoding: 'utf8' },
  );
  if (build.status !== 0) {
    throw new Error(`第二个单位的网站没有生成出来：\n${build.stdout}\n${build.stderr}`);
  }
  writeFileSync(stateFile, state);
}
