import { readAnswer, type Answer } from '../../model/selfTest/answer.ts';
import { siteAddress } from '../siteBase.ts';

/** The last of these requests that the browser has measured, if it still knows. */
function cameShorter(address: string): boolean {
  const entries = performance.getEntriesByName(address) as PerformanceResourceTiming[];
  const last = entries[entries.length - 1];
  return last !== undefined && last.encodedBodySize < last.decodedBodySize;
}

async function bodyOf(response: Response): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    return undefined; // It broke off, or cannot be unpacked.
  }
}

/**
 * Asks the server itself for a file, past the browser's cache. It never rejects.
 * @param path from the home page.
 */
export async function ask(path: string): Promise<Answer> {
  const address = new URL(siteAddress(path), document.baseURI).href;
  const asked = Date.now();
  try {
    const response = await fetch(address, { cache: 'no-store' });
    const time = (asked + Date.now()) / 2;
    const bytes = await bodyOf(response);
    return readAnswer({
      path,
      status: response.status,
      headers: Object.fromEntries(Array.from(response.headers)),
      bytes,
      cameShorter: cameShorter(address),
      time,
    });
  } catch {
    const nothing = { status: 0, headers: {}, bytes: undefined, cameShorter: false };
    return readAnswer({ path, ...nothing, time: asked });
  }
}

/** So many as browsers ask of one server at a time. */
const atOnce = 6;

/** Runs a task for each item, some at a time. @param isStopped looked at before each. */
export async function forEach<T>(
  items: readonly T[],
  task: (item: T) => Promise<void>,
  isStopped: () => boolean = () => false,
): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < items.length && !isStopped()) {
      const item = items[next] as T;
      next += 1;
      await task(item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** Asks for several files. @returns the answers in their order. */
export async function askAll(paths: readonly string[]): Promise<readonly Answer[]> {
  const answers = new Map<string, Answer>();
  await forEach(paths, async (path) => {
    answers.set(path, await ask(path));
  });
  return paths.flatMap((path) => answers.get(path) ?? []);
}
