import { useState } from 'preact/hooks';
import type { RegisterQuery } from '../../model/register/query.ts';
import type { RegisterRow } from '../../model/register/rows.ts';
import { categories, gradeEntries, grades } from '../../model/vocabulary.ts';
import { HeatTable, type HeatEntry } from './HeatTable.tsx';
import type { ChangeQuery } from './useRegisterQuery.ts';

interface Props {
  readonly query: RegisterQuery;
  /** Rows that have the words that are searched for. */
  readonly worded: readonly RegisterRow[];
  readonly walls: readonly HeatEntry[];
  readonly onChange: ChangeQuery;
}

const shortCategories = categories.map((value) => ({ value, name: value.replace('风险', '') }));
const fullCategories = categories.map((value) => ({ value, name: value }));
const markedGrades = grades.map((value) => ({
  value,
  name: `${gradeEntries[value].mark}${value}`,
}));

/** Where the risks stand thick; drawn only when somebody looks. */
export function HeatMaps({ query, worded, walls, onChange }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  // The rows have been searched already; what is searched for stays when a cell is pressed.
  const shared = {
    rows: worded,
    query: { ...query, q: '' },
    onChange: (next: RegisterQuery) => onChange({ ...next, q: query.q }),
  };
  return (
    <details class="register-heat" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>热力表：点一格就筛到那一格，再点一次放开</summary>
      {isOpen && (
        <div class="register-heat-tables">
          <HeatTable
            {...shared}
            caption="墙 × 类别"
            keys={['wall', 'category']}
            down={walls}
            across={shortCategories}
          />
          <HeatTable
            {...shared}
            caption="类别 × 等级"
            keys={['category', 'grade']}
            down={fullCategories}
            across={markedGrades}
          />
        </div>
      )}
    </details>
  );
}
