import { fingerprint } from '../text/fingerprint.ts';
import { entriesOf, type ContentSet } from './contentSet.ts';
import { kindNames, type KindName } from './kinds.ts';

/** The state of each kind of content: the same text gives the same version on every machine. */
export type ContentVersions = Readonly<Record<KindName, string>>;

/** Prose has no part in it: it stands on its page alone, in no data file and on no printed form. */
export function contentVersions(content: ContentSet): ContentVersions {
  return Object.fromEntries(
    kindNames.map((kind) => {
      const entries = entriesOf(content, kind).map(({ name, data }) => ({ name, data }));
      return [kind, fingerprint(JSON.stringify(entries))];
    }),
  ) as ContentVersions;
}

/**
 * The version of what is made of these kinds: it changes when any of them does, and with no other.
 * What is made of one kind alone has the version of that kind.
 */
export function versionOf(versions: ContentVersions, kinds: readonly KindName[]): string {
  const [only] = kinds;
  return only && kinds.length === 1
    ? versions[only]
    : fingerprint(kinds.map((kind) => versions[kind]).join(' '));
}
