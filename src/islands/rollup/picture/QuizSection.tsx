import { useMemo } from 'preact/hooks';
import { fetchExplained, type ExplainedQuestions } from '../../../browser/quizData.ts';
import {
  examTable,
  optionTable,
  questionTable,
  sameWording,
  stemOf,
  type QuizTexts,
} from '../../../model/rollup/picture/quizTables.ts';
import type { Selection } from '../../../model/rollup/picture/selection.ts';
import { questionTallies, type QuestionTally } from '../../../model/rollup/totals/questions.ts';
import { Loaded } from '../../controls/Loaded.tsx';
import { Message } from '../../controls/Message.tsx';
import { useFetched } from '../../controls/useFetched.ts';
import { FigureBlock } from './FigureBlock.tsx';
import type { PictureGround } from './ground.ts';

interface Props {
  readonly ground: PictureGround;
}

const textsOf = ({ questions, keys }: ExplainedQuestions): QuizTexts => ({
  questions: new Map(questions.map((question) => [question.id, question])),
  keys: new Map(keys.map((key) => [key.id, key])),
});

function useQuizTexts(tallies: readonly Pick<QuestionTally, 'id'>[]) {
  const ids = [...new Set(tallies.map(({ id }) => id))];
  return useFetched(ids.join(' '), () => fetchExplained(ids));
}

function Questions({ ground, data }: Props & { readonly data: ExplainedQuestions }) {
  const { exams, index } = ground;
  const table = useMemo(() => {
    const names = new Map(index.walls.map(({ id, name }) => [id, name]));
    return questionTable(exams, textsOf(data), (id) => names.get(id) ?? '通用');
  }, [exams, data, index]);
  return (
    <FigureBlock
      ground={ground}
      section="quiz"
      title="测验各题"
      table={table}
      notes={ground.examNotes}
      none="没有题目。"
    />
  );
}

/** 合格率 by department, and how each question was answered. */
export function QuizSection({ ground }: Props) {
  const { exams } = ground;
  const table = useMemo(() => examTable(exams), [exams]);
  const fetched = useQuizTexts(questionTallies(exams));
  if (exams.people.length === 0) {
    return <p class="no-print">还没有计入的测验记录，或者没有这一年交了的卷子。</p>;
  }
  return (
    <>
      <h3 class="no-print">各处室合格率</h3>
      <p class="no-print">照处室的先后排，不按合格率排；分数不列出来。</p>
      <FigureBlock
        ground={ground}
        section="quiz"
        title="各处室合格率"
        table={table}
        notes={ground.examNotes}
      />
      <h3 class="no-print">各题</h3>
      <p class="no-print">
        答错的占得多的在前。点题目看每个选项有多少人选；错的选项选的人多，多半是题意或者宣讲没有说清楚。
      </p>
      <Loaded what="题目" fetched={fetched} reassurance="数字没有丢，刷新页面再看。">
        {(data) => <Questions ground={ground} data={data} />}
      </Loaded>
    </>
  );
}

/** What was asked, and which option was chosen, above the list of those who chose it. */
export function AskedQuestion({ selection }: { readonly selection: AnswererSelection }) {
  const fetched = useQuizTexts([selection]);
  return (
    <Loaded what="题目" fetched={fetched}>
      {({ questions }) => {
        const question = questions.find(({ print }) => print === selection.print);
        const part = question?.parts.find(({ id }) => id === selection.part);
        const option = part && 'options' in part ? part.options[selection.option ?? -1] : undefined;
        return (
          <>
            <p class="no-print">
              题目：{question ? stemOf(question) : '题目改过，旧题的字已经没有。'}
            </p>
            {question && question.parts.length > 1 && part && (
              <p class="no-print">小题：{part.stem}</p>
            )}
            {option !== undefined && <p class="no-print">选项：{option}</p>}
          </>
        );
      }}
    </Loaded>
  );
}

type AnswererSelection = Extract<Selection, { kind: 'answerers' }>;
type OptionSelection = Extract<Selection, { kind: 'options' }>;

/** The options of one question. */
export function OptionList({ ground, selection }: Props & { readonly selection: OptionSelection }) {
  const { exams } = ground;
  const tally = questionTallies(exams).find(
    ({ id, print }) => id === selection.id && print === selection.print,
  );
  const fetched = useQuizTexts(tally ? [tally] : []);
  if (!tally) return <p class="no-print">计入的卷子里没有这道题。</p>;
  return (
    <Loaded what="题目" fetched={fetched}>
      {(data) => <Options ground={ground} data={data} tally={tally} />}
    </Loaded>
  );
}

function Options(props: Props & { data: ExplainedQuestions; tally: QuestionTally }) {
  const { ground, data, tally } = props;
  const texts = useMemo(() => textsOf(data), [data]);
  const question = sameWording(texts, tally);
  const table = useMemo(
    () => question && optionTable(tally, question, texts.keys.get(tally.id)),
    [question, texts, tally],
  );
  if (!question || !table) return <Message>这道题改过，旧题的字已经没有。</Message>;
  return (
    <>
      <p class="no-print">{stemOf(question)}</p>
      <FigureBlock
        ground={ground}
        section="quiz"
        title={table.name}
        table={table}
        notes={ground.examNotes}
        none="排序题、配对题没有选项。"
      />
    </>
  );
}
