import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { riskIdsIn } from '../model/fields/ids.ts';
import { checkContent } from '../model/checks/checkContent.ts';
import { formatProblem, type Problem } from '../model/problem/problem.ts';
import type { ContentSet } from '../model/content/contentSet.ts';
import { wallSchema, type WallSource } from '../model/wall/wallSchema.ts';
import { byPhase, changedWall, hasChanges, type WallChanges } from '../model/workbook/changes.ts';
import { columns, type ColumnKey } from '../model/workbook/columns.ts';
import {
  atCell,
  compareWorkbook,
  type WorkbookComparison,
} from '../model/workbook/compareWorkbook.ts';
import type { SheetTable } from '../model/workbook/readTable.ts';
import { editWall, UneditableError } from './editWall.ts';
import { readYaml } from './yamlSource.ts';

export interface ImportPlan {
  readonly walls: readonly WallChanges[];
  /** With any fault there are no files. */
  readonly faults: readonly string[];
  readonly notes: readonly string[];
  /** Texts of the wall files that change, by path on this machine. */
  readonly files: ReadonlyMap<string, string>;
}

/** Every id of a risk that stands anywhere in the content: walls, drafts, questions, notes. */
export function mentionedRiskIds(root: string): Set<string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const texts = names
    .filter((name) => /\.(mdx|yaml)$/.test(name))
    .map((name) => readFileSync(join(root, name), 'utf8'));
  return new Set(texts.flatMap(riskIdsIn));
}

function columnOf(path: Problem['path'], wall: WallSource): ColumnKey {
  const [, i, , j, field, k] = path;
  const risk = wall.steps[Number(i)]?.risks[Number(j)];
  if (field === 'controls') return risk?.controls[Number(k ?? 0)]?.phase ?? '事前';
  return columns.find(({ key }) => key === field)?.key ?? 'id';
}

/** A problem of the changed content, at its cell when it stands in one. */
function tellProblem(problem: Problem, wall: WallSource | undefined, of: WorkbookComparison) {
  const [field, i, inner, j] = problem.path;
  const risk =
    wall && field === 'steps' && inner === 'risks'
      ? wall.steps[Number(i)]?.risks[Number(j)]
      : undefined;
  const place = risk && wall && of.placeOf(risk.id, columnOf(problem.path, wall));
  return place ? atCell(place, `${problem.problem}；${problem.remedy}`) : formatProblem(problem);
}

/**
 * A risk may ask for something that no cell of the workbook holds: a pledge that answers it, a word
 * in the catalogue of posts. It can be written only once the risk has its id.
 */
const isMendedLater = ({ file }: Problem) => /(?:^|\/)(?:posts|letters\/pledges)\//.test(file);

const keyOf = ({ file, problem }: Problem) => `${file}｜${problem}`;

function checkWhole(
  content: ContentSet,
  changed: ContentSet,
  today: string,
  of: WorkbookComparison,
) {
  const before = new Set(checkContent(content, today).map(keyOf));
  const fresh = checkContent(changed, today).filter((problem) => !before.has(keyOf(problem)));
  const tell = (problems: readonly Problem[]) =>
    problems.map((problem) => {
      const wall = changed.walls.find(({ file }) => file === problem.file);
      return tellProblem(problem, wall?.data, of);
    });
  const errors = fresh.filter(({ severity }) => severity === 'error');
  const later = errors.filter(isMendedLater);
  const warnings = fresh.filter(({ severity }) => severity === 'warning');
  return {
    faults: tell(errors.filter((problem) => !isMendedLater(problem))),
    notes: [
      ...later.map(
        ({ file, problem, remedy }) =>
          `写回以后还要改 ${file}，改好网站才生成得出来：${problem}；${remedy}`,
      ),
      ...tell(warnings).map((text) => `提醒：${text}`),
    ],
  };
}

/** The text of a wall file after the changes, proven to hold what the table says. */
function editedFile(path: string, changes: WallChanges, withDeletions: boolean): string {
  const edited = editWall(readFileSync(path, 'utf8'), changes, withDeletions);
  const unix = edited.replaceAll('\r\n', '\n');
  const yaml = unix.slice(unix.indexOf('\n') + 1, unix.search(/\n---[ \t]*(?:\n|$)/) + 1);
  const held = wallSchema.safeParse(readYaml(yaml).data);
  const normal = (wall: WallSource) =>
    JSON.stringify(
      wallSchema.parse({
        ...wall,
        steps: wall.steps.map((step) => ({ ...step, risks: step.risks.map(byPhase) })),
      }),
    );
  if (!held.success || normal(held.data) !== normal(changedWall(changes, withDeletions))) {
    throw new UneditableError('文件的写法特别，程序改不准，没有动它；请手工改');
  }
  return edited;
}

/**
 * What importing a workbook would do. Nothing is written.
 * @param root the content folder.
 * @param today YYYY-MM-DD, for the checks.
 * @param withDeletions whether risks that a sheet no longer has are taken out.
 */
export function planImport(
  sheets: readonly SheetTable[],
  content: ContentSet,
  { root, today, withDeletions }: { root: string; today: string; withDeletions: boolean },
): ImportPlan {
  const compared = compareWorkbook(sheets, content.walls, mentionedRiskIds(root));
  const { walls, faults, notes } = compared;
  const touched = walls.filter(
    (wall) => hasChanges(wall) || (withDeletions && wall.missing.length > 0),
  );
  const nothing = { walls, notes, files: new Map<string, string>() };
  if (faults.length > 0 || touched.length === 0) return { ...nothing, faults };

  const changed: ContentSet = {
    ...content,
    walls: content.walls.map((wall) => {
      const changes = touched.find((one) => one.wall === wall);
      return changes ? { ...wall, data: changedWall(changes, withDeletions) } : wall;
    }),
  };
  const whole = checkWhole(content, changed, today, compared);
  const allNotes = [...notes, ...whole.notes];
  if (whole.faults.length > 0) return { ...nothing, faults: whole.faults, notes: allNotes };
  const files = new Map<string, string>();
  const unable: string[] = [];
  for (const changes of touched) {
    const path = join(root, 'walls', `${changes.wall.name}.mdx`);
    try {
      files.set(path, editedFile(path, changes, withDeletions));
    } catch (error) {
      if (!(error instanceof UneditableError)) throw error;
      unable.push(`${changes.wall.file}：${error.message}`);
    }
  }
  return unable.length > 0
    ? { ...nothing, faults: unable, notes: allNotes }
    : { walls, faults: [], notes: allNotes, files };
}
