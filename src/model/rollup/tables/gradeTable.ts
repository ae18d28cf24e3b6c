import { gradeEntries, grades, type Grade } from '../../vocabulary.ts';
import type { Adopted } from '../reviewFaults.ts';
import { column, tableOfRows, type OfficialTable } from './officialTable.ts';
import type { TableSources } from './departments.ts';

const columns = [
  column('处室', 16, 16, true),
  column('岗位', 18, 18),
  column('岗位层级', 10, 10),
  column('现在的等级', 12, 12),
  column('采纳以后', 12, 12),
  column('变动', 20, 24),
  ...grades.map((grade) => column(grade, 8, 8)),
  column('责任领导', 14, 14),
];

const shown = (grade: Grade | undefined) => (grade ? `${gradeEntries[grade].mark}${grade}` : '无');

/** What changes for a post, in words; empty where nothing does. */
function changeText(before: Grade | undefined, after: Grade | undefined): string {
  if (before === after) return '';
  if (after === undefined) return '没有风险点了';
  if (before === undefined) return `新定为${after}`;
  return gradeEntries[after].rank < gradeEntries[before].rank ? `升为${after}` : `降为${after}`;
}

/**
 * 岗位廉政风险等级目录 with what adopted finds and grades change: a post has the grade of its gravest
 * risk. Counts are those after the changes.
 */
export function gradeTable(
  { index, register, unit, period }: TableSources,
  { finds, grades: changes }: Adopted,
): OfficialTable {
  const changed = new Map(changes.map(({ riskId, grade }) => [riskId, grade]));
  const lists = new Map<string, { before: Grade[]; after: Grade[] }>();
  const of = (ref: string) => {
    const list = lists.get(ref) ?? { before: [], after: [] };
    lists.set(ref, list);
    return list;
  };
  for (const { id, posts, grade } of index.risks) {
    for (const ref of posts) {
      of(ref).before.push(grade);
      of(ref).after.push(changed.get(id) ?? grade);
    }
  }
  for (const { risk } of finds) {
    const department = index.posts.find(({ name }) => name === risk.department);
    for (const post of department?.posts ?? []) {
      if (risk.posts.includes(post.name)) of(post.ref).after.push(risk.grade);
    }
  }
  const gravest = (list: readonly Grade[]) => grades.find((grade) => list.includes(grade));
  let moved = 0;
  const rows = index.posts.flatMap((department) =>
    department.posts.map((post) => {
      const { before, after } = lists.get(post.ref) ?? { before: [], after: [] };
      const grade = gravest(after);
      const change = changeText(gravest(before), grade);
      if (change) moved += 1;
      return {
        id: post.ref,
        cells: [
          department.name,
          post.name,
          post.level,
          shown(gravest(before)),
          shown(grade),
          change,
          ...grades.map((one) => after.filter((other) => other === one).length),
          grade ? register.words.answersFor[grade] : '',
        ],
      };
    }),
  );
  return tableOfRows({
    title: '岗位廉政风险等级目录',
    note: `${unit}　${period}　共 ${rows.length} 个岗位，采纳审核意见以后 ${moved} 个岗位的等级有变动`,
    columns,
    rows,
    remarks: ['岗位的等级按它最重的一个风险点定；风险点数是采纳审核意见以后的。'],
  });
}
