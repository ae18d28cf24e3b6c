interface Mark {
  readonly isAnswered: boolean;
  readonly isFlagged: boolean;
}

interface Props {
  readonly marks: readonly Mark[];
  readonly at: number;
  readonly onGo: (at: number) => void;
}

function spoken(number: number, { isAnswered, isFlagged }: Mark): string {
  return `第 ${number} 题，${isAnswered ? '已答' : '未答'}${isFlagged ? '，有标记' : ''}`;
}

/** 答题卡: every question, told apart by shape: a filled box is answered, a star is marked. */
export function AnswerGrid({ marks, at, onGo }: Props) {
  const done = marks.filter(({ isAnswered }) => isAnswered).length;
  return (
    <nav class="quiz-grid" aria-label="答题卡">
      <p>
        <strong>答题卡</strong>　已答 {done} / {marks.length}
      </p>
      <ol>
        {marks.map((mark, i) => (
          <li key={i}>
            <button
              type="button"
              class={mark.isAnswered ? 'is-answered' : undefined}
              aria-current={i === at ? 'true' : undefined}
              aria-label={spoken(i + 1, mark)}
              onClick={() => onGo(i)}
            >
              {i + 1}
              <span aria-hidden="true">{mark.isFlagged ? '★' : mark.isAnswered ? '■' : '□'}</span>
            </button>
          </li>
        ))}
      </ol>
      <p class="muted small">■ 已答　□ 未答　★ 有标记</p>
    </nav>
  );
}
