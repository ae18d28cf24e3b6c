import { gradeEntries, type Grade } from '../../vocabulary.ts';
import { citedId } from '../../wall/wall.ts';
import { decisionOf } from '../reviewDecisions.ts';
import type { AdditionSubject } from '../reviewSubjects.ts';
import type { Rollup } from '../rollup.ts';
import { statesText, type AnswerTally } from './answerTally.ts';
import { tableDepartments, type TableSources } from './departments.ts';
import { column, tableOfRows, type OfficialRow, type OfficialTable } from './officialTable.ts';

const columns = [
  column('单位', 14, 16, true),
  column('权力事项', 14, 18, true),
  column('工作环节', 14, 16, true),
  column('风险类别', 10, 12),
  column('风险点', 17, 20),
  column('表现形式', 36, 44),
  column('等级', 9, 8),
  column('防控措施', 50, 56),
  column('责任岗位', 13, 16),
  column('责任领导', 11, 12),
  column('落实情况（人次）', 15, 20),
];

const graded = (grade: Grade) => `${gradeEntries[grade].mark}${grade}`;

/**
 * 单位排查表 of all departments, or of one: every risk of the walls with how often it was judged in
 * which way, and what people of the department have added.
 * @param only a department; all of them when undefined.
 */
export function screeningTable(
  sources: TableSources,
  tally: AnswerTally,
  additions: readonly AdditionSubject[],
  decisions: Pick<Rollup, 'decisions'>,
  only?: string,
): OfficialTable {
  const { register, unit, period } = sources;
  const answersFor = register.words.answersFor;
  const departments = tableDepartments(sources).filter(
    (name) => only === undefined || name === only,
  );
  const rows = departments.flatMap((department): OfficialRow[] => [
    ...register.rows
      .filter((risk) => risk.department === department)
      .map((risk) => ({
        id: risk.id,
        cells: [
          department,
          risk.wallName,
          risk.stepName,
          risk.category,
          `${risk.title}（${citedId(risk.id)}）`,
          risk.manifestation,
          graded(risk.grade),
          risk.controls.map((line) => line.replace('　', '｜')).join('\n'),
          risk.post,
          risk.leader,
          statesText(tally.byRisk.get(risk.id)),
        ],
      })),
    ...additions
      .filter(({ voices }) => voices[0]?.department === department)
      .map(({ id, addition, voices }) => ({
        id,
        cells: [
          department,
          addition.place,
          '',
          addition.category,
          `${addition.title}（自行补充）`,
          addition.manifestation,
          graded(addition.grade),
          addition.measure,
          voices[0]?.post ?? '',
          answersFor[addition.grade],
          `自行补充：${decisionOf(decisions, id)?.outcome ?? '未定'}`,
        ],
      })),
  ]);
  return tableOfRows({
    title: '廉政风险点排查表（单位）',
    note: `${unit}　${period}　${only ?? `${departments.length} 个单位`}　共 ${rows.length} 条`,
    columns,
    rows,
    remarks: ['落实情况是交了自查记录的人各自的判断，一人一次；等级：▲一类，■二类，●三类。'],
  });
}
