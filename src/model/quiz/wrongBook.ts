import { laterThan } from '../kept/envelope.ts';
import { z } from '../kept/miniZod.ts';

/** 错题本: what was answered wrong, on any wall, until it was right twice running. */
export const wrongEntryShape = z.object({
  /** How often it was wrong. */
  wrong: z.number(),
  /** How often it was right since. */
  rightInARow: z.number(),
  /** ms since 1970. */
  at: z.number(),
});
export type WrongEntry = z.infer<typeof wrongEntryShape>;

/** What is in the book now, by question. */
export type WrongBook = Readonly<Record<string, WrongEntry>>;

export const rightsToLeave = 2;

/** Right twice running: the entry has left the book, and stays in store as a mark that it has. */
export const hasLeft = ({ rightInARow }: WrongEntry): boolean => rightInARow >= rightsToLeave;

/**
 * A question's entry after it was answered.
 * @param now ms since 1970.
 * @returns undefined when there is nothing to note: it was right and was not in the book.
 */
export function entryAfter(
  entry: WrongEntry | undefined,
  wasRight: boolean,
  now: number,
): WrongEntry | undefined {
  const at = laterThan(entry?.at, now);
  const present = entry && !hasLeft(entry) ? entry : undefined;
  if (!wasRight) return { wrong: (present?.wrong ?? 0) + 1, rightInARow: 0, at };
  return present && { ...present, rightInARow: present.rightInARow + 1, at };
}

/** Joins two books; of two entries on one question the later counts. */
export function joinBooks(mine: WrongBook, other: WrongBook): WrongBook {
  const joined = { ...mine };
  for (const [id, entry] of Object.entries(other)) {
    if ((joined[id]?.at ?? -1) < entry.at) joined[id] = entry;
  }
  return joined;
}
