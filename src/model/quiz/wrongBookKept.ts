import { fits } from '../kept/fits.ts';
import { isObject, keptKind, type Parts } from '../kept/kind.ts';
import { questionIdPattern } from '../fields/ids.ts';
import { hasLeft, wrongEntryShape, type WrongBook, type WrongEntry } from './wrongBook.ts';

/** Names of the elements: the ids of the questions. */
function partsOf(data: unknown): Parts {
  if (!isObject(data)) return {};
  return Object.fromEntries(Object.entries(data).map(([id, entry]) => [id.slice(0, 40), entry]));
}

/** The wrong-answer book, question by question. */
export const wrongBookKept = keptKind<WrongBook>({
  name: 'wrong-book',
  schema: 1,
  migrations: {},
  partsOf,
  readPart: (part, data) =>
    questionIdPattern.test(part) ? fits(wrongEntryShape, data) : undefined,
  // Entries that have left stay in store, so that an older copy cannot bring them back.
  join: (_, parts) =>
    Object.fromEntries(
      Object.entries(parts as Record<string, WrongEntry>).filter(([, entry]) => !hasLeft(entry)),
    ),
  partName: (part) => `${part} 题的错题记录`,
  timeOf: (data) => (isObject(data) && typeof data['at'] === 'number' ? data['at'] : undefined),
});
