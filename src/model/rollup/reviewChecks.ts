import { checkCatalogue } from '../checks/catalogue.ts';
import { checkCitations } from '../checks/citations.ts';
import { checkGradeReasons } from '../checks/gradeReasons.ts';
import { checkGuards, checkLoads } from '../checks/guards.ts';
import { checkPenalties } from '../checks/penalties.ts';
import { checkPosts } from '../checks/posts.ts';
import { checkRisks } from '../checks/risks.ts';
import { checkStandards } from '../checks/standards.ts';
import { checkWording } from '../checks/wording.ts';
import type { ContentSet } from '../content/contentSet.ts';
import type { Sourced } from '../content/sourced.ts';
import { guardDepartments } from '../post/guards.ts';
import type { Problem } from '../problem/problem.ts';
import type { RegisterRow } from '../register/rows.ts';
import { bigrams } from '../text/similarity.ts';
import { controlPhases, type ControlPhase } from '../vocabulary.ts';
import type { Risk, WallSource } from '../wall/wallSchema.ts';
import type { ReviewRules } from './reviewRules.ts';

/** The checks of the import that look beyond one field, run on the walls that change. */

interface ListedControl {
  readonly phase: ControlPhase;
  readonly by: string;
  readonly text: string;
}

/** A control as the register lists it, `事前　信息中心：……`, apart again. */
function listedControl(line: string): ListedControl | undefined {
  const [, phase, by = '', text = ''] = /^(\S+)　([^：]*)：([\s\S]*)$/.exec(line) ?? [];
  const known = controlPhases.find((one) => one === phase);
  return known && { phase: known, by, text };
}

/** Texts by the pairs of characters that they hold, so that a new one is compared with those alone that share any. */
class TextIndex {
  private readonly holders = new Map<string, number[]>();
  private readonly sizes: number[] = [];

  /** @returns the number of the text, counted from 0. */
  add(pairs: ReadonlySet<string>): number {
    const number = this.sizes.length;
    this.sizes.push(pairs.size);
    for (const pair of pairs) {
      const list = this.holders.get(pair);
      if (list) list.push(number);
      else this.holders.set(pair, [number]);
    }
    return number;
  }

  /** Numbers of the texts that are more alike than that, with how alike they are in percent. */
  alike(pairs: ReadonlySet<string>, percentMax: number): (readonly [number, number])[] {
    const common = new Map<number, number>();
    for (const pair of pairs) {
      for (const number of this.holders.get(pair) ?? []) {
        common.set(number, (common.get(number) ?? 0) + 1);
      }
    }
    return [...common].flatMap(([number, shared]) => {
      // Jaccard, as the check of the walls measures it.
      const percent = (shared / ((this.sizes[number] ?? 0) + pairs.size - shared)) * 100;
      return percent > percentMax ? [[number, percent] as const] : [];
    });
  }
}

interface RowTexts {
  readonly controls: readonly ListedControl[];
  readonly manifestations: TextIndex;
  /** By number of the manifestation: id of the risk. */
  readonly manifestationOf: readonly string[];
  readonly texts: TextIndex;
  readonly textOf: readonly string[];
}

const textsOf = new WeakMap<readonly RegisterRow[], RowTexts>();

/** The texts of the register, taken apart once. */
function rowTexts(rows: readonly RegisterRow[]): RowTexts {
  const known = textsOf.get(rows);
  if (known) return known;
  const manifestations = new TextIndex();
  const texts = new TextIndex();
  const textOf: string[] = [];
  const controls = rows.flatMap((row) => {
    manifestations.add(bigrams(row.manifestation));
    return row.controls.flatMap((line) => {
      const control = listedControl(line);
      if (!control) return [];
      texts.add(bigrams(control.text));
      textOf.push(row.id);
      return [control];
    });
  });
  const made = {
    controls,
    manifestations,
    manifestationOf: rows.map(({ id }) => id),
    texts,
    textOf,
  };
  textsOf.set(rows, made);
  return made;
}

/**
 * What the checks say of walls that have been changed.
 * @param walls the changed ones; all others are taken to be as they are published, without a fault.
 */
export function changedWallFaults(
  walls: readonly Sourced<WallSource>[],
  rules: ReviewRules,
): Problem[] {
  const { guardPercentMax, ...bureau } = rules.bureau.data;
  // How much one body carries is counted over all walls, see `loadFaults`.
  void guardPercentMax;
  const content = {
    walls,
    laws: rules.laws,
    posts: rules.posts,
    wording: rules.wording,
    // The checks named here read nothing else of the settings.
    bureau: { ...rules.bureau, data: { ...bureau, sanctionRules: [], disciplineOffice: '' } },
  } as unknown as ContentSet;
  return [
    ...checkPosts(content).filter(({ file }) => file !== rules.bureau.file),
    ...checkCatalogue(content),
    ...checkCitations(content),
    ...checkGradeReasons(content),
    ...checkRisks(content),
    ...checkPenalties(content),
    ...checkGuards(content),
    ...checkWording(content),
    ...checkStandards(content),
  ].filter(({ severity }) => severity === 'error');
}

export interface LoadFault {
  readonly text: string;
  /** Whether a control of this actor is among those of the body that has too many. */
  readonly isAbout: (by: string) => boolean;
}

/** Bodies that would have more controls to carry than the bureau allows. */
export function loadFaults(
  rows: readonly RegisterRow[],
  added: readonly Risk[],
  { bureau }: ReviewRules,
): LoadFault[] {
  const controls = [...rowTexts(rows).controls, ...added.flatMap((risk) => risk.controls)];
  const departmentOf = guardDepartments(bureau.data);
  return checkLoads(controls, bureau).map(({ problem, remedy }) => ({
    text: `${problem}；${remedy}`,
    isAbout: (by) => problem.startsWith(`${departmentOf(by)?.name ?? '其他'}一家`),
  }));
}

export interface AlikeFault {
  readonly riskId: string;
  readonly field: 'manifestation' | 'controls';
  /** Position among the controls of the risk. */
  readonly position: number;
  readonly text: string;
}

interface NewText {
  readonly riskId: string;
  readonly position: number;
  readonly text: string;
}

/** Texts of new risks that say too nearly what another text says: the same measure as on the walls. */
export function alikeFaults(
  rows: readonly RegisterRow[],
  added: readonly Risk[],
  { bureau }: ReviewRules,
): AlikeFault[] {
  const { alikePercentMax: percentMax } = bureau.data.wallStandards ?? {};
  if (percentMax === undefined) return [];
  const known = rowTexts(rows);
  const find = (
    field: AlikeFault['field'],
    old: TextIndex,
    owners: readonly string[],
    fresh: readonly NewText[],
  ): AlikeFault[] => {
    const own = new TextIndex();
    return fresh.flatMap(({ riskId, position, text }) => {
      const pairs = bigrams(text);
      const found = [
        ...old
          .alike(pairs, percentMax)
          .map(
            ([number, percent]) => [` ${(owners[number] ?? '').toUpperCase()} `, percent] as const,
          ),
        ...own.alike(pairs, percentMax).map(([, percent]) => ['另一条采纳的', percent] as const),
      ];
      own.add(pairs);
      return found.map(([who, percent]) => ({
        riskId,
        field,
        position,
        text: `和${who}相似 ${Math.round(percent)}%，本单位要求至多 ${percentMax}%`,
      }));
    });
  };
  return [
    ...find(
      'manifestation',
      known.manifestations,
      known.manifestationOf,
      added.map(({ id, manifestation }) => ({ riskId: id, position: 0, text: manifestation })),
    ),
    ...find(
      'controls',
      known.texts,
      known.textOf,
      added.flatMap(({ id, controls }) =>
        controls.map(({ text }, position) => ({ riskId: id, position, text })),
      ),
    ),
  ];
}
