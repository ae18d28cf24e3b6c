import { grades } from '../../vocabulary.ts';
import { column, tableOfRows, type OfficialRow, type OfficialTable } from './officialTable.ts';
import { peopleByDepartment, tableDepartments, type TableSources } from './departments.ts';

const columns = [
  column('单位', 20, 18),
  column('岗位数', 9, 8),
  column('应查人数', 10, 10),
  column('实查人数', 10, 10),
  column('梳理职权数', 12, 12),
  column('绘制流程图数', 13, 14),
  column('风险点总数', 11, 12),
  ...grades.map((grade) => column(`其中${grade}`, 10, 10)),
  column('制定措施数', 11, 12),
  column('新建或修订制度数', 14, 18),
  column('备注', 24, 26),
];

/** 汇总表, reported upward: one row for each department and one that adds them up. */
export function summaryTable(sources: TableSources): OfficialTable {
  const { index, register, counting, unit, period } = sources;
  const people = peopleByDepartment(counting);
  const nobody = { expected: 0, handedIn: 0, others: 0 };
  const row = (id: string, name: string, isOwn: (department: string) => boolean): OfficialRow => {
    const posts = index.posts.filter((one) => isOwn(one.name)).flatMap((one) => one.posts);
    const walls = index.walls.filter(({ leadDepartments }) => leadDepartments.some(isOwn));
    const risks = register.rows.filter(({ department }) => isOwn(department));
    const own = [...people].filter(([department]) => isOwn(department)).map(([, counts]) => counts);
    const sum = own.reduce(
      (all, one) => ({
        expected: all.expected + one.expected,
        handedIn: all.handedIn + one.handedIn,
        others: all.others + one.others,
      }),
      nobody,
    );
    return {
      id,
      cells: [
        name,
        posts.length,
        sum.expected,
        sum.handedIn,
        walls.length,
        // Each wall has its flow chart.
        walls.length,
        risks.length,
        ...grades.map((grade) => risks.filter((risk) => risk.grade === grade).length),
        risks.reduce((all, { controls }) => all + controls.length, 0),
        '',
        sum.others > 0 ? `另有 ${sum.others} 人不在名册上也交了` : '',
      ],
    };
  };
  const departments = tableDepartments(sources);
  const inTable = new Set(departments);
  return tableOfRows({
    title: '廉政风险排查汇总表',
    note: `${unit}　${period}　${departments.length} 个单位`,
    columns,
    rows: [
      ...departments.map((name) => row(`department-${name}`, name, (one) => one === name)),
      { ...row('sum', '合计', (one) => inTable.has(one) || one === ''), isSum: true },
    ],
    remarks: [
      '应查人数是名册上的人数，实查人数是其中交了自查记录的；职权数和流程图数是主办的防控墙数，几个单位合办的各算一次，合计里只算一次；新建或修订制度数由单位填写。',
    ],
  });
}
