import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  /** What is asked, in short, for those who hear the page. */
  readonly label: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
  readonly children: ComponentChildren;
}

/** Asks once more before something is gone for good. The focus comes to the way back, Escape takes it. */
export function Confirm({ label, yes, no, onYes, onNo, children }: Props) {
  const wayBack = useRef<HTMLButtonElement>(null);
  // Before the next key press, which is meant for it.
  useLayoutEffect(() => wayBack.current?.focus(), []);
  return (
    <div
      class="message is-fault"
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onNo();
      }}
    >
      <p>{children}</p>
      <button class="button" type="button" onClick={onYes}>
        {yes}
      </button>{' '}
      <button class="button" type="button" ref={wayBack} onClick={onNo}>
        {no}
      </button>
    </div>
  );
}
