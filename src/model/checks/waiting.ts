import type { ContentSet } from '../content/contentSet.ts';
import { entriesOf } from '../content/contentSet.ts';
import { kindNames, type KindName } from '../content/kinds.ts';
import type { Problem } from '../problem/problem.ts';

/** A file that could not be read, so that nothing in it can be found. */
export interface UnreadFile {
  readonly file: string;
  /** File name without its ending. */
  readonly name: string;
  readonly kind: KindName;
  /** Its text as far as it can be had. */
  readonly text: string;
}

const idsOfWalls = /\bw\d{2,3}(?=-[srx]\d{2,3}\b)/g;

/** The id of a wall that cannot be read, by the ids of its steps and risks; most are its own. */
export function wallIdIn(text: string): string | undefined {
  const own = /^id:\s*['"]?(w\d{2,3})\b/m.exec(text)?.[1];
  if (own !== undefined) return own;
  const counts = new Map<string, number>();
  for (const [id] of text.matchAll(idsOfWalls)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const namesToken = (text: string, token: string) =>
  new RegExp(`(?<![a-z0-9-])${token}(?![a-z0-9])`, 'i').test(text);

/** The value that a problem stands at. */
function valueAt(data: unknown, path: Problem['path']): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<string | number, unknown>>)[key]
        : undefined,
    data,
  );
}

/** Whether a problem may be there only because this file could not be read. */
function mayRestOn(unread: UnreadFile, { problem, file, path }: Problem, value: unknown): boolean {
  const said = typeof value === 'string' ? value : '';
  const tells = (token: string) => namesToken(said, token) || namesToken(problem, token);
  if (unread.kind === 'walls') {
    const id = wallIdIn(unread.text);
    return id !== undefined && tells(id);
  }
  // The bank is judged as a whole, too: whether its keys follow a pattern.
  if (unread.kind === 'quizzes' && file.startsWith('content/quizzes/') && path.length === 1) {
    return true;
  }
  if (tells(unread.name) || problem.includes(unread.file)) return true;
  return said !== '' && unread.text.includes(said.split('/').pop() ?? said);
}

/**
 * Parts the problems that hold in any case from those that may be there only because a file could not
 * be read: what cites it finds nothing, and what counts what there is counts too little. One fault
 * gives one message; these wait until it is mended. Reminders wait all, they are never urgent.
 * @returns the problems to tell, and for each unread file how many wait for it.
 */
export function partWaiting(
  problems: readonly Problem[],
  content: ContentSet,
  unread: readonly UnreadFile[],
): { readonly told: Problem[]; readonly waiting: ReadonlyMap<string, readonly Problem[]> } {
  const waiting = new Map<string, Problem[]>();
  if (unread.length === 0) return { told: [...problems], waiting };
  const data = new Map(
    kindNames.flatMap((name) => entriesOf(content, name).map((entry) => [entry.file, entry.data])),
  );
  const told = problems.filter((problem) => {
    if (problem.severity === 'warning') return false;
    const value = valueAt(data.get(problem.file), problem.path);
    const cause = unread.find((file) => mayRestOn(file, problem, value));
    if (cause) waiting.set(cause.file, [...(waiting.get(cause.file) ?? []), problem]);
    return cause === undefined;
  });
  return { told, waiting };
}
