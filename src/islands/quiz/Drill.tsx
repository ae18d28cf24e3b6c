import { useLayoutEffect, useRef } from 'preact/hooks';
import { fetchExplained, type ExplainedQuestions } from '../../browser/quizData.ts';
import { isRight, questionScore } from '../../model/quiz/answer.ts';
import type { Practice, Round } from '../../model/quiz/practice.ts';
import { Loaded } from '../controls/Loaded.tsx';
import { Message } from '../controls/Message.tsx';
import { useFetched } from '../controls/useFetched.ts';
import { QuestionView } from './QuestionView.tsx';
import { useDrill } from './useDrill.ts';

interface Props {
  readonly ids: readonly string[];
  readonly seed: string;
  /** What stands when all is done. */
  readonly onEnd?: () => void;
  /** Takes up again what was left, in a round of its own. */
  readonly onAgain?: (ids: readonly string[]) => void;
  readonly endLabel?: string;
  /** Where to go on, instead of from the beginning. */
  readonly from?: Round | undefined;
  /** Told after each answer, so that the round can be kept; `before` as it was kept last. */
  readonly onTurn?: (before: Round | undefined, round: Round) => void;
}

/** Questions one by one, explained at once; a wrong one comes back once. */
export function Drill(props: Props) {
  const texts = useFetched(props.ids.join(), () => fetchExplained(props.ids));
  return (
    <Loaded what="题目" fetched={texts}>
      {(data) => <RunningDrill {...props} texts={data} />}
    </Loaded>
  );
}

interface EndProps extends Pick<Props, 'onEnd' | 'onAgain' | 'endLabel'> {
  readonly practice: Practice;
}

function endText({ done, missed, left }: Practice): string {
  const all = done.length + left.length;
  if (missed.length === 0) return `做完了：${all} 题都答对了，没有错过。`;
  const second = missed.length - left.length;
  const parts = [
    `${all} 题答对 ${done.length} 题`,
    ...(second > 0 ? [`其中 ${second} 题是第二次才对的`] : []),
    ...(left.length > 0 ? [`${left.length} 题两次都没有答对`] : []),
  ];
  return `做完了：${parts.join('，')}。错过的都在错题本里。`;
}

function DrillEnd({ practice, onEnd, onAgain, endLabel }: EndProps) {
  const { left } = practice;
  return (
    <Message isBlock role="status">
      <p>{endText(practice)}</p>
      <div class="actions">
        {onAgain && left.length > 0 && (
          <button class="button" type="button" onClick={() => onAgain(left)}>
            再做这 {left.length} 题
          </button>
        )}
        {onEnd && (
          <button class="button" type="button" onClick={onEnd}>
            {endLabel}
          </button>
        )}
      </div>
    </Message>
  );
}

/** @param wasMissed it was wrong before in this round, and does not come back a second time. */
function outcome(score: number, wasMissed: boolean): string {
  if (isRight(score)) return '✓ 答对了。';
  const comesBack = wasMissed ? '留在错题本里，这一组不再问。' : '过一会儿再来一次。';
  return `${score > 0 ? '✗ 对了一部分' : '✗ 答错了'}，${comesBack}`;
}

interface RunningProps extends Props {
  readonly texts: ExplainedQuestions;
}

function RunningDrill({ ids, seed, texts, from, onTurn, ...end }: RunningProps) {
  const known = texts.questions.map(({ id }) => id);
  const { drill, answer, check, next } = useDrill({ ids, known, seed, from, onTurn });
  const title = useRef<HTMLHeadingElement>(null);
  const verdict = useRef<HTMLParagraphElement>(null);
  const { round, stage } = drill;
  const { practice, turn } = round;
  const isExplained = stage === 'explained';
  // A new question is read from its head, what was said of an answer from there. The first one too:
  // the button that started the round has gone, and the focus with it. In the
  // layout, before a key can be pressed that would go to the page.
  useLayoutEffect(() => title.current?.focus(), [turn]);
  useLayoutEffect(() => {
    if (isExplained) verdict.current?.focus();
  }, [isExplained]);

  const question = texts.questions.find(({ id }) => id === practice.queue[0]);
  const key = texts.keys.find(({ id }) => id === question?.id);
  if (!question || !key) return <DrillEnd practice={practice} {...end} />;
  const wasMissed = practice.missed.includes(question.id);
  return (
    <div class="quiz-drill">
      <p class="muted" role="status">
        答对 {practice.done.length} 题，还有 {practice.queue.length} 题
        {practice.left.length > 0 && `，${practice.left.length} 题留给错题本`}
        {wasMissed && '；这一题刚才答错了，再来一次'}
      </p>
      <QuestionView
        key={`${question.id} ${turn}`}
        question={question}
        seed={`${seed} ${turn}`}
        answer={drill.answer}
        onAnswer={answer}
        shownKey={isExplained ? key : undefined}
        title={`第 ${round.ids.indexOf(question.id) + 1} 题${wasMissed ? '（再来一次）' : ''}`}
        titleRef={title}
      />
      {stage === 'reminded' && (
        <p class="fault-text" role="alert">
          还没有答完，答完再看答案。
        </p>
      )}
      {isExplained ? (
        <>
          <p class="quiz-outcome" role="status" tabIndex={-1} ref={verdict}>
            {outcome(questionScore(question, key, drill.answer), wasMissed)}
          </p>
          <button class="button is-main" type="button" onClick={() => next(question, key)}>
            下一题
          </button>
        </>
      ) : (
        <button class="button is-main" type="button" onClick={() => check(question, key)}>
          看答案
        </button>
      )}
    </div>
  );
}
