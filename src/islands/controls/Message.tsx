import type { ComponentChildren } from 'preact';

interface Props {
  readonly isFault?: boolean;
  /** `alert` is read out at once, `status` when the reader pauses, `group` is a part with a name. */
  readonly role?: 'alert' | 'status' | 'group';
  readonly label?: string;
  /** Holds more than one paragraph. */
  readonly isBlock?: boolean;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** Something that the page has to say, framed; a fault is marked by more than colour. */
export function Message(props: Props) {
  const { isFault = false, role, label, isBlock = false, children } = props;
  const Tag = isBlock ? 'div' : 'p';
  const names = ['message', isFault && 'is-fault', props.class].filter(Boolean).join(' ');
  return (
    <Tag class={names} role={role} aria-label={label}>
      {children}
    </Tag>
  );
}
