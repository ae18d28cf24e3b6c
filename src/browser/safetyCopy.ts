import type { SafetyCopy } from '../model/kept/stock.ts';
import { clearDatabase, databaseOf, storeName } from './database.ts';

/**
 * The second copy of what is saved, in IndexedDB: Chromium may take a minute to put localStorage on
 * the disk, but answers a strict transaction only when it is there (`durability`, since 83).
 */

const open = databaseOf('fangkong');

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
  clear: () => clearDatabase(open),
};
