import type { DepotPlace, Texts } from '../model/kept/depot.ts';
import { bareStore, clearDatabase, databaseOf, storeName } from './database.ts';

/**
 * The depot in IndexedDB, apart from the safety copy: what stands in it is too large to be read
 * whenever a page opens. A transaction is strict (`durability`, since 83): it ends when the disk has it.
 */
const open = databaseOf('fangkong-rollup');

/** Keys that begin so: all of ours are ASCII but for parts, and no character comes after this one. */
const rangeOf = (beginning: string, after?: string) =>
  IDBKeyRange.bound(after ?? beginning, `${beginning}\uffff`, after !== undefined);

/**
 * The texts under the keys. A store answers in the order in which it was asked, so the last answer
 * tells of all: a promise for each would take longer than the reading.
 */
function textsAt(store: IDBObjectStore, keys: readonly string[]): Promise<Texts> {
  const asked = keys.map((key) => [key, store.get(key) as IDBRequest<string | undefined>] as const);
  const last = asked[asked.length - 1]?.[1];
  return new Promise((resolve, reject) => {
    const answer = () => resolve(new Map(asked.map(([key, { result }]) => [key, result])));
    if (!last) {
      answer();
      return;
    }
    last.onsuccess = answer;
    // One that fails ends the transaction, and the last with it.
    last.onerror = () => reject(last.error ?? new Error('unread'));
  });
}

const isFull = (error: unknown) => error instanceof DOMException && /quota/i.test(error.name);

export const depotPlace: DepotPlace = {
  async page(beginning, after, count) {
    try {
      const database = await open();
      if (!database) return undefined;
      const { store } = database.transaction(storeName, 'readonly');
      const range = rangeOf(beginning, after);
      const [keys, texts] = await Promise.all([
        store.getAllKeys(range, count),
        store.getAll(range, count),
      ]);
      return keys.map((key, i) => [key, texts[i] ?? ''] as const);
    } catch {
      return undefined;
    }
  },
  async keys(beginning) {
    try {
      const database = await open();
      return await database?.getAllKeys(storeName, rangeOf(beginning));
    } catch {
      return undefined;
    }
  },
  async update(keys, decide) {
    try {
      const database = await open();
      if (!database) return 'blocked';
      const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' });
      // Told by `await` below; without a listener a fault before that would go to the console.
      transaction.done.catch(() => undefined);
      const store = bareStore(transaction.objectStore(storeName));
      for (const [key, text] of decide(await textsAt(store, keys))) {
        // The transaction tells of all of them when it ends.
        if (text === undefined) store.delete(key);
        else store.put(text, key);
      }
      await transaction.done;
      return 'durable';
    } catch (error) {
      return isFull(error) ? 'full' : 'blocked';
    }
  },
  clear: () => clearDatabase(open),
};

/** Keys of everything in it. */
export async function depotKeys(): Promise<readonly string[]> {
  return (await depotPlace.keys('')) ?? [];
}
