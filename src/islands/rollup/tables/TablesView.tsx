import { useMemo, useState } from 'preact/hooks';
import { collectSubjects } from '../../../model/rollup/reviewSubjects.ts';
import { tallyAnswers } from '../../../model/rollup/tables/answerTally.ts';
import { tableDepartments, type TableSources } from '../../../model/rollup/tables/departments.ts';
import { localToday } from '../../../model/text/dates.ts';
import { Choice, OptionalChoice } from '../../controls/Choice.tsx';
import { Check } from '../../controls/Check.tsx';
import { OneOf } from '../../controls/Choices.tsx';
import { useTotals } from '../picture/useTotals.ts';
import { useSliced } from '../useSliced.ts';
import type { ViewProps } from '../viewProps.ts';
import { ReportView } from './ReportView.tsx';
import { TableDesk } from './TableDesk.tsx';
import { tableOf, tableNames, type TableChoice, type TableKind } from './tableChoice.ts';
import type { Paper } from './TableSheets.tsx';

const kinds = Object.keys(tableNames) as TableKind[];

interface ChoiceFieldsProps {
  readonly choice: TableChoice;
  readonly paper: Paper;
  readonly departments: readonly string[];
  readonly onChoice: (choice: TableChoice) => void;
  readonly onPaper: (paper: Paper) => void;
}

/** What the chosen table can be narrowed by, and its paper. */
function ChoiceFields({ choice, paper, departments, onChoice, onPaper }: ChoiceFieldsProps) {
  const { kind } = choice;
  const isNarrowed = kind === 'screening' || kind === 'rectification' || kind === 'letters';
  const hasPeople = kind === 'rectification' || kind === 'letters';
  return (
    <div class="field-row">
      {isNarrowed && (
        <OptionalChoice
          label="单位"
          none="全部单位"
          value={choice.department}
          values={departments}
          onChange={(department) => onChoice({ ...choice, department })}
        />
      )}
      <Choice
        label="纸张（横排）"
        value={paper}
        values={['A4', 'A3'] as const}
        onChange={onPaper}
      />
      {hasPeople && (
        <Check
          label="写人名"
          isOn={choice.hasNames}
          onChange={(hasNames) => onChoice({ ...choice, hasNames })}
        />
      )}
    </div>
  );
}

/** 表和报告: the official tables and the 分析报告, all made of the same figures. */
export function TablesView({ rollup, counting, index, register }: ViewProps) {
  const [choice, setChoice] = useState<TableChoice>({ kind: 'summary', hasNames: true });
  const [paper, setPaper] = useState<Paper>('A4');
  const { unit, period } = rollup.head;
  const today = localToday();
  const sources = useMemo(
    (): TableSources => ({ unit, period, counting, index, register, today }),
    [unit, period, counting, index, register, today],
  );
  const totals = useTotals(counting, index, register.departments);
  const subjects = useSliced(totals && (() => collectSubjects(totals, register)), [
    totals,
    register,
  ]);
  const tally = useSliced(totals && (() => tallyAnswers(totals, register.rows)), [
    totals,
    register,
  ]);
  const departments = useMemo(() => tableDepartments(sources), [sources]);
  const { decisions } = rollup;
  const table = useMemo(
    () =>
      subjects && tally && choice.kind !== 'report'
        ? tableOf(choice, { sources, tally, subjects, decisions })
        : undefined,
    [choice, sources, tally, subjects, decisions],
  );
  const isReport = choice.kind === 'report';
  return (
    <div class="official">
      <section class="no-print" aria-labelledby="official">
        <h2 id="official">表和报告</h2>
        <OneOf
          legend="要哪一张"
          name="official-kind"
          values={kinds}
          chosen={choice.kind}
          nameOf={(kind) => tableNames[kind]}
          onChoose={(kind) => setChoice({ ...choice, kind })}
        />
        {!isReport && (
          <ChoiceFields
            choice={choice}
            paper={paper}
            departments={departments}
            onChoice={setChoice}
            onPaper={setPaper}
          />
        )}
      </section>
      {!subjects || !tally ? (
        <p class="muted">正在算…</p>
      ) : isReport ? (
        <ReportView rollup={rollup} sources={sources} tally={tally} subjects={subjects} />
      ) : (
        table && (
          <TableDesk
            key={choice.kind}
            table={table}
            paper={paper}
            words={register.words}
            contentVersion={register.contentVersion}
          />
        )
      )}
    </div>
  );
}
