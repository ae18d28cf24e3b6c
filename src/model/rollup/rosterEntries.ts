import type { RosterPerson } from '../letter/roster.ts';
import { plainPlace } from '../letter/rosterDepartment.ts';
import { fingerprint } from '../text/fingerprint.ts';
import type { RosterEntry } from './rollup.ts';

/** The largest roster of a roll-up, in people. */
export const largestRollupRoster = 5_000;

/**
 * The people of a roster as a roll-up keeps them. The ids come from department and name, so that a
 * roster that was corrected and read again keeps what was said of its people.
 */
export function rosterEntries(people: readonly RosterPerson[]): RosterEntry[] {
  const seen = new Map<string, number>();
  return people.map(({ name, department, post, postLevel, levelBasis, matched }) => {
    const whose = `${plainPlace(department)}\n${name}`;
    const count = seen.get(whose) ?? 0;
    seen.set(whose, count + 1);
    return {
      id: `r-${fingerprint(`a${whose}\n${count}`)}${fingerprint(`b${whose}\n${count}`)}`,
      name,
      department,
      post,
      level: levelBasis === 'nothing' ? undefined : postLevel,
      posts: matched ? [matched.ref] : [],
    };
  });
}
