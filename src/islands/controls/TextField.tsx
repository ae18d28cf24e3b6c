import { useEffect, useRef } from 'preact/hooks';
import { FieldFault } from './FieldFault.tsx';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onChange: (value: string) => void;
  readonly isLong?: boolean;
  readonly hint?: string;
  /** What is wrong, beside the field; nothing typed is lost. */
  readonly fault?: string | undefined;
  readonly type?: 'text' | 'date';
}

/**
 * A labelled field. Its value is written by the reader alone: writing it back while an input method
 * is composing would end the composition.
 */
export function TextField(props: Props) {
  const { id, label, value, maxLength, onChange, isLong, hint, fault, type = 'text' } = props;
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);

  useEffect(() => {
    const element = field.current;
    // Another tab or an import has changed it.
    if (element && element.value !== value && !element.matches(':focus')) {
      element.value = value;
    }
  }, [value]);

  // Preact has no property for this event and would listen for it under a wrong name.
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    const element = field.current;
    const end = () => latest.current(element?.value ?? '');
    element?.addEventListener('compositionend', end);
    return () => element?.removeEventListener('compositionend', end);
  }, []);

  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  const shared = {
    id,
    ref: field,
    maxLength,
    'aria-describedby': described || undefined,
    'aria-invalid': fault ? true : undefined,
    onInput: (event: InputEvent) => {
      if (!event.isComposing) onChange((event.currentTarget as HTMLInputElement).value);
    },
  };
  return (
    <div class={isLong ? 'field is-long' : 'field'}>
      <label for={id}>{label}</label>
      {isLong ? (
        <textarea {...shared} rows={2} defaultValue={value} />
      ) : type === 'date' ? (
        <input {...shared} type="date" autocomplete="off" defaultValue={value} />
      ) : (
        <input {...shared} type="text" autocomplete="off" defaultValue={value} />
      )}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldFault id={`${id}-fault`} text={fault} />
    </div>
  );
}
