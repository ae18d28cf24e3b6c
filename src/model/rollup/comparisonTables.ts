import type { RegisterData } from '../register/rows.ts';
import { citedId } from '../wall/wall.ts';
import { changes, changeWords, type ComparedRisk, type PeriodChange } from './comparePeriods.ts';
import { column, tableOfRows, type OfficialTable } from './tables/officialTable.ts';

export interface Periods {
  /** `2025年度`. */
  readonly before: string;
  readonly now: string;
}

const remarks = changes.map((change) => `${change}：${changeWords[change]}。`);

function countsOf(risks: readonly ComparedRisk[]): number[] {
  const counts = new Map<PeriodChange, number>();
  for (const { change } of risks) counts.set(change, (counts.get(change) ?? 0) + 1);
  return changes.map((change) => counts.get(change) ?? 0);
}

/** How many risks have changed how, by department or by wall: one risk in one department counts once. */
export function comparisonTable(
  risks: readonly ComparedRisk[],
  by: '处室' | '墙',
  { before, now }: Periods,
  wallNames: ReadonlyMap<string, string>,
): OfficialTable {
  const groups = new Map<string, ComparedRisk[]>();
  for (const risk of risks) {
    const key = by === '处室' ? risk.department : risk.wallId;
    const group = groups.get(key);
    if (group) group.push(risk);
    else groups.set(key, [risk]);
  }
  const keys = [...groups.keys()];
  if (by === '墙') keys.sort();
  const nameOf = (key: string) =>
    by === '处室' ? key || '（没有写处室）' : `${key.toUpperCase()} ${wallNames.get(key) ?? ''}`;
  return tableOfRows({
    title: `两期对照（按${by === '处室' ? '处室' : '权力事项'}）`,
    note: `${before} → ${now}　一个处室的一个风险点算一处`,
    columns: [
      column(by === '处室' ? '处室' : '权力事项', 20, 24),
      ...changes.map((change) => column(change, 8, 12)),
    ],
    rows: [
      ...keys.map((key) => ({ id: key, cells: [nameOf(key), ...countsOf(groups.get(key) ?? [])] })),
      ...(risks.length > 0
        ? [{ id: 'sum', isSum: true as const, cells: ['合计', ...countsOf(risks)] }]
        : []),
    ],
    remarks,
  });
}

const shareText = ({ open, judged }: ComparedRisk['now']) =>
  judged === 0 ? '没有人判断' : `${judged} 人判断，${open} 人没落实`;

/** The list behind the counts. */
export function comparedRisksTable(
  risks: readonly ComparedRisk[],
  { before, now }: Periods,
  register: RegisterData,
): OfficialTable {
  const rows = new Map(register.rows.map((row) => [row.id, row]));
  return tableOfRows({
    title: '两期对照清单',
    note: `${before} → ${now}　${risks.length} 处`,
    columns: [
      column('处室', 12, 16, true),
      column('权力事项', 14, 22),
      column('编号', 8, 10),
      column('风险点', 18, 28),
      column('变化', 8, 12),
      column(before || '上期', 14, 22),
      column(now || '这期', 14, 22),
    ],
    rows: risks.map((one) => ({
      id: `${one.department}\n${one.riskId}`,
      cells: [
        one.department || '（没有写处室）',
        rows.get(one.riskId)?.wallName ?? '',
        citedId(one.riskId),
        rows.get(one.riskId)?.title ?? '',
        one.change,
        shareText(one.before),
        shareText(one.now),
      ],
    })),
    remarks,
  });
}
