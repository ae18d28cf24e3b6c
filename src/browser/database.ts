import { openDB, unwrap, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import { storageScope } from './edition.ts';

/** Databases of this site: each holds sealed texts by their keys, in one store. */

/** DO NOT CHANGE without a step in `upgrade`: readers' work stands in it. */
const databaseVersion = 1;
export const storeName = 'elements';
/** A browser that has not opened its database by then is taken to have none. */
const patienceMs = 5_000;

export interface TextSchema extends DBSchema {
  readonly [storeName]: { readonly key: string; readonly value: string };
}
export type TextDatabase = IDBPDatabase<TextSchema>;

/** @returns opens the database when it is first needed; undefined when there is none. */
export function databaseOf(name: string): () => Promise<TextDatabase | undefined> {
  let opening: Promise<TextDatabase | undefined> | undefined;
  return () => {
    opening ??= Promise.race([
      openDB<TextSchema>(storageScope() + name, databaseVersion, {
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
  };
}

/** The browser's own store, without a promise for each request. */
export const bareStore = (
  store: IDBPObjectStore<TextSchema, [typeof storeName], typeof storeName, IDBTransactionMode>,
): IDBObjectStore => unwrap(store);

/** Empties a database. @returns whether nothing is left. */
export async function clearDatabase(
  open: () => Promise<TextDatabase | undefined>,
): Promise<boolean> {
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
}
