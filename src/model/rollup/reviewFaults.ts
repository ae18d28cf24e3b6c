import type { Sourced } from '../content/sourced.ts';
import type { Problem } from '../problem/problem.ts';
import type { RegisterRow } from '../register/rows.ts';
import type { Grade } from '../vocabulary.ts';
import { placedRisks } from '../wall/wall.ts';
import type { Risk, WallSource } from '../wall/wallSchema.ts';
import { cellCitations, cellLine } from '../workbook/cellText.ts';
import type { AdoptedRisk } from './decision.ts';
import { alikeFaults, changedWallFaults, loadFaults } from './reviewChecks.ts';
import {
  adoptedCells,
  citationFault,
  gradeReasonFault,
  riskOfCells,
  shapeLacks,
  writtenControls,
  type Lack,
} from './reviewLacks.ts';
import type { ReviewRules, WorkbookWall } from './reviewRules.ts';

/** A find that was adopted. */
export interface AdoptedFind {
  readonly subjectId: string;
  readonly risk: AdoptedRisk;
}

/** A grade that was adopted. */
export interface AdoptedGrade {
  readonly subjectId: string;
  readonly riskId: string;
  readonly grade: Grade;
  readonly gradeReason: string;
  /** Undefined where they stay as they are. */
  readonly penalties: readonly string[] | undefined;
}

export interface Adopted {
  readonly finds: readonly AdoptedFind[];
  readonly grades: readonly AdoptedGrade[];
}

/** What adopted proposals are judged by. */
export interface ReviewContext {
  readonly rules: ReviewRules;
  /** The walls that change, by id. */
  readonly walls: ReadonlyMap<string, WorkbookWall>;
  /** All risks of all walls. */
  readonly rows: readonly RegisterRow[];
}

/** Ids that no wall has yet: the real ones are given by the import. */
const passingId = (wallId: string, i: number) => `${wallId}-r${900 + i}`;

interface PlacedFind extends AdoptedFind {
  readonly as: Risk;
}

/** A risk with the grade that was adopted for it. */
export const regraded = (
  risk: Risk,
  { grade, gradeReason, penalties }: Omit<AdoptedGrade, 'subjectId' | 'riskId'>,
): Risk => ({
  ...risk,
  grade,
  gradeReason: cellLine(gradeReason),
  penalties: penalties === undefined ? risk.penalties : cellCitations(penalties.join('\n')),
});

/** The walls as they will be. */
function changedWalls(
  finds: readonly PlacedFind[],
  grades: readonly AdoptedGrade[],
  walls: ReviewContext['walls'],
): Sourced<WallSource>[] {
  const graded = new Map(grades.map((one) => [one.riskId, one]));
  return [...walls.values()].flatMap(({ slug, wall }) => {
    const isTouched =
      finds.some(({ risk }) => risk.wallId === wall.id) ||
      placedRisks(wall).some(({ risk }) => graded.has(risk.id));
    if (!isTouched) return [];
    const steps = wall.steps.map((step) => ({
      ...step,
      risks: [
        ...step.risks.map((risk) => {
          const grade = graded.get(risk.id);
          return grade ? regraded(risk, grade) : risk;
        }),
        ...finds
          .filter(({ risk }) => risk.wallId === wall.id && risk.stepId === step.id)
          .map(({ as }) => as),
      ],
    }));
    return [{ file: `content/walls/${slug}.mdx`, name: slug, data: { ...wall, steps } }];
  });
}

/** Which fields a change of grade can mend. */
const gradeFields = ['grade', 'gradeReason', 'penalties'];

class Lacks {
  readonly bySubject = new Map<string, Lack[]>();

  add(subjectId: string, field: string, text: string) {
    const lacks = this.bySubject.get(subjectId) ?? [];
    // A field that is not written yet is told so once, and not by every rule on what stands in it.
    const isSaid = lacks.some((one) => one.field === field && one.text === text);
    if (!isSaid) lacks.push({ field, text });
    this.bySubject.set(subjectId, lacks);
  }

  has = (subjectId: string, field: string) =>
    this.bySubject.get(subjectId)?.some((one) => one.field === field) ?? false;
}

/** In the words of the form: authors' field names and the passing id are of no use there. */
const said = ({ problem, remedy }: Problem, id: string) =>
  `${problem}；${remedy}`
    .split(id)
    .join('这一条')
    .replace(/ ?postLevel/g, '岗位层级');

/** The field of the form that a problem speaks of, by its path below the risk. */
function fieldOf(rest: readonly (string | number)[], find: AdoptedFind): string {
  const [field, index, part] = rest;
  if (field !== 'controls' || index === undefined) return String(field ?? 'whole');
  const control = writtenControls(find.risk)[Number(index)];
  return control ? `control-${control.position}-${part === 'by' ? 'by' : 'text'}` : 'controls';
}

function tellProblem(
  problem: Problem,
  walls: readonly Sourced<WallSource>[],
  finds: readonly PlacedFind[],
  grades: readonly AdoptedGrade[],
  lacks: Lacks,
): void {
  const wall = walls.find(({ file }) => file === problem.file)?.data;
  // What stands in no wall is written once the risk has its id, see `laterWork`.
  if (!wall) return;
  const [top, i, inner, j, ...rest] = problem.path;
  const risk =
    top === 'steps' && inner === 'risks' ? wall.steps[Number(i)]?.risks[Number(j)] : undefined;
  const find = finds.find(({ as }) => as === risk);
  if (find) {
    const field = fieldOf(rest, find);
    if (!lacks.has(find.subjectId, field)) {
      lacks.add(find.subjectId, field, said(problem, find.as.id));
    }
    return;
  }
  const grade = grades.find(({ riskId }) => riskId === risk?.id);
  if (grade) {
    const field = String(rest[0]);
    lacks.add(
      grade.subjectId,
      gradeFields.includes(field) ? field : 'whole',
      said(problem, grade.riskId),
    );
    return;
  }
  // Said of a risk that was there before, or of the wall: whatever changes this wall has brought it.
  for (const { subjectId, risk: adopted } of finds) {
    if (adopted.wallId === wall.id) lacks.add(subjectId, 'whole', said(problem, ''));
  }
  for (const { subjectId, riskId } of grades) {
    if (riskId.startsWith(`${wall.id}-`)) lacks.add(subjectId, 'whole', said(problem, ''));
  }
}

function checkPlace(
  { subjectId, risk }: AdoptedFind,
  { walls, rows }: ReviewContext,
  lacks: Lacks,
) {
  if (!rows.some(({ wall }) => wall === risk.wallId)) {
    lacks.add(subjectId, 'wallId', '没有选：放进哪一面墙');
    return;
  }
  const wall = walls.get(risk.wallId)?.wall;
  if (!wall) {
    lacks.add(subjectId, 'wallId', '这面墙的内容还没有取来');
  } else if (!wall.steps.some(({ id }) => id === risk.stepId)) {
    lacks.add(subjectId, 'stepId', '没有选：放在哪一步');
  }
}

function checkGrades(grades: readonly AdoptedGrade[], walls: ReviewContext['walls'], lacks: Lacks) {
  const known = new Set(
    [...walls.values()].flatMap(({ wall }) => placedRisks(wall).map(({ risk }) => risk.id)),
  );
  grades.forEach(({ subjectId, riskId, gradeReason, penalties }, i) => {
    if (!known.has(riskId)) lacks.add(subjectId, 'whole', '这面墙的内容还没有取来');
    const fault = gradeReasonFault(gradeReason);
    if (fault !== undefined) lacks.add(subjectId, 'gradeReason', fault);
    const cited = penalties && citationFault(cellCitations(penalties.join('\n')));
    if (cited !== undefined) lacks.add(subjectId, 'penalties', cited);
    if (grades.findIndex((one) => one.riskId === riskId) < i) {
      lacks.add(subjectId, 'grade', '这个风险点已经采纳了另一个等级，只能留一个');
    }
  });
}

/**
 * What adopted proposals lack before `npm run import-xlsx` takes them: exactly what it would refuse,
 * by the same rules, one workbook with all of them.
 * @returns by subject; those without an entry are complete.
 */
export function adoptionLacks(
  { finds, grades }: Adopted,
  context: ReviewContext,
): ReadonlyMap<string, readonly Lack[]> {
  const { rules, walls, rows } = context;
  const lacks = new Lacks();
  const placed = finds.map((find, i): PlacedFind => {
    const cells = adoptedCells(find.risk, '');
    return { ...find, as: riskOfCells(cells, find.risk, passingId(find.risk.wallId, i)) };
  });
  for (const find of placed) {
    checkPlace(find, context, lacks);
    for (const { field, text } of shapeLacks(find.risk, find.as)) {
      lacks.add(find.subjectId, field, text);
    }
  }
  checkGrades(grades, walls, lacks);
  const changed = changedWalls(placed, grades, walls);
  for (const problem of changedWallFaults(changed, rules)) {
    tellProblem(problem, changed, placed, grades, lacks);
  }
  const added = placed.map(({ as }) => as);
  for (const { riskId, field, position, text } of alikeFaults(rows, added, rules)) {
    const find = placed.find(({ as }) => as.id === riskId);
    if (!find) continue;
    const path = field === 'controls' ? [field, position, 'text'] : [field];
    lacks.add(find.subjectId, fieldOf(path, find), text);
  }
  for (const { text, isAbout } of loadFaults(rows, added, rules)) {
    for (const { subjectId, as } of placed) {
      if (as.controls.some(({ by }) => isAbout(by))) lacks.add(subjectId, 'controls', text);
    }
  }
  return lacks.bySubject;
}

/** What one adopted find lacks by itself. */
export function lackingFields(risk: AdoptedRisk, context: ReviewContext): readonly Lack[] {
  const subjectId = 'this';
  return adoptionLacks({ finds: [{ subjectId, risk }], grades: [] }, context).get(subjectId) ?? [];
}

/**
 * What has to be written beside the walls once the import has given the ids: until then the site is
 * not built. A risk of 一类 is answered by a pledge of its post where posts have pledges, and a post
 * with a risk does not say that it has none.
 */
export function laterWork({ finds, grades }: Adopted, { rules, rows }: ReviewContext): string[] {
  const idOf = (department: string) =>
    rules.bureau.data.departments.find(({ name }) => name === department)?.id;
  const pledgesOf = (department: string) =>
    rules.pledges.find(({ name }) => name === idOf(department));
  const unanswered = (department: string, posts: readonly string[], riskId?: string) =>
    posts.filter(
      (post) =>
        !pledgesOf(department)?.pledges.some(
          (one) => one.posts.includes(post) && riskId !== undefined && one.risks.includes(riskId),
        ),
    );
  const pledgeWork = (
    title: string,
    department: string,
    posts: readonly string[],
    riskId?: string,
  ) => {
    const file = pledgesOf(department);
    const missing = file ? unanswered(department, posts, riskId) : [];
    return missing.length === 0
      ? []
      : [`${file?.file ?? ''}：“${title}”是一类，${missing.join('、')}的承诺里要有一条回答它`];
  };
  return [
    ...finds.flatMap(({ risk }) => {
      const catalogue = rules.posts.find(({ name }) => name === idOf(risk.department));
      const riskless = (catalogue?.data.posts ?? []).filter(
        ({ name, hasNoRisk }) => hasNoRisk && risk.posts.includes(name),
      );
      return [
        ...(risk.grade === '一类' ? pledgeWork(risk.title, risk.department, risk.posts) : []),
        ...riskless.map(
          ({ name }) => `${catalogue?.file ?? ''}：“${name}”写着没有风险点，删掉 hasNoRisk`,
        ),
      ];
    }),
    ...grades.flatMap(({ riskId, grade }) => {
      const row = rows.find(({ id }) => id === riskId);
      if (!row || grade !== '一类') return [];
      return pledgeWork(row.title, row.department, row.post.split('、'), riskId);
    }),
  ];
}
