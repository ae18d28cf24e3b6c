import { z } from 'zod';
import type { Files } from './archive.ts';
import { departmentIdPattern } from '../model/fields/ids.ts';

/** What one wall changed in one of its versions. */
export interface ReleaseChange {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly powerItem: string;
  readonly version: string;
  readonly summary: string;
}

/** What is packed, as the built site says of itself. */
export interface Release {
  /** Of the program, of the day and of all that is shipped: `0.1.0-20261008-e8e39e47`. */
  readonly version: string;
  readonly siteTitle: string;
  /** Its id. */
  readonly bureau: string;
  /** The newest first. */
  readonly changes: readonly ReleaseChange[];
  /** Of the newest change, YYYY-MM-DD. */
  readonly day: string;
}

const published = z.object({
  bureau: z.string().regex(departmentIdPattern),
  walls: z.array(
    z.object({
      powerItem: z.string(),
      changeLog: z.array(z.object({ version: z.string(), date: z.string(), summary: z.string() })),
    }),
  ),
});

const dataPath = 'data/walls.json';

/**
 * The version of a release: two that differ in one byte have two versions, and so two file names.
 * @param programVersion from package.json.
 * @param sum over all that is handed over, in hex.
 */
export const releaseVersion = (programVersion: string, day: string, sum: string): string =>
  `${programVersion}-${day.replace(/-/g, '')}-${sum.slice(0, 8)}`;

/**
 * Reads from the files themselves what they are, so that the notes are of what is packed.
 * @throws Error when the data of the walls is not there or not as this program writes it.
 */
export function releaseOf(files: Files): Omit<Release, 'version'> {
  const text = (path: string) => new TextDecoder().decode(files.get(path));
  const read = published.safeParse(files.has(dataPath) ? JSON.parse(text(dataPath)) : undefined);
  if (!read.success)
    throw new Error(`网站里的 ${dataPath} 没有或者不认得，用这份程序重新运行 npm run build。`);
  const { bureau, walls } = read.data;
  const changes = walls
    .flatMap(({ powerItem, changeLog }) => changeLog.map((change) => ({ powerItem, ...change })))
    .sort((a, b) => b.date.localeCompare(a.date));
  return {
    bureau,
    siteTitle: /<title>([^<]*)<\/title>/.exec(text('index.html'))?.[1] ?? '',
    changes,
    day: changes[0]?.date ?? '2000-01-01',
  };
}
