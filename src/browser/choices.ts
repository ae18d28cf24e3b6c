import { keyOf, laterThan, onlyItem, seal, unseal } from '../model/kept/envelope.ts';
import { readElement, type KeptKind } from '../model/kept/kind.ts';
import { oldKeys, oldPrefix } from '../model/kept/oldKeys.ts';
import { presentShelf } from './storage.ts';

/**
 * Choices that a click brings back (我的岗位, the look of the pages), each of one element. They stand
 * in the common envelope but without a safety copy, and without the keeper's other cares: pages that
 * are only read load this much and no more.
 */

/** What the browser would not keep holds for this page. */
const held = new Map<string, string>();

/** The only element of a choice, by the name that its kind gives it. */
function placeOf<Item>(kind: KeptKind<Item>, item: Item): { key: string; data: unknown } {
  const [[part, data] = ['', undefined]] = Object.entries(kind.partsOf(item));
  return { key: keyOf({ kind: kind.name, item: onlyItem, part }), data };
}

const textAt = (key: string) => held.get(key) ?? presentShelf().get(key);

function joined<Item>(kind: KeptKind<Item>, part: string, schema: number, data: unknown) {
  const read = schema <= kind.schema ? readElement(kind, part, { schema, data }) : undefined;
  return read && kind.join(onlyItem, { [part]: read.data });
}

/** As versions before the envelope kept it: bare JSON under a key of its own. */
function oldChoice<Item>(kind: KeptKind<Item>): Item | undefined {
  try {
    const text = presentShelf().get(oldPrefix + oldKeys[kind.name]);
    if (text === undefined) return undefined;
    const [[part, data] = ['', undefined]] = Object.entries(kind.partsOf(JSON.parse(text)));
    return joined(kind, part, 1, data);
  } catch {
    return undefined;
  }
}

/**
 * The choice of a kind.
 * @param part the name of its one element.
 * @returns undefined where none is kept, or it cannot be read.
 */
export function keptChoice<Item>(kind: KeptKind<Item>, part: string): Item | undefined {
  const key = keyOf({ kind: kind.name, item: onlyItem, part });
  const text = textAt(key);
  if (text === undefined) return oldChoice(kind);
  const sealed = unseal(key, text);
  return sealed && joined(kind, part, sealed.schema, sealed.data);
}

/** Keeps a choice; one that a newer version of the site has made is left alone. */
export function keepChoice<Item>(kind: KeptKind<Item>, choice: Item): void {
  const { key, data } = placeOf(kind, choice);
  const before = textAt(key);
  const sealed = before === undefined ? undefined : unseal(key, before);
  if (sealed && sealed.schema > kind.schema) return;
  const text = seal(key, {
    schema: kind.schema,
    at: laterThan(sealed?.at, Date.now()),
    data,
  });
  if (presentShelf().set(key, text) === 'kept') held.delete(key);
  else held.set(key, text);
}
