import type { Synonyms } from '../content/synonymSchema.ts';
import { packRelation, type PackedRelation } from './packRelation.ts';
import { type NamedWall, placedRisks } from '../wall/wall.ts';
import type { Category, Grade, PostLevel, PowerClass } from '../vocabulary.ts';
import type { Risk } from '../wall/wallSchema.ts';

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
  /** How many files of rows there are, this one included; there are as many of details. */
  readonly shardCount: number;
}

/**
 * Everyday words and what the walls call it, for what comes nearest. Apart from the core: they weigh
 * more than its rows, and no literal hit needs them.
 */
export interface FinderRelations {
  readonly contentVersion: string;
  readonly related: readonly PackedRelation[];
}

/** Rows that follow those of the core. */
export interface FinderShard {
  readonly contentVersion: string;
  /** Place of the first row among all. */
  readonly start: number;
  readonly risks: readonly FinderRow[];
}

/** Rows in one file: about 20 KB gzipped. */
const rowsPerShard = 215;
/**
 * Rows in the first file, which the words share: so few that the first answer stays under 60 KB with
 * the dialog's own code, however many walls there are.
 */
const rowsInCore = 150;

export interface FinderWall {
  readonly slug: string;
  readonly name: string;
  readonly powerClasses: readonly PowerClass[];
  /** Other names of the power item; a search for one finds all its risks' wall. */
  readonly synonyms: readonly string[];
  readonly steps: readonly string[];
  /** The step ids in the same order, for links. */
  readonly stepIds: readonly string[];
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

/** Cause, warning sign, controls and post of the risks in one file of rows. */
export interface FinderDetails {
  readonly contentVersion: string;
  /** Place of the first text among all. */
  readonly start: number;
  readonly texts: readonly string[];
  /** Posts, departments and guards: each once, since they would be repeated five times a risk. */
  readonly names: readonly string[];
  /** For each text the places of its names. */
  readonly named: readonly (readonly number[])[];
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

const textOf = ({ cause, warningSign, controls }: Risk) =>
  [cause, warningSign, ...controls.map(({ text }) => text)].join(fieldBreak);

const namesOf = ({ posts, department, controls }: Risk) => [
  ...new Set([...posts, department, ...controls.map(({ by }) => by)]),
];

function packDetails(risks: readonly Risk[]): Pick<FinderDetails, 'texts' | 'names' | 'named'> {
  const names = [...new Set(risks.flatMap(namesOf))];
  const places = new Map(names.map((name, i) => [name, i]));
  return {
    texts: risks.map(textOf),
    names,
    named: risks.map((risk) => namesOf(risk).flatMap((name) => places.get(name) ?? [])),
  };
}

/** All that a risk says beside its row; undefined when the file has no such row. */
export function unpackDetails(
  { texts, names, named }: FinderDetails,
  at: number,
): string | undefined {
  const text = texts[at];
  if (text === undefined) return undefined;
  return [text, ...(named[at] ?? []).map((place) => names[place] ?? '')].join(fieldBreak);
}

export interface FinderFiles {
  /** Gives the first answer. */
  readonly core: FinderCore;
  /** The rows that are fetched right behind it. */
  readonly shards: readonly FinderShard[];
  readonly details: readonly FinderDetails[];
  readonly relations: FinderRelations;
}

/** The whole index, cut so that neither fetching nor preparing a file keeps a slow machine busy. */
export function finderFiles(
  walls: readonly NamedWall[],
  { groups, related }: Synonyms,
  contentVersion: string,
): FinderFiles {
  const rows = finderRows(walls);
  const risks = walls.flatMap(({ wall }) => placedRisks(wall).map(({ risk }) => risk));
  const starts = [0];
  for (let at = rowsInCore; at < rows.length; at += rowsPerShard) starts.push(at);
  const shares = starts.map((start, i) => ({ start, end: starts[i + 1] ?? rows.length }));
  return {
    core: {
      contentVersion,
      synonyms: groups,
      shardCount: shares.length,
      walls: walls.map(({ slug, wall }) => ({
        slug,
        name: wall.powerItem,
        powerClasses: [wall.powerClass, ...wall.alsoPowerClasses],
        synonyms: wall.synonyms,
        steps: wall.steps.map(({ name }) => name),
        stepIds: wall.steps.map(({ id }) => id),
      })),
      risks: rows.slice(0, shares[0]?.end),
    },
    shards: shares
      .slice(1)
      .map(({ start, end }) => ({ contentVersion, start, risks: rows.slice(start, end) })),
    details: shares.map(({ start, end }) => ({
      contentVersion,
      start,
      ...packDetails(risks.slice(start, end)),
    })),
    relations: { contentVersion, related: related.map(packRelation) },
  };
}
