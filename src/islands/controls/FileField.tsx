import { useState } from 'preact/hooks';
import { Message } from './Message.tsx';

interface Props {
  readonly label: string;
  /** As in HTML: `.json,application/json`. */
  readonly accept: string;
  /** Files above this are not even opened. */
  readonly largestBytes: number;
  /** Whether a file can be dropped here too. */
  readonly takesDrops?: boolean;
  /** Whether the browser goes on showing the name of the file beside the field. */
  readonly keepsName?: boolean;
  /** What was wrong with the file, beside the field. */
  readonly fault?: string | undefined;
  readonly onFile: (file: File) => void;
  readonly onTooLarge: (file: File) => void;
}

/** A file from the reader's own computer. It is read here and sent nowhere. */
export function FileField(props: Props) {
  const { label, accept, largestBytes, takesDrops = false, keepsName = false } = props;
  const { fault, onFile, onTooLarge } = props;
  const [isDraggedOver, setIsDraggedOver] = useState(false);
  const take = (file: File | null | undefined) => {
    if (!file) return;
    if (file.size > largestBytes) onTooLarge(file);
    else onFile(file);
  };
  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setIsDraggedOver(true);
    },
    onDragLeave: () => setIsDraggedOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setIsDraggedOver(false);
      take(event.dataTransfer?.files[0]);
    },
  };
  const names = ['field', takesDrops && 'drop', isDraggedOver && 'is-over'];
  return (
    <>
      <label class={names.filter(Boolean).join(' ')} {...(takesDrops ? drop : {})}>
        <span>{label}</span>
        <input
          type="file"
          accept={accept}
          onChange={({ currentTarget }) => {
            take(currentTarget.files?.[0]);
            // The same file, mended meanwhile, can be chosen again.
            if (!keepsName) currentTarget.value = '';
          }}
        />
      </label>
      {fault && (
        <Message isFault role="alert">
          {fault}
        </Message>
      )}
    </>
  );
}
