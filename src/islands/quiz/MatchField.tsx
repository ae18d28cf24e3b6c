import type { PartAnswer } from '../../model/quiz/answer.ts';
import type { MatchPart, PartKey } from '../../model/quiz/bank.ts';

interface Props {
  readonly part: MatchPart;
  readonly given: PartAnswer;
  readonly partKey: PartKey | undefined;
  readonly onGive: (given: PartAnswer) => void;
}

/** For each entry on the left a list to choose from. */
export function MatchField({ part, given, partKey, onGive }: Props) {
  const chosen = part.lefts.map((_, i) => given[i] ?? -1);
  return (
    <ul class="quiz-match">
      {part.lefts.map((left, i) => {
        const id = `${part.id}-m${i}`;
        const right = partKey?.right[i] ?? -1;
        const isFit = right === chosen[i];
        return (
          <li key={left}>
            <label for={id}>{left}</label>
            <select
              id={id}
              value={String(chosen[i])}
              disabled={partKey !== undefined}
              onChange={({ currentTarget: { value } }) =>
                onGive(chosen.map((one, j) => (j === i ? Number(value) : one)))
              }
            >
              <option value="-1">请选择</option>
              {part.rights.map((text, j) => (
                <option key={j} value={String(j)}>
                  {text}
                </option>
              ))}
            </select>
            {partKey && (
              <p class="quiz-feedback">
                <strong class="quiz-verdict">{isFit ? '✓ 对' : '✗ 不对'}</strong>
                {!isFit && `应当是：${part.rights[right] ?? ''}`}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
