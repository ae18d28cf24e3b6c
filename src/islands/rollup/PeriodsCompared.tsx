import { useMemo, useState } from 'preact/hooks';
import {
  changes,
  comparePeriods,
  type Comparison,
  type PeriodChange,
} from '../../model/rollup/comparePeriods.ts';
import { comparedRisksTable, comparisonTable } from '../../model/rollup/comparisonTables.ts';
import { countHandIns } from '../../model/rollup/counting.ts';
import type { Rollup } from '../../model/rollup/rollup.ts';
import { tallyGround } from '../../model/rollup/totals/ground.ts';
import { OptionalChoice } from '../controls/Choice.tsx';
import { OneOf } from '../controls/Choices.tsx';
import { DepartmentChoice } from './DepartmentChoice.tsx';
import { TableDesk } from './tables/TableDesk.tsx';
import { useSliced } from './useSliced.ts';
import type { ViewProps } from './viewProps.ts';

const shows = ['按处室', '按权力事项', '清单'] as const;

interface Props extends ViewProps {
  /** The earlier period. */
  readonly before: Rollup;
}

function Compared({
  comparison,
  before,
  rollup,
  index,
  register,
}: Props & { readonly comparison: Comparison }) {
  const [show, setShow] = useState<(typeof shows)[number]>('按处室');
  const [department, setDepartment] = useState<string>();
  const [wall, setWall] = useState<string>();
  const [change, setChange] = useState<PeriodChange>();
  const wallNames = useMemo(() => new Map(index.walls.map(({ id, name }) => [id, name])), [index]);
  const departments = [...new Set(comparison.risks.map((one) => one.department))];
  const chosen = useMemo(
    () =>
      comparison.risks.filter(
        (one) =>
          (department === undefined || one.department === department) &&
          (wall === undefined || one.wallId === wall) &&
          (change === undefined || one.change === change),
      ),
    [comparison, department, wall, change],
  );
  const periods = { before: before.head.period, now: rollup.head.period };
  const table = useMemo(
    () =>
      show === '清单'
        ? comparedRisksTable(chosen, periods, register)
        : comparisonTable(chosen, show === '按处室' ? '处室' : '墙', periods, wallNames),
    [chosen, show, periods.before, periods.now, register, wallNames],
  );
  return (
    <>
      <div class="no-print">
        <OneOf
          legend="怎么列"
          isLegendHidden
          name="rollup-compared"
          values={shows}
          chosen={show}
          onChoose={setShow}
        />
        <div class="field-row">
          <DepartmentChoice value={department} departments={departments} onChange={setDepartment} />
          <OptionalChoice
            label="权力事项"
            none="全部"
            value={wall}
            values={index.walls.map(({ id }) => id)}
            nameOf={(id) => wallNames.get(id) ?? id}
            onChange={setWall}
          />
          <OptionalChoice
            label="变化"
            none="全部"
            value={change}
            values={changes}
            onChange={setChange}
          />
        </div>
        {comparison.goneRisks > 0 && (
          <p class="muted">
            上期没落实的里面，有 {comparison.goneRisks} 个风险点现在的墙上没有了，没有列。
          </p>
        )}
      </div>
      <TableDesk
        table={table}
        paper="A4"
        words={index.words}
        contentVersion={index.contentVersion}
      />
    </>
  );
}

/** The earlier period beside this one. */
export function PeriodsCompared(props: Props) {
  const { before, counting, index } = props;
  const earlier = useMemo(() => countHandIns(before), [before]);
  const comparison = useSliced(
    () => comparePeriods(earlier, counting, tallyGround(index)),
    [earlier, counting, index],
  );
  return comparison ? (
    <Compared {...props} comparison={comparison} />
  ) : (
    <p class="muted">正在比…</p>
  );
}
