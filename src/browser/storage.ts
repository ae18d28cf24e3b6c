import { keyPrefix } from '../model/kept/envelope.ts';
import { memoryShelf, type Shelf } from '../model/kept/shelf.ts';
import { storageScope } from './edition.ts';

/**
 * The only module that touches the browser's own storage. It may be blocked, full or damaged:
 * nothing here throws, and every write says how it went.
 */

/** Set for the life of one tab: everything else is then kept in that tab alone. */
const tabOnlyKey = 'fangkong.tab-only';
/** A key as the browser holds it. */
const scoped = (key: string) => storageScope() + key;

/** Keys of this site as the browser holds them, those of versions before the envelope included. */
const isOurs = (key: string) =>
  key.startsWith(scoped(keyPrefix)) || key.startsWith(scoped('fangkong.'));

type AreaName = 'localStorage' | 'sessionStorage';

function area(name: AreaName): Storage | undefined {
  try {
    // Null where a browser has been told to keep nothing.
    return window[name] ?? undefined;
  } catch {
    return undefined;
  }
}

/** Our keys as we know them; without those of others, other bureaus' folders among them. */
const ownKeys = (keys: readonly string[]) =>
  keys.filter(isOurs).map((key) => key.slice(storageScope().length));

/** Browsers agree on this name only. */
const isFull = (error: unknown) => error instanceof DOMException && /quota/i.test(error.name);

function areaShelf(name: AreaName): Shelf {
  return {
    get(key) {
      try {
        return area(name)?.getItem(scoped(key)) ?? undefined;
      } catch {
        return undefined;
      }
    },
    set(key, text) {
      try {
        const place = area(name);
        if (!place) return 'blocked';
        place.setItem(scoped(key), text);
        return 'kept';
      } catch (error) {
        return isFull(error) ? 'full' : 'blocked';
      }
    },
    remove(key) {
      try {
        area(name)?.removeItem(scoped(key));
      } catch {
        // What cannot be reached cannot be shown either.
      }
    },
    keys() {
      try {
        return ownKeys(Object.keys(area(name) ?? {}));
      } catch {
        return [];
      }
    },
  };
}

const local = areaShelf('localStorage');
const session = areaShelf('sessionStorage');
/** In a browser that does not even keep a tab's own storage. */
const memory = memoryShelf();

/** Whether this tab keeps nothing after it is closed (“用完即清”). */
export function isTabOnly(): boolean {
  return session.get(tabOnlyKey) === '1' || memory.get(tabOnlyKey) === '1';
}

/** Turns “用完即清” on or off. Where the tab has no storage of its own, it holds for this page. */
export function setTabOnly(isOn: boolean): void {
  if (!isOn) {
    session.remove(tabOnlyKey);
    memory.remove(tabOnlyKey);
  } else if (session.set(tabOnlyKey, '1') !== 'kept') {
    memory.set(tabOnlyKey, '1');
  }
}

const tabShelf: Shelf = {
  ...session,
  keys: () => session.keys().filter((key) => key !== tabOnlyKey),
};

/** Where this tab keeps things now. */
export function presentShelf(): Shelf {
  return isTabOnly() ? tabShelf : local;
}

/** Whether this tab can keep anything where it keeps things now. */
export function canKeep(): boolean {
  const probe = `${keyPrefix}probe`;
  const outcome = presentShelf().set(probe, '1');
  presentShelf().remove(probe);
  return outcome === 'kept';
}

/** Removes everything of this site from both storages of the browser. */
export function clearAreas(): void {
  for (const shelf of [local, session, memory]) for (const key of shelf.keys()) shelf.remove(key);
}

/** Keys of everything that this site keeps in this browser and this tab. */
export function everyKey(): string[] {
  return [...local.keys(), ...tabShelf.keys()];
}

/** Calls back with the key that another tab has changed; undefined when all went at once. */
export function watchShelf(changed: (key: string | undefined) => void): void {
  window.addEventListener('storage', ({ key, storageArea }) => {
    if (storageArea !== null && storageArea !== area('localStorage')) return;
    if (key === null) changed(undefined);
    else ownKeys([key]).forEach(changed);
  });
}
