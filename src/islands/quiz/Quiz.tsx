import { useState } from 'preact/hooks';
import { fetchData } from '../../browser/data.ts';
import { loadMyPost } from '../../browser/myPostStore.ts';
import type { BankIndex } from '../../model/quiz/bank.ts';
import { Loaded } from '../controls/Loaded.tsx';
import { Message } from '../controls/Message.tsx';
import { Tabs } from '../controls/Tabs.tsx';
import { useFetched } from '../controls/useFetched.ts';
import { ExamResult } from './ExamResult.tsx';
import { ExamStart } from './ExamStart.tsx';
import { ExamView } from './ExamView.tsx';
import { PaperView } from './PaperView.tsx';
import { PracticeView } from './PracticeView.tsx';
import { RecordsView } from './RecordsView.tsx';
import { goToExam, tabs, useRoute } from './route.ts';
import { useExams } from './useExams.ts';
import { WrongBookView } from './WrongBookView.tsx';

/** The quiz: practice, exam, wrong-answer book, results, papers to print. */
export function Quiz() {
  const index = useFetched('quiz', () => fetchData('quiz'));
  return (
    <Loaded what="题库" fetched={index} reassurance="做过的都还在本机，没有丢。">
      {(data) =>
        data.questions.length === 0 ? (
          <Message>题库还是空的。题写在 content/quizzes 里，一面墙一个文件。</Message>
        ) : (
          <OpenQuiz index={data} />
        )
      }
    </Loaded>
  );
}

function OpenQuiz({ index }: { readonly index: BankIndex }) {
  const [post, setPost] = useState(loadMyPost);
  const route = useRoute();
  const exams = useExams(route);
  /** A result that could not be stored stands only on the screen. */
  const [unkeptId, setUnkeptId] = useState<string>();
  const { tab } = route;
  const exam = exams.inView;
  const shared = { index, post, onPost: setPost };
  return (
    <div class="assessment quiz">
      <Tabs label="测验" tabs={tabs} current={tab} />
      {tab === 'practice' && <PracticeView {...shared} />}
      {tab === 'exam' && !exam && (
        <ExamStart
          {...shared}
          unfinished={exams.all.filter(({ handedIn }) => !handedIn)}
          onBegin={exams.begin}
          onOpen={exams.open}
          onDrop={exams.drop}
        />
      )}
      {exam && !exam.handedIn && (
        <ExamView
          key={exam.id}
          exam={exam}
          onChange={exams.show}
          onHandedIn={(done, isKept) => {
            setUnkeptId(isKept ? undefined : done.id);
            exams.show(done);
          }}
        />
      )}
      {exam?.handedIn && (
        <ExamResult
          key={exam.id}
          index={index}
          exam={exam}
          isKept={exam.id !== unkeptId}
          onBack={() => goToExam()}
        />
      )}
      {tab === 'wrong' && <WrongBookView index={index} />}
      {tab === 'records' && (
        <RecordsView
          index={index}
          exams={exams.all}
          onOpen={exams.open}
          onDrop={exams.drop}
          onTake={exams.take}
        />
      )}
      {tab === 'paper' && <PaperView {...shared} />}
    </div>
  );
}
