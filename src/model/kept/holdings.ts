import { fileApp, parseKey } from './envelope.ts';
import type { Aside } from './aside.ts';
import { kindOfOldKey } from './adopt.ts';
import { kindRows, type KindName } from './kinds.ts';

const isKind = (name: string): name is KindName => name in kindRows;

/** What keys hold, in the words of the pages and in the order of the list of kinds: `自查记录：3 份`. */
export function holdingLines(keys: readonly string[]): string[] {
  const counted = new Map<string, Set<string>>();
  for (const key of keys) {
    const parsed = parseKey(key);
    const old = kindOfOldKey(key);
    const kind = parsed?.kind ?? old;
    if (kind === undefined) continue;
    const one = isKind(kind) && kindRows[kind].countsBy === 'part' ? key : (parsed?.item ?? key);
    counted.set(kind, (counted.get(kind) ?? new Set()).add(one));
  }
  const lines = (Object.keys(kindRows) as KindName[]).flatMap((kind) => {
    const count = counted.get(kind)?.size;
    const { label, unit } = kindRows[kind];
    return count === undefined ? [] : [`${label}：${count} ${unit}`];
  });
  const asides = counted.get('aside')?.size;
  return asides === undefined ? lines : [...lines, `读不出来、另外存着的：${asides} 处`];
}

/** Of which kind something put aside was. */
export function asideLabel({ key }: Pick<Aside, 'key'>): string {
  const kind = parseKey(key)?.kind ?? kindOfOldKey(key.replace('damaged.', '')) ?? '';
  return isKind(kind) ? kindRows[kind].label : '本站存的数据';
}

/** Everything put aside as a file, for whoever can mend it. */
export function asideFile(asides: readonly Aside[]): string {
  const entries = asides.map(({ key, text, at }) => ({ key, at, text }));
  return `${JSON.stringify({ app: fileApp, kind: 'aside', schema: 1, entries }, null, 1)}\n`;
}
