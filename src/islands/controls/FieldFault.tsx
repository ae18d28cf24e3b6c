interface Props {
  /** What the field names as its description. */
  readonly id: string;
  readonly text: string | undefined;
}

/** What is wrong with a field, beside it; nothing when nothing is. */
export function FieldFault({ id, text }: Props) {
  if (!text) return null;
  return (
    <p class="field-fault" id={id}>
      {text}
    </p>
  );
}
