import { useState } from 'preact/hooks';

interface Props {
  /** Rejects when what makes the file could not be fetched, or did not work. */
  readonly save: () => Promise<void>;
  /** What else can be done when it did not work. */
  readonly otherwise: string;
  readonly isDisabled?: boolean;
  readonly children: string;
}

/** Offers a file whose maker is fetched only now; when that fails it says so. */
export function SaveButton({ save, otherwise, isDisabled = false, children }: Props) {
  const [hasFailed, setHasFailed] = useState(false);
  return (
    <>
      <button
        class="button"
        type="button"
        disabled={isDisabled}
        onClick={() => {
          setHasFailed(false);
          save().catch(() => setHasFailed(true));
        }}
      >
        {children}
      </button>
      {hasFailed && (
        <span class="fault-text" role="alert">
          文件没有做成，请刷新页面后再试；{otherwise}。
        </span>
      )}
    </>
  );
}
