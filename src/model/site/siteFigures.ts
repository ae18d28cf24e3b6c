import { placedRisks } from '../wall/wall.ts';
import { categories, grades, type Category, type Grade } from '../vocabulary.ts';
import type { Risk, WallSource } from '../wall/wallSchema.ts';

export interface SiteFigures {
  readonly walls: number;
  readonly steps: number;
  readonly risks: number;
  readonly controls: number;
  readonly byGrade: Readonly<Record<Grade, number>>;
  readonly byCategory: Readonly<Record<Category, number>>;
}

/** Counts the risks in every cell of a table, zeros included. */
export function tally<K extends string>(
  risks: readonly Risk[],
  keys: readonly K[],
  keyOf: (risk: Risk) => K,
): Record<K, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const risk of risks) counts[keyOf(risk)] += 1;
  return counts;
}

/** The figures that the home page shows, drawn from the walls themselves. */
export function siteFigures(walls: readonly WallSource[]): SiteFigures {
  const risks = walls.flatMap((wall) => placedRisks(wall).map(({ risk }) => risk));
  return {
    walls: walls.length,
    steps: walls.reduce((sum, { steps }) => sum + steps.length, 0),
    risks: risks.length,
    controls: risks.reduce((sum, { controls }) => sum + controls.length, 0),
    byGrade: tally(risks, grades, ({ grade }) => grade),
    byCategory: tally(risks, categories, ({ category }) => category),
  };
}
