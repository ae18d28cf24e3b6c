import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fetchQuestions } from '../../browser/quizData.ts';
import { isAnswered } from '../../model/quiz/answer.ts';
import type { OpenQuestion } from '../../model/quiz/bank.ts';
import { unanswered, type Exam } from '../../model/quiz/exam.ts';
import { Loaded } from '../controls/Loaded.tsx';
import { Message } from '../controls/Message.tsx';
import { useFetched } from '../controls/useFetched.ts';
import { AnswerGrid } from './AnswerGrid.tsx';
import { QuestionView } from './QuestionView.tsx';
import { useSitting, type SittingEvents } from './useSitting.ts';

interface Props extends SittingEvents {
  readonly exam: Exam;
}

const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** An exam while it is being written. Every change is kept at once: closing the page loses nothing. */
export function ExamView(props: Props) {
  const ids = props.exam.questions.map(({ id }) => id);
  const questions = useFetched(ids.join(), () => fetchQuestions(ids));
  return (
    <Loaded what="题目" fetched={questions} reassurance="答过的都还在。">
      {(data) => <RunningExam {...props} questions={data} />}
    </Loaded>
  );
}

interface HeadProps {
  readonly exam: Exam;
  readonly fault: string;
}

function ExamHead({ exam, fault }: HeadProps) {
  const isOverTime = exam.elapsedSeconds > exam.minutes * 60;
  return (
    <>
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
        <Message isFault role="alert">
          {fault}
        </Message>
      )}
    </>
  );
}

interface HandInProps {
  /** Numbers of the questions without a full answer. */
  readonly missing: readonly number[];
  readonly onHandIn: () => void;
  /** Back to the first of the missing ones, or to where the reader was. */
  readonly onBack: () => void;
}

function HandInQuestion({ missing, onHandIn, onBack }: HandInProps) {
  const isAll = missing.length === 0;
  return (
    <Message isBlock role="alert">
      <p>
        {isAll ? '都答完了。' : `还有 ${missing.length} 题没有答完：第 ${missing.join('、')} 题。`}
        交了以后不能再改。
      </p>
      <div class="actions">
        <button class="button is-main" type="button" onClick={onHandIn}>
          {isAll ? '交卷' : '就这样交'}
        </button>
        <button class="button" type="button" onClick={onBack}>
          {isAll ? '再看看' : '回去做'}
        </button>
      </div>
    </Message>
  );
}

interface RunningProps extends Props {
  readonly questions: readonly OpenQuestion[];
}

function RunningExam({ exam, questions, ...events }: RunningProps) {
  const { act, finish, fault } = useSitting(exam, questions, events);
  const [isAsking, setIsAsking] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  // The button that began the exam has gone, and the focus with it.
  useLayoutEffect(() => title.current?.focus(), []);
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
  return (
    <section aria-labelledby="exam">
      <ExamHead exam={exam} fault={fault} />
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
            <Message>第 {exam.at + 1} 题在题库里已经改过或者撤了，不计分，直接做下一题。</Message>
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
        <HandInQuestion
          missing={missing}
          onHandIn={() => void finish()}
          onBack={() => (missing[0] ? go(missing[0] - 1) : setIsAsking(false))}
        />
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
