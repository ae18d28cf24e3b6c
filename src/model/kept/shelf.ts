/** How a write ended. `newer`: a newer version of the site keeps this item, so nothing was written. */
export type WriteOutcome = 'kept' | 'full' | 'blocked' | 'newer';

/** A place that holds texts by key. It never throws: what it cannot do it says. */
export interface Shelf {
  get(key: string): string | undefined;
  set(key: string, text: string): 'kept' | 'full' | 'blocked';
  remove(key: string): void;
  keys(): string[];
}

/** A shelf that lasts as long as the page: where the browser keeps nothing, work goes on in it. */
export function memoryShelf(): Shelf {
  const texts = new Map<string, string>();
  return {
    get: (key) => texts.get(key),
    set(key, text) {
      texts.set(key, text);
      return 'kept';
    },
    remove: (key) => void texts.delete(key),
    keys: () => [...texts.keys()],
  };
}
