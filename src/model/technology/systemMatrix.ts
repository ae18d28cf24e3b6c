import type { NamedWall } from '../wall/wall.ts';
import type { Step, WallSource } from '../wall/wallSchema.ts';
import type { Technology } from './technologySchema.ts';

export interface GuardedStep {
  readonly step: Step;
  /** Counted from 1 in the order of the wall. */
  readonly number: number;
}

/** One wall with the steps that each system guards. */
export interface SystemRow {
  readonly slug: string;
  readonly wall: WallSource;
  readonly steps: readonly GuardedStep[];
}

/** Walls × systems: every step whose `system` is written. Walls without any are left out. */
export function systemMatrix(walls: readonly NamedWall[]): SystemRow[] {
  return walls.flatMap(({ slug, wall }) => {
    const steps = wall.steps
      .map((step, i) => ({ step, number: i + 1 }))
      .filter(({ step }) => step.system !== undefined);
    return steps.length === 0 ? [] : [{ slug, wall, steps }];
  });
}

/** The steps of a row that one system guards. */
export const guardedBy = ({ steps }: SystemRow, system: string): GuardedStep[] =>
  steps.filter(({ step }) => step.system === system);

/** How many steps on how many walls a system guards. */
export function systemReach(
  rows: readonly SystemRow[],
  system: string,
): { readonly steps: number; readonly walls: number } {
  const counts = rows.map((row) => guardedBy(row, system).length).filter((count) => count > 0);
  return { steps: counts.reduce((sum, count) => sum + count, 0), walls: counts.length };
}

/**
 * Page anchor of a system.
 * @param name one of the content's systems.
 */
export const systemAnchor = ({ systems }: Pick<Technology, 'systems'>, name: string): string =>
  `system-${systems.findIndex((system) => system.name === name) + 1}`;

/** Long names end in four characters that belong together (管理系统, 发证系统): narrow boxes fit on paper. */
const inTwoLines = (name: string): string =>
  name.length > 4 ? `${name.slice(0, -4)}<br/>${name.slice(-4)}` : name;

/** Mermaid source of the chain; each box leads to the first of its systems. */
export function chainSource({
  chain,
  systems: all,
}: Pick<Technology, 'chain' | 'systems'>): string {
  const boxes = chain.map(
    ({ word, systems }, i) => `  c${i}["${[word, ...systems.map(inTwoLines)].join('<br/>')}"]`,
  );
  const arrows = chain.slice(1).map((_, i) => `  c${i} --> c${i + 1}`);
  const links = chain.flatMap(({ systems }, i) =>
    systems[0]
      ? [`  click c${i} href "technology/#${systemAnchor({ systems: all }, systems[0])}"`]
      : [],
  );
  return ['flowchart LR', ...boxes, ...arrows, ...links].join('\n');
}

/** The chain in words. */
export function chainDescription({ chain }: Pick<Technology, 'chain'>): string {
  return `全程监管的链条：${chain
    .map(({ word, systems }) => `${word}，由${systems.join('、')}管`)
    .join('；')}。`;
}
