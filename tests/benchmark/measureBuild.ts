import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface BuildFigures {
  readonly walls: number;
  readonly seconds: number;
  /** Largest memory of the build process and its children together. */
  readonly peakMb: number;
}

/** Copies the content and clones its walls under new ids until there are enough. */
export function cloneContent(from: string, to: string, wanted: number): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  cpSync(from, to, { recursive: true });
  const sources = readdirSync(join(from, 'walls')).filter((name) => name.endsWith('.mdx'));
  // Clones are alike word for word.
  const bureau = join(to, 'bureau.yaml');
  writeFileSync(bureau, readFileSync(bureau, 'utf8').replace(/^ {2}alikePercentMax:.*\n/m, ''));
  const clonesOf = new Map<string, string[]>();
  for (let count = sources.length; count < wanted; count += 1) {
    const source = sources[count % sources.length] ?? '';
    const text = readFileSync(join(from, 'walls', source), 'utf8');
    const id = /^id: (w\d+)$/m.exec(text)?.[1] ?? '';
    const cloneId = `w${count + 500}`;
    clonesOf.set(id, [...(clonesOf.get(id) ?? []), cloneId]);
    const clone = text
      .replaceAll(new RegExp(`\\b${id}\\b`, 'g'), cloneId)
      .replace(/^order: .*$/m, `order: ${count + 1}`);
    writeFileSync(join(to, 'walls', `clone-${count}.mdx`), clone);
  }
  // A pledge that answers a grave risk answers its clones too.
  const pledges = join(to, 'letters', 'pledges');
  for (const name of readdirSync(pledges)) {
    const text = readFileSync(join(pledges, name), 'utf8');
    const answered = text.replace(/\b(w\d+)(-r\d+)\b/g, (risk, wall: string, rest: string) =>
      [risk, ...(clonesOf.get(wall) ?? []).map((clone) => clone + rest)].join(', '),
    );
    writeFileSync(join(pledges, name), answered);
  }
}

function childrenOf(pid: number): number[] {
  try {
    const ids = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number);
    return [pid, ...ids.flatMap(childrenOf)];
  } catch {
    return [];
  }
}

function memoryMb(pid: number): number {
  const kilobytes = childrenOf(pid).map((id) => {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024;
}

/** Builds a site from the content folder and watches its time and memory. */
export async function measureBuild(
  content: string,
  outDir: string,
  walls: number,
): Promise<BuildFigures> {
  const start = performance.now();
  const build = spawn(process.execPath, ['src/publish/buildSite.ts', '--outDir', outDir], {
    env: { ...process.env, FANGKONG_CONTENT_DIR: content },
    stdio: 'ignore',
  });
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, memoryMb(build.pid ?? 0));
  }, 200);
  const code = await new Promise((done) => build.on('exit', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${walls} 面墙的网站没有生成出来`);
  return { walls, seconds: (performance.now() - start) / 1000, peakMb };
}
