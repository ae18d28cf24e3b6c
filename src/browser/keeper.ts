import { parseKey } from '../model/kept/envelope.ts';
import { keeperOf } from '../model/kept/keeper.ts';
import { kindRows, type KindName } from '../model/kept/kinds.ts';
import { stockOf } from '../model/kept/stock.ts';
import { depotKeys, depotPlace } from './depot.ts';
import { tellTabs } from './rollupTabs.ts';
import { safetyCopy } from './safetyCopy.ts';
import { clearAreas, everyKey, isTabOnly, presentShelf, watchShelf } from './storage.ts';

/** Everything that staff save goes through here: one way to read it, keep it and bring it back. */

const isCopied = (key: string) => {
  const kind = parseKey(key)?.kind;
  return kind === 'aside' || (kind !== undefined && kindRows[kind as KindName]?.hasSafetyCopy);
};

export const keeper = keeperOf(
  stockOf(presentShelf, () => (isTabOnly() ? undefined : safetyCopy), isCopied),
  Date.now,
);

watchShelf((key) => keeper.noticed(key));

/** An id that no other item has: plain http has no randomUUID, but it has random values. */
export function newId(): string {
  const random = crypto.getRandomValues(new Uint32Array(2));
  return Array.from(random, (value) => value.toString(36).padStart(7, '0')).join('');
}

/** Removes everything of this site from this browser. @returns whether nothing is left. */
export async function clearEverything(): Promise<boolean> {
  clearAreas();
  const [isEmpty, isDepotEmpty] = await Promise.all([keeper.clear(), depotPlace.clear()]);
  tellTabs({ item: undefined, parts: [] });
  return isEmpty && isDepotEmpty;
}

/** Keys of everything that this site keeps in this browser and this tab. */
export async function heldKeys(): Promise<readonly string[]> {
  return [...everyKey(), ...(await depotKeys())];
}
