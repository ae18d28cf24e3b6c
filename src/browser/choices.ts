import { adoptOld } from '../model/kept/adopt.ts';
import { openItem, writeParts } from '../model/kept/keep.ts';
import type { KeptKind } from '../model/kept/kind.ts';
import { onlyItem } from '../model/kept/kinds.ts';
import { stockOf } from '../model/kept/stock.ts';
import { presentShelf } from './storage.ts';

/**
 * Choices that a click brings back (我的岗位, the look of the pages). They are kept in the common
 * envelope but without a safety copy, so that a page that is only read loads next to nothing.
 */
const stock = stockOf(
  presentShelf,
  () => undefined,
  () => false,
);
const adopted = new Set<string>();

/** The choice of a kind; undefined where none is kept or it cannot be read. */
export function keptChoice<Item>(kind: KeptKind<Item>): Item | undefined {
  if (!adopted.has(kind.name)) {
    adopted.add(kind.name);
    adoptOld(stock, kind, Date.now());
  }
  const opened = openItem(stock, kind, onlyItem);
  return opened.status === 'present' ? opened.item : undefined;
}

/** Keeps a choice. Where the browser keeps nothing, it holds for this page. */
export function keepChoice<Item>(kind: KeptKind<Item>, choice: Item): void {
  writeParts(stock, kind, onlyItem, kind.partsOf(choice), Date.now());
}
