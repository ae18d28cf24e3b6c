import { useEffect, useRef, useState } from 'preact/hooks';
import { scrollToPart } from '../../browser/page.ts';
import { fetchExplained, type ExplainedQuestions } from '../../browser/quizData.ts';
import { saveQuizFile } from '../../browser/quizFiles.ts';
import { siteAddress } from '../../browser/siteBase.ts';
import { isRight } from '../../model/quiz/answer.ts';
import type { BankIndex } from '../../model/quiz/bank.ts';
import type { Exam } from '../../model/quiz/exam.ts';
import { examResults, lineText, type ResultLine } from '../../model/quiz/results.ts';
import { Loaded } from '../controls/Loaded.tsx';
import { Message } from '../controls/Message.tsx';
import { useFetched } from '../controls/useFetched.ts';
import { QuestionView } from './QuestionView.tsx';
import { ScoreSheet } from './ScoreSheet.tsx';

interface Props {
  readonly index: BankIndex;
  readonly exam: Exam;
  /** False when this result stands nowhere but on the screen. */
  readonly isKept: boolean;
  readonly onBack: () => void;
}

function Lines({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly ResultLine[];
}) {
  if (lines.length === 0) return null;
  return (
    <table class="quiz-lines">
      <caption>{title}</caption>
      <tbody>
        {lines.map((line) => (
          <tr key={line.name}>
            <th scope="row">{line.name}</th>
            <td>{lineText(line)}</td>
            <td>
              <meter
                min={0}
                max={line.count}
                value={line.earned}
                aria-label={`${line.name}答对的份额`}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** After an exam: the mark, where it went wrong, what to read, every question explained. */
export function ExamResult(props: Props) {
  const ids = props.exam.questions.map(({ id }) => id);
  const texts = useFetched(ids.join(), () => fetchExplained(ids));
  return (
    <Loaded
      what="题目"
      fetched={texts}
      waiting="正在算成绩…"
      reassurance={props.isKept ? '成绩已经存好，没有丢。' : ''}
    >
      {(data) => <KnownResult {...props} texts={data} />}
    </Loaded>
  );
}

interface KnownProps extends Props {
  readonly texts: ExplainedQuestions;
}

function KnownResult({ index, exam, isKept, onBack, texts }: KnownProps) {
  const { questions, keys } = texts;
  const [showsAll, setShowsAll] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  if (!exam.handedIn) return null;
  const { mark, scores } = exam.handedIn;
  const results = examResults(exam, index, keys);
  const shown = exam.questions.filter(({ id }) => showsAll || results.wrongIds.includes(id));
  return (
    <>
      <section class="no-print" aria-labelledby="result">
        <h2 id="result" tabIndex={-1} ref={heading}>
          {mark} 分，{mark >= exam.passMark ? '合格' : '还没有合格'}
        </h2>
        {!isKept && (
          <Message isFault role="alert">
            成绩没有存住：这台电脑的浏览器不让存，或者满了。关掉这一页就没有了，请现在就印成绩单，或者存成文件。
            <button
              class="button is-small"
              type="button"
              onClick={() => saveQuizFile({ name: '', department: '' }, [exam], {})}
            >
              存成文件
            </button>
          </Message>
        )}
        <p role="status">
          {exam.paperName}，合格分 {exam.passMark}；{exam.questions.length} 题里错{' '}
          {results.wrongIds.length} 题，已经放进错题本。随时可以再考。
          {results.leftOut > 0 && `有 ${results.leftOut} 题在考的时候改过，没有计分。`}
        </p>
        <div class="actions">
          <button class="button is-main" type="button" onClick={() => scrollToPart('sheet')}>
            去印成绩单
          </button>
        </div>
        <div class="quiz-line-tables">
          <Lines title="按风险类别，弱的在前" lines={results.byCategory} />
          <Lines title="按风险等级" lines={results.byGrade} />
          <Lines title="按墙" lines={results.byWall} />
        </div>
        {results.readings.length > 0 && (
          <>
            <h3>建议再看</h3>
            <ul class="quiz-reading-list">
              {results.readings.map(({ text, path }) => (
                <li key={text}>
                  <a href={siteAddress(path)}>{text}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <h3>{showsAll ? '全部题目' : '错的题'}</h3>
        <p>
          <button
            class="button is-small"
            type="button"
            aria-pressed={showsAll}
            onClick={() => setShowsAll(!showsAll)}
          >
            {showsAll ? '只看错的' : '看全部题目'}
          </button>
        </p>
        {shown.map(({ id, print }) => {
          const number = exam.questions.findIndex((one) => one.id === id) + 1;
          const question = questions.find((one) => one.id === id && one.print === print);
          if (!question) {
            return (
              <Message key={id}>
                第 {number} 题（{id}）在题库里已经改过或者撤了，原来的作答没有丢，但不再显示。
              </Message>
            );
          }
          return (
            <QuestionView
              key={id}
              question={question}
              seed={exam.seed}
              answer={exam.answers[id] ?? {}}
              onAnswer={() => undefined}
              shownKey={keys.find((key) => key.id === id)}
              title={`第 ${number} 题　${isRight(scores[id] ?? 0) ? '✓' : '✗'}`}
            />
          );
        })}
        <p class="quiz-leave">
          <button class="button" type="button" onClick={onBack}>
            回考试
          </button>
        </p>
      </section>
      <ScoreSheet index={index} exam={exam} results={results} />
    </>
  );
}
