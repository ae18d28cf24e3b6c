import type { NamedWall } from '../citationIndex.ts';
import type { Category, Grade, PostLevel, PowerClass } from '../vocabulary.ts';
import { placedRisks } from '../wall.ts';

/**
 * The exact finder's index, as the build publishes it. Two parts: what the first answer needs, and
 * the further fields that are fetched behind it. Rows are arrays, since names would be repeated a
 * thousand times.
 */
export interface FinderCore {
  readonly contentVersion: string;
  readonly walls: readonly FinderWall[];
  readonly risks: readonly FinderRow[];
  readonly synonyms: readonly (readonly string[])[];
  /** How many further files of rows there are. */
  readonly furtherShards: number;
}

/** Rows that follow those of the core. */
export interface FinderShard {
  readonly contentVersion: string;
  readonly risks: readonly FinderRow[];
}

/**
 * Rows in one file: about 33 KB gzipped, so that the first answer stays under 60 KB with the
 * dialog's own code, however many walls there are.
 */
const rowsPerShard = 350;

export interface FinderWall {
  readonly slug: string;
  readonly name: string;
  readonly powerClasses: readonly PowerClass[];
  /** Other names of the power item; a search for one finds all its risks' wall. */
  readonly synonyms: readonly string[];
  readonly steps: readonly string[];
}

export type FinderRow = readonly [
  id: string,
  wallIndex: number,
  stepIndex: number,
  title: string,
  manifestation: string,
  category: Category,
  grade: Grade,
  postLevel: PostLevel,
];

/** Cause, warning sign, controls and post of every risk, in the order of the core's rows. */
export interface FinderDetails {
  readonly contentVersion: string;
  readonly texts: readonly string[];
}

/** Between fields, so that no phrase is found across two of them. */
const fieldBreak = '\n';

function finderRows(walls: readonly NamedWall[]): FinderRow[] {
  return walls.flatMap(({ wall }, wallIndex) =>
    placedRisks(wall).map(({ risk, stepNumber }): FinderRow => [
      risk.id,
      wallIndex,
      stepNumber - 1,
      risk.title,
      risk.manifestation,
      risk.category,
      risk.grade,
      risk.postLevel,
    ]),
  );
}

/** The part that gives the first answer, and the rows that are fetched right behind it. */
export function finderFiles(
  walls: readonly NamedWall[],
  synonyms: readonly (readonly string[])[],
  contentVersion: string,
): { core: FinderCore; shards: FinderShard[] } {
  const rows = finderRows(walls);
  const shards: FinderShard[] = [];
  for (let start = rowsPerShard; start < rows.length; start += rowsPerShard) {
    shards.push({ contentVersion, risks: rows.slice(start, start + rowsPerShard) });
  }
  const core: FinderCore = {
    contentVersion,
    synonyms,
    furtherShards: shards.length,
    walls: walls.map(({ slug, wall }) => ({
      slug,
      name: wall.powerItem,
      powerClasses: [wall.powerClass, ...wall.alsoPowerClasses],
      synonyms: wall.synonyms,
      steps: wall.steps.map(({ name }) => name),
    })),
    risks: rows.slice(0, rowsPerShard),
  };
  return { core, shards };
}

/** The part that is fetched behind the first answer. */
export function finderDetails(walls: readonly NamedWall[], contentVersion: string): FinderDetails {
  return {
    contentVersion,
    texts: walls.flatMap(({ wall }) =>
      placedRisks(wall).map(({ risk }) =>
        [
          risk.cause,
          risk.warningSign,
          risk.post,
          risk.department,
          ...risk.controls.flatMap(({ by, text }) => [by, text]),
        ].join(fieldBreak),
      ),
    ),
  };
}
