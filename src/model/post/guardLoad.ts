import { controlPhases, type ControlPhase } from '../vocabulary.ts';
import type { Control, WallSource } from '../wall/wallSchema.ts';
import type { Bureau } from './bureauSchema.ts';
import { guardDepartments } from './guards.ts';

/** How many controls of all walls one body carries. */
export interface GuardLoad {
  /** A department or body of the settings, or 其他 for people who belong to none of them. */
  readonly name: string;
  readonly byPhase: Readonly<Record<ControlPhase, number>>;
  readonly total: number;
  /** Of all controls, 0 to 1. */
  readonly share: number;
}

const others = '其他';

/** What every body of the bureau has to do by the walls, the busiest first, 其他 last. */
export function guardLoads(
  walls: readonly Pick<WallSource, 'steps'>[],
  bureau: Pick<Bureau, 'departments'>,
): GuardLoad[] {
  const controls = walls.flatMap(({ steps }) =>
    steps.flatMap(({ risks }) => risks.flatMap((risk) => risk.controls)),
  );
  return controlLoads(controls, bureau);
}

/** The same of controls by themselves. */
export function controlLoads(
  controls: readonly Pick<Control, 'phase' | 'by'>[],
  bureau: Pick<Bureau, 'departments'>,
): GuardLoad[] {
  const departmentOf = guardDepartments(bureau);
  const counts = new Map<string, Record<ControlPhase, number>>();
  for (const { by, phase } of controls) {
    const name = departmentOf(by)?.name ?? others;
    const count = counts.get(name) ?? { 事前: 0, 事中: 0, 事后: 0 };
    count[phase] += 1;
    counts.set(name, count);
  }
  return [...counts]
    .map(([name, byPhase]) => {
      const total = controlPhases.reduce((sum, phase) => sum + byPhase[phase], 0);
      return { name, byPhase, total, share: total / controls.length };
    })
    .sort((a, b) => Number(a.name === others) - Number(b.name === others) || b.total - a.total);
}
