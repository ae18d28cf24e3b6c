import type { NamedWall } from './wall.ts';

export interface Change {
  readonly slug: string;
  readonly powerItem: string;
  readonly version: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly summary: string;
}

/**
 * What changed on the walls of late: for each wall its newest change, the newest first; of one day,
 * later versions before first ones, since those are the ones a reader has not seen.
 * @param count at most so many.
 */
export function latestChanges(walls: readonly NamedWall[], count: number): Change[] {
  return walls
    .flatMap(({ slug, wall: { powerItem, changeLog } }) => {
      const [newest] = [...changeLog].sort(
        (a, b) => b.date.localeCompare(a.date) || compareVersions(b.version, a.version),
      );
      return newest ? [{ slug, powerItem, ...newest }] : [];
    })
    .sort((a, b) => b.date.localeCompare(a.date) || compareVersions(b.version, a.version))
    .slice(0, count);
}

/** As numbers: 1.10 is later than 1.9. */
function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}
