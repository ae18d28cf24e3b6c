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
import { bigrams, jaccard } from '../text/similarity.ts';
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

interface RowTexts {
  readonly manifestation: ReadonlySet<string>;
  readonly controls: readonly (ListedControl & { readonly pairs: ReadonlySet<string> })[];
}

const textsOf = new WeakMap<RegisterRow, RowTexts>();
function rowTexts(row: RegisterRow): RowTexts {
  const known = textsOf.get(row);
  if (known) return known;
  const made: RowTexts = {
    manifestation: bigrams(row.manifestation),
    controls: row.controls.flatMap((line) => {
      const control = listedControl(line);
      return control ? { ...control, pairs: bigrams(control.text) } : [];
    }),
  };
  textsOf.set(row, made);
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
  const controls = [
    ...rows.flatMap((row) => rowTexts(row).controls),
    ...added.flatMap((risk) => risk.controls),
  ];
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

interface ComparedText {
  readonly riskId: string;
  readonly position: number;
  readonly pairs: ReadonlySet<string>;
  readonly isNew: boolean;
}

/** Texts of new risks that say too nearly what another text says: the same measure as on the walls. */
export function alikeFaults(
  rows: readonly RegisterRow[],
  added: readonly Risk[],
  { bureau }: ReviewRules,
): AlikeFault[] {
  const { alikePercentMax } = bureau.data.wallStandards ?? {};
  if (alikePercentMax === undefined) return [];
  const find = (
    field: AlikeFault['field'],
    old: readonly ComparedText[],
    fresh: readonly ComparedText[],
  ): AlikeFault[] =>
    fresh.flatMap((one, i) =>
      [...old, ...fresh.slice(0, i)].flatMap((other): AlikeFault[] => {
        const percent = jaccard(other.pairs, one.pairs) * 100;
        if (percent <= alikePercentMax) return [];
        return [
          {
            riskId: one.riskId,
            field,
            position: one.position,
            text: `和${other.isNew ? '另一条采纳的' : ` ${other.riskId.toUpperCase()} `}相似 ${Math.round(percent)}%，本单位要求至多 ${alikePercentMax}%`,
          },
        ];
      }),
    );
  return [
    ...find(
      'manifestation',
      rows.map((row) => ({
        riskId: row.id,
        position: 0,
        pairs: rowTexts(row).manifestation,
        isNew: false,
      })),
      added.map(({ id, manifestation }) => ({
        riskId: id,
        position: 0,
        pairs: bigrams(manifestation),
        isNew: true,
      })),
    ),
    ...find(
      'controls',
      rows.flatMap((row) =>
        rowTexts(row).controls.map(({ pairs }, position) => ({
          riskId: row.id,
          position,
          pairs,
          isNew: false,
        })),
      ),
      added.flatMap(({ id, controls }) =>
        controls.map(({ text }, position) => ({
          riskId: id,
          position,
          pairs: bigrams(text),
          isNew: true,
        })),
      ),
    ),
  ];
}
