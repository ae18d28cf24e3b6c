import { FieldFault } from './FieldFault.tsx';

interface Props<T extends string | number> extends Told {
  readonly label: string;
  /** Undefined: none of the values. */
  readonly value: T | undefined;
  readonly values: readonly T[];
  /** What a value is called; by default its own text. */
  readonly nameOf?: (value: T) => string;
  readonly onChange: (value: T) => void;
}

/** Where something may be wrong with what is chosen: it is said beside the field, and by it. */
interface Told {
  readonly id?: string;
  /** What is wrong; it needs the id. */
  readonly fault?: string | undefined;
}

interface FieldProps<T extends string | number> extends Omit<Props<T>, 'onChange'> {
  /** What the list calls none of them; without it one must be chosen. */
  readonly none?: string;
  readonly onChange: (value: T | undefined) => void;
}

/** None of the values is empty in the list, but one of them may be an empty text. */
const keyOf = (value: string | number) => String(value) || ' ';

function Field<T extends string | number>(props: FieldProps<T>) {
  const { label, value, values, nameOf = String, none, id, fault, onChange } = props;
  const faultId = `${id ?? ''}-fault`;
  const select = (
    <select
      id={id}
      aria-invalid={fault ? true : undefined}
      aria-describedby={fault ? faultId : undefined}
      value={value === undefined ? '' : keyOf(value)}
      onChange={({ currentTarget }) =>
        onChange(values.find((one) => keyOf(one) === currentTarget.value))
      }
    >
      {none !== undefined && <option value="">{none}</option>}
      {values.map((one) => (
        <option key={one} value={keyOf(one)}>
          {nameOf(one)}
        </option>
      ))}
    </select>
  );
  if (id === undefined) {
    return (
      <label class="field">
        <span>{label}</span>
        {select}
      </label>
    );
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {select}
      <FieldFault id={faultId} text={fault} />
    </div>
  );
}

/** One of a list, closed until it is wanted. */
export function Choice<T extends string | number>({ onChange, ...rest }: Props<T>) {
  return <Field {...rest} onChange={(value) => value !== undefined && onChange(value)} />;
}

/** The same where nothing may be chosen too. */
export function OptionalChoice<T extends string | number>(
  props: FieldProps<T> & { readonly none: string },
) {
  return <Field {...props} />;
}
