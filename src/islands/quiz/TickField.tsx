import type { PartAnswer } from '../../model/quiz/answer.ts';
import type { PartKey, TickPart } from '../../model/quiz/bank.ts';
import { letterOf, shownOrder } from '../../model/quiz/shownOptions.ts';

interface Props {
  readonly part: TickPart;
  readonly seed: string;
  readonly given: PartAnswer;
  readonly partKey: PartKey | undefined;
  readonly onGive: (given: PartAnswer) => void;
}

function verdictOf(isRight: boolean, isGiven: boolean): string {
  if (isRight) return isGiven ? '✓ 选对' : '✓ 正确，没有选';
  return isGiven ? '✗ 选错' : '';
}

/** Options to tick: one, several, or 对 and 错. With a key each says why it is right or wrong. */
export function TickField({ part, seed, given, partKey, onGive }: Props) {
  const isMultiple = part.type === '多选';
  return (
    <ul class="quiz-options">
      {shownOrder(part, seed).map((option, place) => {
        const isGiven = given.includes(option);
        const isRight = partKey?.right.includes(option) ?? false;
        const verdict = partKey && verdictOf(isRight, isGiven);
        const feedback = partKey?.feedback[option];
        const id = `${part.id}-o${option}`;
        return (
          <li key={option} class={partKey && isRight ? 'is-right' : undefined}>
            <label class="quiz-option">
              <input
                type={isMultiple ? 'checkbox' : 'radio'}
                name={part.id}
                checked={isGiven}
                disabled={partKey !== undefined}
                aria-describedby={feedback ? id : undefined}
                onChange={() => {
                  if (!isMultiple) onGive([option]);
                  else
                    onGive(
                      isGiven ? given.filter((one) => one !== option) : [...given, option].sort(),
                    );
                }}
              />
              <span>
                {part.type === '判断' ? '' : `${letterOf(place)}. `}
                {part.options[option]}
                {verdict && <strong class="quiz-verdict">{verdict}</strong>}
              </span>
            </label>
            {feedback && (
              <p class="quiz-feedback" id={id}>
                {feedback}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
