import type { ReviewSubject } from '../../../model/rollup/reviewSubjects.ts';
import { adoptedOf } from '../../../model/rollup/reviewWorkbook.ts';
import type { Rollup } from '../../../model/rollup/rollup.ts';
import type { AnswerTally } from '../../../model/rollup/tables/answerTally.ts';
import type { TableSources } from '../../../model/rollup/tables/departments.ts';
import { gradeTable } from '../../../model/rollup/tables/gradeTable.ts';
import { letterTable } from '../../../model/rollup/tables/letterTable.ts';
import type { OfficialTable } from '../../../model/rollup/tables/officialTable.ts';
import { rectificationTable } from '../../../model/rollup/tables/rectificationTable.ts';
import { screeningTable } from '../../../model/rollup/tables/screeningTable.ts';
import { summaryTable } from '../../../model/rollup/tables/summaryTable.ts';

/** What can be had, in the order in which it is asked for. */
export const tableNames = {
  summary: '汇总表',
  screening: '单位排查表',
  grades: '岗位等级目录',
  rectification: '问题整改台账',
  letters: '签收和承诺情况',
  report: '分析报告',
} as const;
export type TableKind = keyof typeof tableNames;

export interface TableChoice {
  readonly kind: TableKind;
  /** Of one department; of all when undefined. */
  readonly department?: string | undefined;
  readonly hasNames: boolean;
}

interface Ground extends Pick<Rollup, 'decisions'> {
  readonly sources: TableSources;
  readonly tally: AnswerTally;
  readonly subjects: readonly ReviewSubject[];
}

/** The table that was chosen. */
export function tableOf(
  { kind, department, hasNames }: TableChoice,
  { sources, tally, subjects, decisions }: Ground,
): OfficialTable | undefined {
  switch (kind) {
    case 'summary':
      return summaryTable(sources);
    case 'screening': {
      const additions = subjects.flatMap((one) => (one.kind === '自行补充' ? [one] : []));
      return screeningTable(sources, tally, additions, { decisions }, department);
    }
    case 'grades':
      return gradeTable(sources, adoptedOf({ decisions }, subjects));
    case 'rectification':
      return rectificationTable(sources, tally, hasNames, department);
    case 'letters':
      return letterTable(sources, hasNames, department);
    case 'report':
      return undefined;
  }
}
