/**
 * The only module that touches browser storage. What is stored may be absent, blocked, full or
 * damaged, and is always read with care: nothing here throws.
 */

const prefix = 'fangkong.';
/** Set for the life of one tab: everything else is then kept in that tab alone. */
const tabOnlyKey = `${prefix}tab-only`;
/** Where text that could not be read is put aside, so that saving anew does not destroy it. */
const damagedPrefix = `${prefix}damaged.`;
/** Of the envelope around stored records; the record inside has a version of its own. */
const envelopeVersion = 1;

function area(name: 'localStorage' | 'sessionStorage'): Storage | undefined {
  try {
    return window[name];
  } catch {
    return undefined;
  }
}

/** Reads a stored value; undefined when absent, blocked or damaged. */
export function readStored(key: string): unknown {
  try {
    const text = area('localStorage')?.getItem(prefix + key);
    return text === null || text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Stores a value. @returns whether it could be kept. */
export function writeStored(key: string, value: unknown): boolean {
  try {
    area('localStorage')?.setItem(prefix + key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Whether this tab keeps nothing after it is closed (“用完即清”). */
export function isTabOnly(): boolean {
  try {
    return area('sessionStorage')?.getItem(tabOnlyKey) === '1';
  } catch {
    return false;
  }
}

/** @returns whether the choice could be kept. */
export function setTabOnly(isOn: boolean): boolean {
  try {
    if (isOn) area('sessionStorage')?.setItem(tabOnlyKey, '1');
    else area('sessionStorage')?.removeItem(tabOnlyKey);
    return true;
  } catch {
    return false;
  }
}

const recordArea = () => area(isTabOnly() ? 'sessionStorage' : 'localStorage');

export type Stored =
  | { readonly status: 'absent' | 'blocked' }
  | { readonly status: 'damaged'; readonly text: string }
  | { readonly status: 'present'; readonly data: unknown };

function isEnvelope(value: unknown): value is { v: number; data: unknown } {
  return typeof value === 'object' && value !== null && 'data' in value && 'v' in value;
}

/** Reads a record. */
export function readRecordData(key: string): Stored {
  let text: string | null | undefined;
  try {
    text = recordArea()?.getItem(prefix + key);
  } catch {
    return { status: 'blocked' };
  }
  if (text === undefined) return { status: 'blocked' };
  if (text === null) return { status: 'absent' };
  try {
    const value: unknown = JSON.parse(text);
    if (isEnvelope(value) && value.v === envelopeVersion) {
      return { status: 'present', data: value.data };
    }
  } catch {
    // Told below, like an envelope of another kind.
  }
  return { status: 'damaged', text };
}

export type SaveOutcome = 'saved' | 'full' | 'blocked';

/** What this tab has written last, by key. */
const written = new Map<string, string>();

/** Whether a record still stands as this tab wrote it: then there is nothing to join it with. */
export function isAsWritten(key: string): boolean {
  try {
    const text = recordArea()?.getItem(prefix + key);
    return text !== null && text !== undefined && written.get(key) === text;
  } catch {
    return false;
  }
}

/** Keeps a record, in this browser or, on a shared computer, in this tab. */
export function writeRecordData(key: string, data: unknown): SaveOutcome {
  try {
    const place = recordArea();
    if (!place) return 'blocked';
    const text = JSON.stringify({ v: envelopeVersion, data });
    place.setItem(prefix + key, text);
    written.set(key, text);
    return 'saved';
  } catch (error) {
    // Browsers agree on this name only.
    return error instanceof DOMException && /quota/i.test(error.name) ? 'full' : 'blocked';
  }
}

/** Puts unreadable text aside under a name of its own. */
export function putAside(key: string, text: string): void {
  try {
    recordArea()?.setItem(damagedPrefix + key, text);
    recordArea()?.removeItem(prefix + key);
  } catch {
    // Then it stays where it is.
  }
}

export function removeRecordData(key: string): void {
  try {
    recordArea()?.removeItem(prefix + key);
  } catch {
    // What cannot be reached cannot be shown either.
  }
}

/** Keys of all records that begin so. */
export function recordKeys(beginning: string): string[] {
  try {
    return Object.keys(recordArea() ?? {})
      .filter((key) => key.startsWith(prefix + beginning))
      .map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
}

/** Keys of all that this site has stored in this browser and this tab, without the prefix. */
export function everyStoredKey(): string[] {
  return [area('localStorage'), area('sessionStorage')].flatMap((place) => {
    try {
      return Object.keys(place ?? {})
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length));
    } catch {
      return [];
    }
  });
}

/** Removes everything that this site has stored in this browser, choices of display included. */
export function clearEverything(): void {
  for (const place of [area('localStorage'), area('sessionStorage')]) {
    try {
      for (const key of Object.keys(place ?? {})) {
        if (key.startsWith(prefix)) place?.removeItem(key);
      }
    } catch {
      // Blocked: nothing was stored there.
    }
  }
}

/** Calls back when another tab changes the record. @returns a function that ends the watch. */
export function watchRecordData(key: string, changed: () => void): () => void {
  const listen = ({ key: changedKey }: StorageEvent) => {
    // Without a key everything was removed at once.
    if (changedKey === null || changedKey === prefix + key) changed();
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}
