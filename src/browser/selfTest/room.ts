import { keyPrefix } from '../../model/kept/envelope.ts';
import { presentShelf } from '../storage.ts';

/** Whether a text of this many characters can be kept more, where this tab keeps things now. */
export function hasRoomFor(characters: number): boolean {
  const probe = `${keyPrefix}probe`;
  const outcome = presentShelf().set(probe, '1'.repeat(characters));
  presentShelf().remove(probe);
  return outcome === 'kept';
}

/** Bytes that the browser can still keep for this site; undefined where it does not say, as on http. */
export async function freeBytes(): Promise<number | undefined> {
  try {
    // Typed as if it were always there; outside of secure contexts it is not.
    const storage = navigator.storage as StorageManager | undefined;
    const estimate = await storage?.estimate();
    if (estimate?.quota === undefined) return undefined;
    return estimate.quota - (estimate.usage ?? 0);
  } catch {
    return undefined;
  }
}
