import { useRef } from 'preact/hooks';
import type { PartAnswer } from '../../model/quiz/answer.ts';
import type { OrderPart, PartKey } from '../../model/quiz/bank.ts';

interface Props {
  readonly part: OrderPart;
  readonly given: PartAnswer;
  readonly partKey: PartKey | undefined;
  readonly onGive: (given: PartAnswer) => void;
}

/** Puts items in order with buttons: no dragging, so keyboard and touch do alike. */
export function OrderField({ part, given, partKey, onGive }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const order = given.length > 0 ? given : part.items.map((_, i) => i);
  const move = (from: number, to: number) => {
    const next = [...order];
    const [item] = next.splice(from, 1);
    if (item === undefined) return;
    next.splice(to, 0, item);
    onGive(next);
    // The button moves with its item; the focus goes along, to its sibling at the end of the list.
    requestAnimationFrame(() => {
      const buttons = list.current?.children[to]?.querySelectorAll('button');
      const wanted = buttons?.[to < from ? 0 : 1];
      const other = buttons?.[to < from ? 1 : 0];
      (wanted?.disabled ? other : wanted)?.focus();
    });
  };
  return (
    <>
      <ol class="quiz-order" ref={list}>
        {order.map((item, place) => {
          const text = part.items[item] ?? '';
          const rightPlace = partKey ? partKey.right.indexOf(item) : place;
          return (
            <li key={item}>
              <span class="quiz-order-text">{text}</span>
              {partKey ? (
                <strong class="quiz-verdict">
                  {rightPlace === place ? '✓ 位置对' : `✗ 应在第 ${rightPlace + 1}`}
                </strong>
              ) : (
                <span class="quiz-order-buttons">
                  <button
                    class="button is-small"
                    type="button"
                    disabled={place === 0}
                    aria-label={`“${text}”上移到第 ${place}`}
                    onClick={() => move(place, place - 1)}
                  >
                    上移
                  </button>
                  <button
                    class="button is-small"
                    type="button"
                    disabled={place === order.length - 1}
                    aria-label={`“${text}”下移到第 ${place + 2}`}
                    onClick={() => move(place, place + 1)}
                  >
                    下移
                  </button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {!partKey && given.length === 0 && (
        <p>
          <button class="button is-small" type="button" onClick={() => onGive(order)}>
            不用动，就是这个先后
          </button>
        </p>
      )}
    </>
  );
}
