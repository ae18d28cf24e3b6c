import type { ComponentChildren } from 'preact';
import { FieldFault } from './FieldFault.tsx';

/** What can be chosen: few values, shown all at once. */
interface Props<T extends string | number> {
  readonly legend: string;
  readonly isLegendHidden?: boolean;
  readonly values: readonly T[];
  /** What a value is called; by default its own text. */
  readonly nameOf?: (value: T) => ComponentChildren;
  /** One below the other. */
  readonly isList?: boolean;
  readonly id?: string;
  /** What is wrong with what is chosen; it needs the id. */
  readonly fault?: string | undefined;
}

interface FrameProps<T extends string | number> extends Props<T> {
  readonly inputOf: (value: T) => ComponentChildren;
}

function Frame<T extends string | number>(props: FrameProps<T>) {
  const { legend, isLegendHidden, values, nameOf = String, isList, inputOf, id, fault } = props;
  const faultId = `${id ?? ''}-fault`;
  return (
    <fieldset
      id={id}
      class={isList ? 'choices is-list' : 'choices'}
      aria-describedby={fault ? faultId : undefined}
    >
      <legend class={isLegendHidden ? 'visually-hidden' : undefined}>{legend}</legend>
      {values.map((value) => (
        <label key={value}>
          {inputOf(value)}
          <span>{nameOf(value)}</span>
        </label>
      ))}
      <FieldFault id={faultId} text={fault} />
    </fieldset>
  );
}

interface OneProps<T extends string | number> extends Props<T> {
  /** Of the group, for the browser: radio buttons of one name exclude each other. */
  readonly name: string;
  readonly chosen: T | undefined;
  readonly onChoose: (value: T) => void;
}

/** One of several. */
export function OneOf<T extends string | number>({ name, chosen, onChoose, ...rest }: OneProps<T>) {
  return (
    <Frame
      {...rest}
      inputOf={(value) => (
        <input
          type="radio"
          name={name}
          checked={value === chosen}
          onChange={() => onChoose(value)}
        />
      )}
    />
  );
}

interface SomeProps<T extends string | number> extends Props<T> {
  readonly chosen: readonly T[];
  /** Told all that is chosen, what was chosen last at the end. */
  readonly onChoose: (chosen: readonly T[]) => void;
  /** Values that cannot be chosen just now. */
  readonly isLocked?: (value: T) => boolean;
}

/** Any number of several. What is chosen and not among the values stays chosen. */
export function SomeOf<T extends string | number>(props: SomeProps<T>) {
  const { chosen, onChoose, isLocked, ...rest } = props;
  const toggle = (value: T) =>
    onChoose(
      chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value],
    );
  return (
    <Frame
      {...rest}
      inputOf={(value) => (
        <input
          type="checkbox"
          checked={chosen.includes(value)}
          disabled={isLocked?.(value)}
          onChange={() => toggle(value)}
        />
      )}
    />
  );
}
