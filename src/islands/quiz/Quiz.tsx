import { useEffect, useState } from 'preact/hooks';
import { loadMyPost } from '../../browser/myPostStore.ts';
import { fetchBankIndex } from '../../browser/quizData.ts';
import { loadExams, removeExam } from '../../browser/quizStore.ts';
import type { BankIndex } from '../../model/quiz/bank.ts';
import type { Exam } from '../../model/quiz/exam.ts';
import { ExamResult } from './ExamResult.tsx';
import { ExamStart } from './ExamStart.tsx';
import { ExamView } from './ExamView.tsx';
import { PaperView } from './PaperView.tsx';
import { PracticeView } from './PracticeView.tsx';
import { RecordsView } from './RecordsView.tsx';
import { WrongBookView } from './WrongBookView.tsx';

const tabs = [
  { hash: 'practice', name: '练习' },
  { hash: 'exam', name: '考试' },
  { hash: 'wrong', name: '错题本' },
  { hash: 'records', name: '成绩' },
  { hash: 'paper', name: '印卷子' },
] as const;

interface Route {
  readonly tab: (typeof tabs)[number]['hash'];
  /** `#exam/<id>`: one exam, begun or handed in. */
  readonly examId: string | undefined;
}

function readRoute(): Route {
  const [hash, examId] = location.hash.slice(1).split('/');
  const tab = tabs.find((one) => one.hash === hash)?.hash ?? 'practice';
  return { tab, examId: tab === 'exam' ? examId : undefined };
}

/** The quiz: practice, exam, wrong-answer book, results, papers to print. */
export function Quiz() {
  const [index, setIndex] = useState<BankIndex>();
  const [hasFailed, setHasFailed] = useState(false);
  const [post, setPost] = useState(loadMyPost);
  const [route, setRoute] = useState(readRoute);
  const [exams, setExams] = useState(loadExams);
  const [unkept, setUnkept] = useState<string>();
  useEffect(() => {
    fetchBankIndex().then(setIndex, () => setHasFailed(true));
    const follow = () => {
      setExams(loadExams());
      setRoute(readRoute());
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  if (hasFailed) {
    return (
      <p class="message is-fault" role="alert">
        题库没有取到，请刷新后再试。做过的都还在本机，没有丢。
      </p>
    );
  }
  if (!index) return <p class="muted">正在取题库…</p>;
  if (index.questions.length === 0) {
    return <p class="message">题库还是空的。题写在 content/quizzes 里，一面墙一个文件。</p>;
  }
  const open = (exam: Exam) => {
    setExams(loadExams());
    location.hash = `exam/${exam.id}`;
  };
  const drop = (exam: Exam) => {
    removeExam(exam.id);
    setExams(loadExams());
  };
  const exam = exams.find(({ id }) => id === route.examId);
  const replace = (next: Exam) => setExams(exams.map((one) => (one.id === next.id ? next : one)));
  const shared = { index, post, onPost: setPost };
  return (
    <div class="assessment quiz">
      <nav class="no-print" aria-label="测验">
        <ul class="tabs">
          {tabs.map(({ hash, name }) => (
            <li key={hash}>
              <a href={`#${hash}`} aria-current={route.tab === hash ? 'true' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {route.tab === 'practice' && <PracticeView {...shared} />}
      {route.tab === 'exam' && !exam && (
        <ExamStart
          {...shared}
          open={exams.filter(({ handedIn }) => !handedIn)}
          onBegin={open}
          onDrop={drop}
        />
      )}
      {exam && !exam.handedIn && (
        <ExamView
          key={exam.id}
          exam={exam}
          onChange={replace}
          onHandedIn={(done, isKept) => {
            setUnkept(isKept ? undefined : done.id);
            replace(done);
          }}
        />
      )}
      {exam?.handedIn && (
        <ExamResult
          key={exam.id}
          index={index}
          exam={exam}
          isKept={exam.id !== unkept}
          onBack={() => {
            location.hash = 'exam';
          }}
        />
      )}
      {route.tab === 'wrong' && <WrongBookView index={index} />}
      {route.tab === 'records' && (
        <RecordsView
          index={index}
          exams={exams}
          onOpen={open}
          onDrop={drop}
          onImported={() => setExams(loadExams())}
        />
      )}
      {route.tab === 'paper' && <PaperView {...shared} />}
    </div>
  );
}
