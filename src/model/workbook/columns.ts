import { fingerprint } from '../text/fingerprint.ts';
import { categories, grades, postLevels, type ControlPhase } from '../vocabulary.ts';
import type { PlacedRisk } from '../wall/wall.ts';
import type { Risk } from '../wall/wallSchema.ts';

/** Fields of a risk that are one line of text in the file and one cell in the table. */
export const lineFields = [
  'title',
  'manifestation',
  'category',
  'grade',
  'gradeReason',
  'postLevel',
  'department',
  'cause',
  'warningSign',
  'monitor',
] as const;
export type LineField = (typeof lineFields)[number];

export type ColumnKey =
  'id' | 'stepId' | 'stepName' | LineField | 'posts' | ControlPhase | 'penalties' | 'base';

export interface Column {
  readonly key: ColumnKey;
  readonly title: string;
  /** In characters of the default font. */
  readonly width: number;
  readonly choices?: readonly string[];
  /** Changes in these columns are not taken over. */
  readonly isFixed?: boolean;
}

/** The table of risks. Titles are how columns are found again, wherever somebody moves them. */
export const columns: readonly Column[] = [
  { key: 'id', title: '编号', width: 10, isFixed: true },
  { key: 'stepId', title: '步骤编号', width: 11 },
  { key: 'stepName', title: '步骤', width: 14, isFixed: true },
  { key: 'title', title: '名称', width: 16 },
  { key: 'manifestation', title: '表现形式', width: 44 },
  { key: 'category', title: '类别', width: 14, choices: categories },
  { key: 'grade', title: '等级', width: 8, choices: grades },
  { key: 'gradeReason', title: '定级理由', width: 30 },
  { key: 'postLevel', title: '岗位层级', width: 10, choices: postLevels },
  { key: 'department', title: '处室', width: 16 },
  { key: 'posts', title: '岗位', width: 16 },
  { key: 'cause', title: '原因', width: 32 },
  { key: '事前', title: '事前措施', width: 40 },
  { key: '事中', title: '事中措施', width: 40 },
  { key: '事后', title: '事后措施', width: 40 },
  { key: 'penalties', title: '惩处依据', width: 34 },
  { key: 'warningSign', title: '预警信号', width: 32 },
  { key: 'monitor', title: '监测指标', width: 24 },
  { key: 'base', title: '校验码', width: 11, isFixed: true },
];

export const columnTitle = (key: ColumnKey): string =>
  columns.find((column) => column.key === key)?.title ?? key;

/** Who and what of the controls of one phase, one to a line. */
export function controlLines(risk: Pick<Risk, 'controls'>, phase: ControlPhase): string {
  return risk.controls
    .filter((control) => control.phase === phase)
    .map(({ by, text }) => `${by}：${text}`)
    .join('\n');
}

/** What stands in the cells of a risk. */
export function riskCells({ risk, step }: PlacedRisk): Readonly<Record<ColumnKey, string>> {
  return {
    id: risk.id,
    stepId: step.id,
    stepName: step.name,
    title: risk.title,
    manifestation: risk.manifestation,
    category: risk.category,
    grade: risk.grade,
    gradeReason: risk.gradeReason,
    postLevel: risk.postLevel,
    department: risk.department,
    posts: risk.posts.join('、'),
    cause: risk.cause,
    事前: controlLines(risk, '事前'),
    事中: controlLines(risk, '事中'),
    事后: controlLines(risk, '事后'),
    penalties: risk.penalties.join('\n'),
    warningSign: risk.warningSign,
    monitor: risk.monitor ?? '',
    base: riskState({ risk, step }),
  };
}

/** Tells whether a risk was changed in its file since the table was written. */
export function riskState({ risk, step }: Pick<PlacedRisk, 'risk' | 'step'>): string {
  return fingerprint(JSON.stringify([step.id, risk]));
}

/** Excel allows 31 characters and none of `[]:*?/\`. */
export function sheetName(id: string, powerItem: string): string {
  return `${id} ${powerItem}`
    .replace(/[[\]:*?/\\]/g, '')
    .slice(0, 31)
    .trimEnd();
}
