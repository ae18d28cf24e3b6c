import { markPhrases } from '../../model/finder/markPhrases.ts';

interface Props {
  readonly text: string;
  readonly phrases: readonly string[];
}

/** A text with the whole phrases that were searched for marked. */
export function Marked({ text, phrases }: Props) {
  return (
    <>
      {markPhrases(text, phrases).map(({ text: part, isMarked }, i) =>
        isMarked ? <mark key={i}>{part}</mark> : part,
      )}
    </>
  );
}
