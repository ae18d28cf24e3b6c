import { useRef } from 'preact/hooks';

interface Props {
  readonly text: string;
}

/** A reminder to change and to copy: plain http has no clipboard for pages, so it is selected for Ctrl+C. */
export function Reminder({ text }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <div class="field">
      <label for="rollup-reminder">催交的话，可以改</label>
      {/* Drawn anew with another text: what somebody has typed belongs to the one before. */}
      <textarea key={text} id="rollup-reminder" ref={field} rows={7} defaultValue={text} />
      <div class="actions">
        <button
          class="button"
          type="button"
          onClick={() => {
            field.current?.focus();
            field.current?.select();
          }}
        >
          全部选中
        </button>
        <span class="muted">选中以后按 Ctrl+C 复制，贴到内部通知里。</span>
      </div>
    </div>
  );
}
