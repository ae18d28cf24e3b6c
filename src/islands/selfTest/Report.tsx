import { useRef, useState } from 'preact/hooks';
import { copyText, saveText } from '../../browser/files.ts';

interface Props {
  readonly text: string;
  /** `2026-12-01`. */
  readonly day: string;
}

/** The whole test as text, to be sent to whoever mends it. */
export function Report({ text, day }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [told, setTold] = useState('');
  const copy = () => {
    const isCopied = copyText(text);
    field.current?.focus();
    field.current?.select();
    setTold(isCopied ? '已经复制。' : '浏览器不让复制：文字已经选中，请按 Ctrl+C。');
  };
  return (
    <section class="no-print">
      <h2>报告</h2>
      <div class="field">
        <label for="self-test-report">发给改的人，或者存档</label>
        <textarea id="self-test-report" ref={field} rows={10} readOnly value={text} />
      </div>
      <div class="actions">
        <button class="button" type="button" onClick={copy}>
          复制
        </button>
        <button
          class="button"
          type="button"
          // Notepad before Windows 10 takes UTF-8 only with its mark.
          onClick={() => saveText(`自检-${day}.txt`, `\uFEFF${text}`, 'text/plain')}
        >
          保存为 .txt
        </button>
        <span role="status">{told}</span>
      </div>
    </section>
  );
}
