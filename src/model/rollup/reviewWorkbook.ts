import type { RegisterRow } from '../register/rows.ts';
import { placedRisks } from '../wall/wall.ts';
import { columns, columnTitle, type ColumnKey } from '../workbook/columns.ts';
import {
  departmentHead,
  departmentSheet,
  departmentWidth,
  sheetChoices,
  type SheetChoice,
} from '../workbook/sheetChoices.ts';
import { wallTable, type RowCells } from '../workbook/wallTable.ts';
import { decisionOf } from './reviewDecisions.ts';
import {
  adoptionLacks,
  laterWork,
  regraded,
  type Adopted,
  type ReviewContext,
} from './reviewFaults.ts';
import { adoptedCells, type Lack } from './reviewLacks.ts';
import { subjectDepartments, subjectTitle, type ReviewSubject } from './reviewSubjects.ts';
import type { Rollup } from './rollup.ts';

/** A sheet of a workbook as it is written, all cells as text. */
export interface WorkbookSheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** In characters of the default font. */
  readonly widths: readonly number[];
  /** Positions of the columns that nobody should change. */
  readonly fixed: readonly number[];
  /** What can be chosen from a list, by column. */
  readonly choices?: readonly SheetChoice[];
}

/** What was adopted among the subjects, complete or not. */
export function adoptedOf(
  rollup: Pick<Rollup, 'decisions'>,
  subjects: readonly ReviewSubject[],
): Adopted {
  const taken = subjects.flatMap((subject) => {
    const decision = decisionOf(rollup, subject.id);
    return decision?.outcome === '采纳' ? [{ subject, decision }] : [];
  });
  return {
    finds: taken.flatMap(({ subject, decision: { risk } }) =>
      subject.kind === '自行补充' && risk ? [{ subjectId: subject.id, risk }] : [],
    ),
    grades: taken.flatMap(({ subject, decision }) =>
      subject.kind === '等级建议'
        ? [
            {
              subjectId: subject.id,
              riskId: subject.risk.id,
              grade: decision.grade ?? subject.grade,
              gradeReason: decision.gradeReason ?? '',
              penalties: decision.penalties,
            },
          ]
        : [],
    ),
  };
}

/** The walls whose content is needed to judge what was adopted. */
export function wallsConcerned({ finds, grades }: Adopted, rows: readonly RegisterRow[]): string[] {
  const named = new Set([
    ...finds.map(({ risk }) => risk.wallId),
    ...grades.map(({ riskId }) => rows.find(({ id }) => id === riskId)?.wall ?? ''),
  ]);
  return [...new Set(rows.map(({ wall }) => wall))].filter((id) => named.has(id));
}

export interface WorkbookPlan {
  /** What goes in. */
  readonly adopted: Adopted;
  /** By subject: what it lacks and is left out for. */
  readonly lacks: ReadonlyMap<string, readonly Lack[]>;
  /** What has to be written beside the walls afterwards. */
  readonly later: readonly string[];
}

/**
 * What the workbook will hold: all that is complete. Two that are complete each by itself may not go
 * together (one name twice, texts that are alike): the later one is left out and told.
 */
export function planWorkbook(adopted: Adopted, context: ReviewContext): WorkbookPlan {
  const lacks = new Map<string, readonly Lack[]>();
  let kept = adopted;
  for (;;) {
    const found = adoptionLacks(kept, context);
    if (found.size === 0) break;
    for (const [id, list] of found) lacks.set(id, list);
    kept = {
      finds: kept.finds.filter(({ subjectId }) => !found.has(subjectId)),
      grades: kept.grades.filter(({ subjectId }) => !found.has(subjectId)),
    };
  }
  return { adopted: kept, lacks, later: laterWork(kept, context) };
}

const fixedColumns = columns.flatMap(({ isFixed }, i) => (isFixed ? [i] : []));

function wallSheet(wallId: string, { finds, grades }: Adopted, context: ReviewContext) {
  const { walls, rules } = context;
  const wall = walls.get(wallId)?.wall;
  if (!wall) return [];
  const graded = new Map(grades.map((one) => [one.riskId, one]));
  const placed = new Map(placedRisks(wall).map((one) => [one.risk.id, one]));
  const change = (id: string, cells: RowCells): RowCells => {
    const grade = graded.get(id);
    const before = placed.get(id);
    if (!grade || !before) return cells;
    const after = regraded(before.risk, grade);
    // 校验码 stays that of the published risk: the import sees by it that nobody changed it since.
    return {
      ...cells,
      grade: after.grade,
      gradeReason: after.gradeReason,
      penalties: after.penalties.join('\n'),
    };
  };
  const added = finds
    .filter(({ risk }) => risk.wallId === wallId)
    .map(({ risk }) =>
      adoptedCells(risk, wall.steps.find(({ id }) => id === risk.stepId)?.name ?? ''),
    );
  const { sheet, head, rows, widths } = wallTable(wall, change, added);
  const choices = sheetChoices(wall, rules.bureau.data.departments.length);
  return [{ name: sheet, head, rows, widths, fixed: fixedColumns, choices }];
}

/** What the drop-downs of departments offer, as in the workbook of the authors. */
const departmentList = ({ rules }: ReviewContext): WorkbookSheet => ({
  name: departmentSheet,
  head: [departmentHead],
  rows: rules.bureau.data.departments.map(({ name }) => [name]),
  widths: [departmentWidth],
  fixed: [],
});

/** Columns of 审核意见; none is called as in the table of risks, so that the import passes the sheet over. */
const opinionHead = [
  '审核事项',
  '风险点',
  '提出的单位',
  '提的人数',
  '结果',
  '意见',
  '审批到哪一步',
];
const opinionWidths = [12, 30, 24, 10, 18, 50, 16];

function opinionSheet(rollup: Rollup, subjects: readonly ReviewSubject[]): WorkbookSheet {
  const rows = subjects.flatMap((subject) => {
    const decision = decisionOf(rollup, subject.id);
    if (!decision?.outcome) return [];
    const about = subject.kind === '自行补充' ? '' : ` ${subject.risk.id.toUpperCase()}`;
    const into =
      decision.outcome === '并入已有风险点' ? ` ${(decision.into ?? '').toUpperCase()}` : '';
    return [
      [
        subject.kind,
        `${subjectTitle(subject)}${about}`,
        subjectDepartments(subject).join('、'),
        String(subject.voices.length),
        `${decision.outcome}${into}`,
        decision.note,
        decision.stage,
      ],
    ];
  });
  return { name: '审核意见', head: opinionHead, rows, widths: opinionWidths, fixed: [] };
}

const guide = (rollup: Rollup, { adopted, later }: WorkbookPlan): (readonly [string, string])[] => [
  ['从哪里来', `${rollup.head.unit} ${rollup.head.period} 廉政风险排查汇总，审核采纳的意见`],
  [
    '有什么',
    `新增风险点 ${adopted.finds.length} 个（编号空着，导入时给），改等级 ${adopted.grades.length} 个`,
  ],
  [
    '怎么导入',
    '在网站的文件夹里运行：npm run import-xlsx 文件.xlsx，核对列出的改动，再加 -- --write',
  ],
  ...later.map((text) => ['写回以后', text] as const),
  ['不要动', `${fixedColumns.map((i) => columns[i]?.title ?? '').join('、')}三列`],
];

/**
 * The workbook that takes what was adopted back into the walls: `npm run import-xlsx` takes it as it
 * is. Sheets of the walls that change stand as `npm run export-xlsx` writes them; names of people are
 * in none of them.
 */
export function reviewWorkbook(
  rollup: Rollup,
  subjects: readonly ReviewSubject[],
  plan: WorkbookPlan,
  context: ReviewContext,
): WorkbookSheet[] {
  return [
    {
      name: '说明',
      head: ['廉政风险点表：审核采纳的意见', ''],
      rows: guide(rollup, plan),
      widths: [14, 76],
      fixed: [],
    },
    ...wallsConcerned(plan.adopted, context.rows).flatMap((wallId) =>
      wallSheet(wallId, plan.adopted, context),
    ),
    opinionSheet(rollup, subjects),
    departmentList(context),
  ];
}

/** What a column of the workbook is called, for a form with the same fields. */
export const workbookTitle = (key: ColumnKey): string => columnTitle(key);
