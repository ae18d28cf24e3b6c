import { OptionalChoice } from '../controls/Choice.tsx';

interface Props {
  /** Undefined: all of them. */
  readonly value: string | undefined;
  /** As people write them; one may be empty. */
  readonly departments: readonly string[];
  /** What to know of one besides its name. */
  readonly noteOf?: (department: string) => string;
  readonly onChange: (department: string | undefined) => void;
}

/** One department of those in a list, or all. */
export function DepartmentChoice({ value, departments, noteOf, onChange }: Props) {
  return (
    <OptionalChoice
      label="处室"
      none="全部处室"
      value={value}
      values={departments}
      nameOf={(name) => `${name || '（没有写处室）'}${noteOf?.(name) ?? ''}`}
      onChange={onChange}
    />
  );
}
