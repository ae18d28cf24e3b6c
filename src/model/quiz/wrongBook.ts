import { z } from '../kept/miniZod.ts';

/** 错题本: what was answered wrong, on any wall, until it was right twice running. */
export const wrongBookShape = z.record(
  z.string().check(z.maxLength(40)),
  z.object({
    /** How often it was wrong. */
    wrong: z.number(),
    /** How often it was right since. */
    rightInARow: z.number(),
    /** ms since 1970. */
    at: z.number(),
  }),
);

export type WrongBook = Readonly<z.infer<typeof wrongBookShape>>;

export const rightsToLeave = 2;

/** The book after a question was answered. */
export function noteAnswer(book: WrongBook, id: string, wasRight: boolean, now: number): WrongBook {
  const entry = book[id];
  if (!wasRight)
    return { ...book, [id]: { wrong: (entry?.wrong ?? 0) + 1, rightInARow: 0, at: now } };
  if (!entry) return book;
  const rightInARow = entry.rightInARow + 1;
  const rest = Object.fromEntries(Object.entries(book).filter(([other]) => other !== id));
  return rightInARow >= rightsToLeave
    ? rest
    : { ...rest, [id]: { ...entry, rightInARow, at: now } };
}

/** Joins two books; of two entries on one question the later counts. */
export function joinBooks(mine: WrongBook, other: WrongBook): WrongBook {
  const joined = { ...mine };
  for (const [id, entry] of Object.entries(other)) {
    if ((joined[id]?.at ?? -1) < entry.at) joined[id] = entry;
  }
  return joined;
}

export function readWrongBook(data: unknown): WrongBook | undefined {
  const result = z.safeParse(wrongBookShape, data);
  return result.success ? result.data : undefined;
}
