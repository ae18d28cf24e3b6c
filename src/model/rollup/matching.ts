import { plainPlace } from '../letter/rosterDepartment.ts';
import { readName } from '../letter/personName.ts';
import type { RosterEntry } from './rollup.ts';

/** Nearly all names: nothing in them that could be written in two ways. */
const plainName = /^[\u4e00-\u9fff]{2,4}$/;

/**
 * A name as it is compared: without the spaces that align it, its dots of one kind, marks for
 * namesakes taken off, as a roster is read.
 */
export function comparedName(written: string): string {
  if (plainName.test(written)) return written;
  return readName(written, () => false).name;
}

/** Names that differ in dots alone may be one: people leave the dot out where a keyboard has none. */
export const nameKey = (written: string): string => comparedName(written).replace(/·/g, '');

/** Whom a hand-in is of, as far as names tell. */
export type Match =
  | { readonly status: 'sure'; readonly entry: RosterEntry }
  /** Somebody must confirm: written another way, of another department, or one of several. */
  | { readonly status: 'unsure'; readonly candidates: readonly RosterEntry[] }
  /** Nobody of this name is on the roster. */
  | { readonly status: 'none' };

export type NameMatcher = (written: {
  readonly name: string;
  readonly department: string;
}) => Match;

const isSameDepartment = (a: string, b: string) => plainPlace(a) === plainPlace(b);

/** Names of the roster looked at before the page may breathe. */
const namesAtATime = 100;

/**
 * Matches names with a roster. Sure is only a name that is written as on the roster and stands in
 * it once, in the department that the person wrote or with none written; of several of one name the
 * department decides when only one of them is of it. Everything else is for a person to confirm.
 * @returns step by step, so that the page can breathe.
 */
export function* nameMatcher(roster: readonly RosterEntry[]): Generator<void, NameMatcher> {
  const byName = new Map<string, RosterEntry[]>();
  for (const [i, entry] of roster.entries()) {
    const name = nameKey(entry.name);
    const same = byName.get(name);
    if (same) same.push(entry);
    else byName.set(name, [entry]);
    if (i % namesAtATime === namesAtATime - 1) yield;
  }
  return ({ name: written, department }) => {
    const name = nameKey(written);
    const candidates = name === '' ? undefined : byName.get(name);
    if (!candidates) return { status: 'none' };
    const exact = candidates.filter((one) => one.name.trim() === written.trim());
    const own = exact.filter((one) => isSameDepartment(one.department, department));
    const [only] = own;
    if (only && own.length === 1) return { status: 'sure', entry: only };
    const [single] = exact;
    if (single && candidates.length === 1 && department.trim() === '') {
      return { status: 'sure', entry: single };
    }
    return { status: 'unsure', candidates };
  };
}
