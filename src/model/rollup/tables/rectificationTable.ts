import { gradeEntries } from '../../vocabulary.ts';
import { citedId } from '../../wall/wall.ts';
import type { AnswerTally } from './answerTally.ts';
import type { TableSources } from './departments.ts';
import { column, madeLater, type OfficialTable } from './officialTable.ts';

const dayMs = 86_400_000;

/** Whole days from one day to another, both `2026-12-31`. */
const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

/** How a measure stands with its date, in a word: overdue is never told by colour alone. */
export function dueText(dueDate: string, today: string): string {
  if (dueDate === '') return '没有写时限';
  const days = daysBetween(today, dueDate);
  if (days < 0) return `已过期 ${-days} 天`;
  return days === 0 ? '今天到期' : `还有 ${days} 天`;
}

export const isOverdue = (dueDate: string, today: string): boolean =>
  dueDate !== '' && dueDate < today;

/**
 * 问题整改台账: what is 未落实 or 部分落实, with measure, person and date, overdue ones first.
 * @param hasNames whether who filed it and who is responsible are named; without, the post stands for them.
 * @param only a department; all of them when undefined.
 */
export function rectificationTable(
  { unit, period, today }: TableSources,
  { open }: AnswerTally,
  hasNames: boolean,
  only?: string,
): OfficialTable {
  const found = open.filter(({ department }) => only === undefined || department === only);
  const overdue = found.filter(({ dueDate }) => isOverdue(dueDate, today)).length;
  const columns = [
    column('序号', 6, 6),
    column('单位', 15, 16),
    column('权力事项', 15, 18),
    column('风险点', 18, 20),
    column('等级', 9, 8),
    column('落实情况', 10, 10),
    column('整改措施', 46, 50),
    ...(hasNames
      ? [column('填报人', 9, 10), column('责任人', 9, 10)]
      : [column('责任岗位', 14, 16)]),
    column('完成时限', 13, 12),
    column('到期情况', 13, 14),
    column('整改结果', 14, 20),
  ];
  return madeLater(
    {
      title: '廉政风险问题整改台账',
      note: `${unit}　${period}　${only ?? '全部单位'}　共 ${found.length} 项，已过期 ${overdue} 项（到 ${today}）`,
      columns,
      count: found.length,
      remarks: ['按完成时限排，已过期的在前，没有写时限的在后；整改结果由单位填写。'],
    },
    () =>
      found.map((one, i) => ({
        id: one.id,
        cells: [
          i + 1,
          one.department,
          one.risk.wallName,
          `${one.risk.title}（${citedId(one.risk.id)}）`,
          `${gradeEntries[one.risk.grade].mark}${one.risk.grade}`,
          one.state,
          one.measure || '没有写',
          ...(hasNames ? [one.name, one.responsible || '没有写'] : [one.post]),
          one.dueDate,
          dueText(one.dueDate, today),
          '',
        ],
      })),
  );
}
