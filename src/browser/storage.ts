/**
 * The only module that touches browser storage. Values are wrapped in nothing and read with care:
 * what cannot be read counts as absent, and what cannot be written is reported, never thrown.
 */

const prefix = 'fangkong.';

/** Reads a stored value; undefined when absent, blocked or damaged. */
export function readStored(key: string): unknown {
  try {
    const text = localStorage.getItem(prefix + key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Stores a value. @returns whether it could be kept. */
export function writeStored(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
