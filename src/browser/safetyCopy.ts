import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { SafetyCopy } from '../model/kept/stock.ts';

/**
 * The second copy of what is saved, in IndexedDB: Chromium may take a minute to put localStorage on
 * the disk, but answers a strict transaction only when it is there (`durability`, since 83).
 */

const databaseName = 'fangkong';
/** DO NOT CHANGE without a step in `upgrade`: readers' work stands in it. */
const databaseVersion = 1;
const storeName = 'elements';
/** A browser that has not opened its database by then is taken to have none. */
const patienceMs = 5_000;

interface Schema extends DBSchema {
  readonly [storeName]: { readonly key: string; readonly value: string };
}

let opening: Promise<IDBPDatabase<Schema> | undefined> | undefined;

function open(): Promise<IDBPDatabase<Schema> | undefined> {
  opening ??= Promise.race([
    openDB<Schema>(databaseName, databaseVersion, {
      upgrade: (database) => void database.createObjectStore(storeName),
      // A newer version of the site wants to change it: this tab makes way and goes on without.
      blocking: (_, __, event) => {
        (event.target as IDBDatabase | null)?.close();
        opening = Promise.resolve(undefined);
      },
      terminated: () => {
        opening = undefined;
      },
    }),
    new Promise<undefined>((done) => setTimeout(() => done(undefined), patienceMs)),
  ]).catch(() => undefined);
  return opening;
}

export const safetyCopy: SafetyCopy = {
  async put(entries) {
    try {
      const database = await open();
      if (!database) return false;
      const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' });
      for (const [key, text] of entries) {
        // The transaction tells of all of them when it ends.
        if (text === undefined) void transaction.store.delete(key).catch(() => undefined);
        else void transaction.store.put(text, key).catch(() => undefined);
      }
      await transaction.done;
      return true;
    } catch {
      return false;
    }
  },
  async all() {
    try {
      const database = await open();
      if (!database) return undefined;
      const { store } = database.transaction(storeName, 'readonly');
      const [keys, texts] = await Promise.all([store.getAllKeys(), store.getAll()]);
      return new Map(keys.map((key, i) => [key, texts[i] ?? '']));
    } catch {
      return undefined;
    }
  },
  async clear() {
    try {
      const database = await open();
      if (!database) return true;
      const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' });
      void transaction.store.clear().catch(() => undefined);
      await transaction.done;
      return true;
    } catch {
      return false;
    }
  },
};
