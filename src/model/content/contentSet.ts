import {
  kindNames,
  kinds,
  type DataOf,
  type FileName,
  type FolderName,
  type KindName,
  type OptionalFileName,
} from './kinds.ts';
import type { Sourced } from './sourced.ts';

/** Everything that was written, as checks see it: with the file that each thing stands in. */
export type ContentSet = {
  readonly [K in FolderName]: readonly Sourced<DataOf<K>>[];
} & {
  readonly [K in FileName]: Sourced<DataOf<K>>;
} & {
  readonly [K in OptionalFileName]?: Sourced<DataOf<K>> | undefined;
};

/** The files of a kind, however many it may have. */
export function entriesOf(content: ContentSet, name: KindName): readonly Sourced<unknown>[] {
  const held: Sourced<unknown> | readonly Sourced<unknown>[] | undefined = content[name];
  if (held === undefined) return [];
  return 'data' in held ? [held] : held;
}

/** The same without the files: for each kind what is written, in the order of the site. */
export type PlainContent = {
  readonly [K in FolderName]: readonly DataOf<K>[];
} & {
  readonly [K in FileName]: DataOf<K>;
} & {
  readonly [K in OptionalFileName]: DataOf<K> | undefined;
};

export function plainContent(content: ContentSet): PlainContent {
  const plain = kindNames.map((name) => {
    const data = entriesOf(content, name).map((entry) => entry.data);
    return [name, kinds[name].form === 'folder' ? data : data[0]];
  });
  // Name by name the type of the set without its envelopes.
  return Object.fromEntries(plain) as PlainContent;
}
