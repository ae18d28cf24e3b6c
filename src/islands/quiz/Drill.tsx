import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fetchKeys, fetchQuestions } from '../../browser/quizData.ts';
import { noteInBook } from '../../browser/quizStore.ts';
import { isAnswered, isRight, questionScore, type Answer } from '../../model/quiz/answer.ts';
import type { OpenQuestion, QuestionKey } from '../../model/quiz/bank.ts';
import {
  afterAnswer,
  startPractice,
  withoutGone,
  type Practice,
  type Round,
} from '../../model/quiz/practice.ts';
import { QuestionView } from './QuestionView.tsx';

interface Props {
  readonly ids: readonly string[];
  readonly seed: string;
  /** What stands when all is done. */
  readonly onEnd?: () => void;
  readonly endLabel?: string;
  /** Where to go on, instead of from the beginning. */
  readonly from?: Round | undefined;
  /** Told after each answer, so that the round can be kept. */
  readonly onTurn?: (round: Round) => void;
}

/** Questions one by one, explained at once; a wrong one comes back until it is right. */
export function Drill({ ids, seed, onEnd, endLabel, from, onTurn }: Props) {
  const [loaded, setLoaded] = useState<{ questions: OpenQuestion[]; keys: QuestionKey[] }>();
  const [hasFailed, setHasFailed] = useState(false);
  const [practice, setPractice] = useState<Practice>(() => from?.practice ?? startPractice(ids));
  const [answer, setAnswer] = useState<Answer>({});
  const [isChecked, setIsChecked] = useState(false);
  const [asks, setAsks] = useState(false);
  const [turn, setTurn] = useState(from?.turn ?? 0);
  const title = useRef<HTMLHeadingElement>(null);
  const verdict = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    let isCurrent = true;
    Promise.all([fetchQuestions(ids), fetchKeys(ids)]).then(
      ([questions, keys]) => {
        if (!isCurrent) return;
        setLoaded({ questions, keys });
        setPractice((now) =>
          withoutGone(
            now,
            questions.map(({ id }) => id),
          ),
        );
      },
      () => isCurrent && setHasFailed(true),
    );
    return () => {
      isCurrent = false;
    };
  }, [ids]);
  // A new question is read from its head, what was said of an answer from there. The first one too:
  // the button that started the round has gone, and the focus with it. In the
  // layout, before a key can be pressed that would go to the page.
  useLayoutEffect(() => {
    if (loaded) title.current?.focus();
  }, [turn, loaded]);
  useLayoutEffect(() => {
    if (isChecked) verdict.current?.focus();
  }, [isChecked]);

  if (hasFailed) {
    return (
      <p class="message is-fault" role="alert">
        题目没有取到，请刷新后再试。
      </p>
    );
  }
  if (!loaded) return <p class="muted">正在取题目…</p>;
  const [id] = practice.queue;
  const question = loaded.questions.find((one) => one.id === id);
  const key = loaded.keys.find((one) => one.id === id);
  if (!question || !key) {
    return (
      <div class="message" role="status">
        <p>
          做完了：{practice.done.length} 题都答对了
          {practice.missed.length > 0
            ? `，其中 ${practice.missed.length} 题错过，已经放进错题本。`
            : '，没有错过。'}
        </p>
        {onEnd && (
          <button class="button" type="button" onClick={onEnd}>
            {endLabel}
          </button>
        )}
      </div>
    );
  }
  const score = questionScore(question, key, answer);
  const next = () => {
    setAnswer({});
    setIsChecked(false);
    setAsks(false);
    setPractice(afterAnswer(practice, isRight(score)));
    setTurn(turn + 1);
  };
  return (
    <div class="quiz-drill">
      <p class="muted" role="status">
        答对 {practice.done.length} 题，还有 {practice.queue.length} 题
        {practice.missed.includes(question.id) && '；这一题刚才答错了，再来一次'}
      </p>
      <QuestionView
        key={`${question.id} ${turn}`}
        question={question}
        seed={`${seed} ${turn}`}
        answer={answer}
        onAnswer={(given) => {
          setAnswer(given);
          setAsks(false);
        }}
        shownKey={isChecked ? key : undefined}
        title={`第 ${practice.done.length + 1} 题`}
        titleRef={title}
      />
      {isChecked ? (
        <>
          <p class="quiz-outcome" role="status" tabIndex={-1} ref={verdict}>
            {isRight(score)
              ? '✓ 答对了。'
              : score > 0
                ? '✗ 对了一部分，过一会儿再来一次。'
                : '✗ 答错了，过一会儿再来一次。'}
          </p>
          <button class="button is-main" type="button" onClick={next}>
            下一题
          </button>
        </>
      ) : (
        <>
          {asks && (
            <p class="fault-text" role="alert">
              还没有答完，答完再看答案。
            </p>
          )}
          <button
            class="button is-main"
            type="button"
            onClick={() => {
              if (!isAnswered(question, answer)) {
                setAsks(true);
                return;
              }
              noteInBook(question.id, isRight(score));
              // Kept as it will stand after this answer: the book has it already.
              onTurn?.({ seed, turn: turn + 1, practice: afterAnswer(practice, isRight(score)) });
              setIsChecked(true);
            }}
          >
            看答案
          </button>
        </>
      )}
    </div>
  );
}
