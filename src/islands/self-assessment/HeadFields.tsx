import { useState } from 'preact/hooks';
import type { Change } from '../../model/assessment/changes.ts';
import { textLimits, type AssessmentRecord } from '../../model/assessment/record.ts';
import { TextField } from '../controls/TextField.tsx';

interface Props {
  readonly record: AssessmentRecord;
  readonly change: (change: Change) => void;
}

const fields = [
  { key: 'name', label: '姓名' },
  { key: 'department', label: '处室' },
  { key: 'post', label: '岗位' },
  { key: 'period', label: '期间' },
] as const;

/** Who fills the form, for which period. No more is asked than the paper needs. */
export function HeadFields({ record: { head }, change }: Props) {
  // Decided once: while the name is being typed the fields must not close.
  const [isOpenAtFirst] = useState(head.name === '');
  return (
    <details class="head-fields" open={isOpenAtFirst}>
      <summary>
        填表人：{head.name || '未填'}
        {head.department && `，${head.department}`}
        {head.post && `，${head.post}`}
      </summary>
      <div class="field-row">
        {fields.map(({ key, label }) => (
          <TextField
            key={key}
            id={`head-${key}`}
            label={label}
            value={head[key]}
            maxLength={textLimits.short}
            onChange={(value) => change({ type: 'head', values: { [key]: value } })}
          />
        ))}
      </div>
      <TextField
        id="head-duties"
        label="岗位职责（可以不填，印在表头）"
        value={head.duties}
        maxLength={textLimits.text}
        isLong
        onChange={(duties) => change({ type: 'head', values: { duties } })}
      />
    </details>
  );
}
