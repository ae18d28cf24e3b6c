import { type NamedWall, placedRisks } from '../wall/wall.ts';
import type { ControlPhase } from '../vocabulary.ts';
import type { Control, Risk, Step, WallSource } from '../wall/wallSchema.ts';

/** One control with the risk that it guards against. */
export interface PlacedControl {
  readonly slug: string;
  readonly wall: WallSource;
  readonly risk: Risk;
  readonly control: Control;
}

/** All controls of a phase, wall by wall in reading order. */
export function controlsOfPhase(walls: readonly NamedWall[], phase: ControlPhase): PlacedControl[] {
  return walls.flatMap(({ slug, wall }) =>
    placedRisks(wall).flatMap(({ risk }) =>
      risk.controls
        .filter((control) => control.phase === phase)
        .map((control) => ({ slug, wall, risk, control })),
    ),
  );
}

/** How many controls each phase has, over all walls. */
export function controlCounts(
  walls: readonly WallSource[],
): Readonly<Record<ControlPhase, number>> {
  const counts: Record<ControlPhase, number> = { 事前: 0, 事中: 0, 事后: 0 };
  const risks = walls.flatMap((wall) => placedRisks(wall).map(({ risk }) => risk));
  for (const { phase } of risks.flatMap(({ controls }) => controls)) counts[phase] += 1;
  return counts;
}

/** Name of the group of all who belong to no department of the bureau's list. */
export const otherGuards = '其他岗位和外单位';

/**
 * The department of a guard: 国土窗口值班长 belongs to 国土窗口. Where two are named the first counts.
 * @param departments names of the bureau's list.
 */
export function guardUnit(by: string, departments: readonly string[]): string {
  const found = departments
    .map((name) => ({ name, start: by.indexOf(name) }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start || b.name.length - a.name.length);
  return found[0]?.name ?? otherGuards;
}

/** What one department guards in a phase. */
export interface GuardRow {
  readonly unit: string;
  readonly count: number;
  /** In the order of the site. */
  readonly walls: readonly {
    readonly slug: string;
    readonly wall: WallSource;
    readonly count: number;
  }[];
}

/** Who guards how much, most first; those outside the list come last. */
export function guardRows(
  controls: readonly PlacedControl[],
  departments: readonly string[],
): GuardRow[] {
  const rows = new Map<string, Map<string, { slug: string; wall: WallSource; count: number }>>();
  for (const { slug, wall, control } of controls) {
    const unit = guardUnit(control.by, departments);
    const byWall =
      rows.get(unit) ?? new Map<string, { slug: string; wall: WallSource; count: number }>();
    const cell = byWall.get(slug) ?? { slug, wall, count: 0 };
    cell.count += 1;
    byWall.set(slug, cell);
    rows.set(unit, byWall);
  }
  return [...rows]
    .map(([unit, byWall]) => {
      const walls = [...byWall.values()];
      return { unit, walls, count: walls.reduce((sum, { count }) => sum + count, 0) };
    })
    .sort(
      (a, b) =>
        Number(a.unit === otherGuards) - Number(b.unit === otherGuards) || b.count - a.count,
    );
}

/** Address of the list of a phase's controls, below `supervision/`. */
export const phaseSlug: Readonly<Record<ControlPhase, string>> = {
  事前: 'before',
  事中: 'during',
  事后: 'after',
};

/** The steps of a wall that are decided collectively. */
export interface CollectiveSteps {
  readonly slug: string;
  readonly wall: WallSource;
  readonly steps: readonly { readonly step: Step; readonly number: number }[];
}

/** Walls that have collective decisions, each with those steps. */
export function collectiveSteps(walls: readonly NamedWall[]): CollectiveSteps[] {
  return walls.flatMap(({ slug, wall }) => {
    const steps = wall.steps.flatMap((step, i) =>
      step.isCollectiveDecision ? [{ step, number: i + 1 }] : [],
    );
    return steps.length > 0 ? [{ slug, wall, steps }] : [];
  });
}
