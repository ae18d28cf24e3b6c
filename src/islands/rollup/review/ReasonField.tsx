import type { Lack } from '../../../model/rollup/reviewLacks.ts';
import { riskLengths } from '../../../model/wall/riskLengths.ts';
import { TextField } from '../../controls/TextField.tsx';
import { lackText } from './lackText.ts';

interface Props {
  readonly value: string;
  readonly lacks: readonly Lack[];
  readonly onChange: (gradeReason: string) => void;
}

/** 定级理由, of a find or of a grade that is changed. */
export function ReasonField({ value, lacks, onChange }: Props) {
  return (
    <TextField
      id="adopted-gradeReason"
      label="定级理由"
      value={value}
      // Twice what the walls take: what is too long is said, and not cut.
      maxLength={riskLengths.gradeReason[1] * 2}
      fault={lackText(lacks, 'gradeReason')}
      onChange={onChange}
    />
  );
}
