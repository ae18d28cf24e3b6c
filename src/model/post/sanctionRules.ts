import { staffKinds, type StaffKind } from '../vocabulary.ts';
import { placedRisks } from '../wall/wall.ts';
import type { WallSource } from '../wall/wallSchema.ts';
import type { Bureau } from './bureauSchema.ts';
import { postFinder, type CataloguePost } from './catalogue.ts';

export type SanctionRule = Bureau['sanctionRules'][number];

/** The rules under which a person of a kind is sanctioned, in the order of the settings. */
export function sanctionRulesOf(
  { sanctionRules }: Pick<Bureau, 'sanctionRules'>,
  staff: readonly StaffKind[],
): SanctionRule[] {
  return sanctionRules.filter((rule) => rule.staff.some((kind) => staff.includes(kind)));
}

/** The kinds of staff whose risks stand on a wall, by the catalogue of posts. */
export function staffOnWall(wall: WallSource, catalogue: readonly CataloguePost[]): StaffKind[] {
  const find = postFinder(catalogue);
  const found = new Set(
    placedRisks(wall).flatMap(({ risk }) => find(risk).map(({ staff }) => staff)),
  );
  return staffKinds.filter((kind) => found.has(kind));
}
