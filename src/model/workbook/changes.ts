import type { Sourced } from '../content/sourced.ts';
import { controlPhases } from '../vocabulary.ts';
import type { Risk, WallSource } from '../wall/wallSchema.ts';

/** A cell as its author sees it. */
export interface CellPlace {
  readonly sheet: string;
  /** `F12`. */
  readonly cell: string;
}

export interface FieldChange {
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

export interface RiskEdit {
  readonly before: Risk;
  readonly after: Risk;
  readonly fields: readonly FieldChange[];
}

export interface RiskMove {
  readonly id: string;
  readonly title: string;
  readonly fromStep: string;
  readonly toStep: string;
}

export interface RiskAddition {
  readonly risk: Risk;
  readonly stepId: string;
}

/** What a workbook changes in one wall. Risks are named by their ids. */
export interface WallChanges {
  readonly wall: Sourced<WallSource>;
  readonly edits: readonly RiskEdit[];
  readonly moves: readonly RiskMove[];
  readonly additions: readonly RiskAddition[];
  /** Risks of the wall that the sheet no longer has. */
  readonly missing: readonly Risk[];
}

export function hasChanges({ edits, moves, additions }: WallChanges): boolean {
  return edits.length + moves.length + additions.length > 0;
}

/** The order in which the file holds controls does not matter beyond their phase. */
export function byPhase(risk: Risk): Risk {
  return {
    ...risk,
    controls: controlPhases.flatMap((phase) => risk.controls.filter((c) => c.phase === phase)),
  };
}

/**
 * The wall as it will be.
 * @param withDeletions whether risks that the sheet no longer has are taken out.
 */
export function changedWall(
  { wall, edits, moves, additions, missing }: WallChanges,
  withDeletions: boolean,
): WallSource {
  const after = new Map(edits.map((edit) => [edit.before.id, edit.after]));
  const gone = new Set(withDeletions ? missing.map(({ id }) => id) : []);
  const target = new Map(moves.map(({ id, toStep }) => [id, toStep]));
  const all = wall.data.steps.flatMap((step) =>
    step.risks.map((risk) => ({ risk: after.get(risk.id) ?? risk, home: step.id })),
  );
  return {
    ...wall.data,
    steps: wall.data.steps.map((step) => ({
      ...step,
      risks: [
        ...all.filter(({ risk, home }) => home === step.id && !target.has(risk.id)),
        ...moves
          .filter(({ toStep }) => toStep === step.id)
          .flatMap(({ id }) => all.filter(({ risk }) => risk.id === id)),
      ]
        .map(({ risk }) => risk)
        .filter(({ id }) => !gone.has(id))
        .concat(additions.filter(({ stepId }) => stepId === step.id).map(({ risk }) => risk)),
    })),
  };
}

function formatWall({ wall, edits, moves, additions, missing }: WallChanges, deletes: boolean) {
  return [
    `${wall.data.id} ${wall.data.powerItem}（${wall.file}）`,
    ...edits.flatMap(({ before, fields }) => [
      `  ${before.id} ${before.title}`,
      ...fields.flatMap(({ title, from, to }) => [
        `    ${title}`,
        `      旧：${(from || '（空）').replaceAll('\n', '\n          ')}`,
        `      新：${(to || '（空）').replaceAll('\n', '\n          ')}`,
      ]),
    ]),
    ...moves.map(
      ({ id, title, fromStep, toStep }) => `  ${id} ${title}：从步骤 ${fromStep} 移到 ${toStep}`,
    ),
    ...additions.map(({ risk, stepId }) => `  新增 ${risk.id} ${risk.title}（步骤 ${stepId}）`),
    ...missing.map(({ id, title }) =>
      deletes
        ? `  删除 ${id} ${title}`
        : `  表里没有 ${id} ${title}：保留不动；确实要删，加上 --delete`,
    ),
  ];
}

/** What changes, for the terminal: by wall, by risk, by field, old and new. */
export function formatChanges(walls: readonly WallChanges[], deletes: boolean): string {
  const touched = walls.filter((wall) => hasChanges(wall) || wall.missing.length > 0);
  const count = (of: (wall: WallChanges) => number) =>
    walls.reduce((sum, wall) => sum + of(wall), 0);
  const sums = [
    `改 ${count(({ edits }) => edits.length)} 个`,
    `移 ${count(({ moves }) => moves.length)} 个`,
    `增 ${count(({ additions }) => additions.length)} 个`,
    `${deletes ? '删' : '表里没有'} ${count(({ missing }) => missing.length)} 个`,
  ];
  if (touched.length === 0) return '和现在的内容一样，没有改动。';
  return [
    ...touched.flatMap((wall) => formatWall(wall, deletes)),
    `风险点：${sums.join('，')}。`,
  ].join('\n');
}
