import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fetchKeys } from '../../browser/quizData.ts';
import { dropSuperseded, noteInBook, saveExam } from '../../browser/quizStore.ts';
import { isAnswered, isRight } from '../../model/quiz/answer.ts';
import {
  examAfter,
  handIn,
  isCutOff,
  unanswered,
  type Exam,
  type ExamAction,
} from '../../model/quiz/exam.ts';
import { AnswerGrid } from './AnswerGrid.tsx';
import { QuestionView } from './QuestionView.tsx';
import { useExamTexts } from './useExamTexts.ts';

interface Props {
  readonly exam: Exam;
  readonly onChange: (exam: Exam) => void;
  /** @param isKept false when the browser could not store the result. */
  readonly onHandedIn: (exam: Exam, isKept: boolean) => void;
}

const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** An exam while it is being written. Every change is kept at once: closing the page loses nothing. */
export function ExamView({ exam, onChange, onHandedIn }: Props) {
  const { questions, hasFailed } = useExamTexts(
    exam.questions.map(({ id }) => id),
    false,
  );
  const [isAsking, setIsAsking] = useState(false);
  const [fault, setFault] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  const latest = useRef(exam);
  latest.current = exam;
  const isHandingIn = useRef(false);

  const act = (action: ExamAction) => {
    const next = examAfter(latest.current, action);
    latest.current = next;
    if (saveExam(next) === 'saved') setFault('');
    else setFault('没有存住：这台电脑的浏览器不让存，或者满了。请不要关这一页，做完就交卷。');
    onChange(next);
  };
  const finish = async () => {
    if (!questions || isHandingIn.current) return;
    isHandingIn.current = true;
    try {
      const keys = await fetchKeys(latest.current.questions.map(({ id }) => id));
      const done = handIn(latest.current, questions, keys, Date.now());
      const isKept = saveExam(done) === 'saved';
      for (const [id, score] of Object.entries(done.handedIn?.scores ?? {})) {
        noteInBook(id, isRight(score));
      }
      // Without the new result in store the older ones are all there is.
      if (isKept) dropSuperseded();
      onHandedIn(done, isKept);
    } catch {
      setFault('答案没有取到，卷子还没有交。答的都还在，过一会儿再交。');
    }
    isHandingIn.current = false;
  };
  const finishLatest = useRef(finish);
  finishLatest.current = finish;

  useEffect(() => {
    const seconds = 5;
    const timer = setInterval(() => {
      if (document.hidden) return;
      act({ type: 'tick', seconds });
      if (isCutOff(latest.current)) void finishLatest.current();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, []);

  // The button that began the exam has gone, and the focus with it.
  useLayoutEffect(() => {
    if (questions) title.current?.focus();
  }, [questions]);

  if (hasFailed) {
    return (
      <p class="message is-fault" role="alert">
        题目没有取到，请刷新后再试。答过的都还在。
      </p>
    );
  }
  if (!questions) return <p class="muted">正在取题目…</p>;
  const drawn = exam.questions[exam.at];
  const question = questions.find(({ id }) => id === drawn?.id);
  const missing = unanswered(exam, questions);
  const isFlagged = drawn !== undefined && exam.flagged.includes(drawn.id);
  const isLast = exam.at === exam.questions.length - 1;
  const go = (at: number) => {
    act({ type: 'go', at });
    setIsAsking(false);
    requestAnimationFrame(() => title.current?.focus());
  };
  const isOverTime = exam.elapsedSeconds > exam.minutes * 60;
  return (
    <section aria-labelledby="exam">
      <h2 id="exam">
        {exam.paperName}
        <span class="quiz-kind">卷号 {exam.seed}</span>
      </h2>
      <p class="quiz-clock">
        已用 {clock(exam.elapsedSeconds)}，建议 {exam.minutes} 分钟
        {isOverTime && !exam.cutsOffAtTime && '（到时间了，可以继续做）'}
        {exam.cutsOffAtTime && '，到时自动交卷'}
        。答一题存一题，关了再开接着做。
      </p>
      {fault && (
        <p class="message is-fault" role="alert">
          {fault}
        </p>
      )}
      <div class="quiz-exam">
        <div>
          {drawn && question && question.print === drawn.print ? (
            <QuestionView
              key={drawn.id}
              question={question}
              seed={exam.seed}
              answer={exam.answers[drawn.id] ?? {}}
              onAnswer={(answer) => act({ type: 'answer', id: drawn.id, answer })}
              title={`第 ${exam.at + 1} 题`}
              titleRef={title}
            />
          ) : (
            <p class="message">
              第 {exam.at + 1} 题在题库里已经改过或者撤了，不计分，直接做下一题。
            </p>
          )}
          <div class="actions">
            <button
              class="button"
              type="button"
              disabled={exam.at === 0}
              onClick={() => go(exam.at - 1)}
            >
              上一题
            </button>
            <button
              class={`button${isLast ? '' : ' is-main'}`}
              type="button"
              disabled={isLast}
              onClick={() => go(exam.at + 1)}
            >
              下一题
            </button>
            <button
              class="button"
              type="button"
              aria-pressed={isFlagged}
              onClick={() => drawn && act({ type: 'flag', id: drawn.id })}
            >
              {isFlagged ? '★ 已标记，点一下取消' : '☆ 标记，回头再看'}
            </button>
          </div>
        </div>
        <AnswerGrid
          marks={exam.questions.map(({ id }) => {
            const one = questions.find((other) => other.id === id);
            return {
              isAnswered: one !== undefined && isAnswered(one, exam.answers[id] ?? {}),
              isFlagged: exam.flagged.includes(id),
            };
          })}
          at={exam.at}
          onGo={go}
        />
      </div>
      {isAsking ? (
        <div class="message" role="alert">
          <p>
            {missing.length > 0
              ? `还有 ${missing.length} 题没有答完：第 ${missing.join('、')} 题。`
              : '都答完了。'}
            交了以后不能再改。
          </p>
          <div class="actions">
            <button class="button is-main" type="button" onClick={() => void finish()}>
              {missing.length > 0 ? '就这样交' : '交卷'}
            </button>
            <button
              class="button"
              type="button"
              onClick={() => (missing[0] ? go(missing[0] - 1) : setIsAsking(false))}
            >
              {missing.length > 0 ? '回去做' : '再看看'}
            </button>
          </div>
        </div>
      ) : (
        <p class="quiz-leave">
          <button
            class={`button${isLast ? ' is-main' : ''}`}
            type="button"
            onClick={() => setIsAsking(true)}
          >
            交卷
          </button>
        </p>
      )}
    </section>
  );
}
