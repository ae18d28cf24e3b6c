import type { ComponentChildren } from 'preact';

/** The sheets as they will be printed, on the screen too: they can be looked through by keyboard. */
export function Sheets({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="form-sheets" tabIndex={0} role="group" aria-label="印出来的样子">
      {children}
    </div>
  );
}
