import { nearestNames } from '../text/nearest.ts';

/** Spaces and line breaks inside a name only align it. */
export const plainPlace = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

export interface DepartmentMatch {
  /** As the bureau's list has it; as it was written where the list has none. */
  readonly name: string;
  readonly isKnown: boolean;
  /** Departments that were perhaps meant, the likeliest first. */
  readonly nearest: readonly string[];
}

/** 矿管处 leaves out characters of 矿产资源管理处 and keeps their order. */
function shortens(short: string, long: string): boolean {
  let at = -1;
  return (
    short.length > 1 &&
    short[0] === long[0] &&
    Array.from(short).every((char) => (at = long.indexOf(char, at + 1)) >= 0)
  );
}

/**
 * Finds the department that a roster means: with spaces in it, or with the name of the bureau before
 * it. What is not the same name is only proposed.
 */
export function matchDepartment(written: string, departments: readonly string[]): DepartmentMatch {
  const plain = plainPlace(written);
  const own = departments.find((one) => plainPlace(one) === plain);
  // 某市国土资源局财务处, 局机关财务处
  const behind = departments
    .filter(
      (one) => plain.endsWith(one) && /[局厅委](?:机关|本级)?$/.test(plain.slice(0, -one.length)),
    )
    .sort((a, b) => b.length - a.length)[0];
  const name = own ?? behind;
  if (name !== undefined) return { name, isKnown: true, nearest: [] };
  const shortened = departments.filter((one) => shortens(plain, one));
  const alike = nearestNames(
    plain,
    departments.map((one) => ({ name: one, aliases: [] })),
  );
  return {
    name: plain,
    isKnown: false,
    nearest: [...new Set([...shortened, ...alike])].slice(0, 3),
  };
}
