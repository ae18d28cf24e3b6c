import { useState } from 'preact/hooks';
import { readText } from '../../browser/files.ts';
import { saveQuizFile } from '../../browser/quizFiles.ts';
import { fetchRechecks } from '../../browser/quizRecheck.ts';
import { localTime } from '../../model/text/dates.ts';
import type { BankIndex } from '../../model/quiz/bank.ts';
import { largestFileBytes } from '../../model/kept/keptFile.ts';
import type { SaveOutcome } from '../../model/kept/keeper.ts';
import type { Exam } from '../../model/quiz/exam.ts';
import { faultText } from '../../model/published/fetched.ts';
import { examCode, readQuizFile, type QuizFile } from '../../model/quiz/quizFile.ts';
import type { Recheck } from '../../model/quiz/recheck.ts';
import { FileField } from '../controls/FileField.tsx';
import { Message } from '../controls/Message.tsx';
import { isAtRisk } from '../kept/saveWords.ts';
import { TextField } from '../controls/TextField.tsx';
import { useWrongBook } from './useWrongBook.ts';

interface Props {
  readonly index: BankIndex;
  readonly exams: readonly Exam[];
  readonly onOpen: (exam: Exam) => void;
  readonly onDrop: (exam: Exam) => void;
  /** Joins a file with what is here. */
  readonly onTake: (file: QuizFile) => Promise<readonly SaveOutcome[]>;
}

/** What has come of a file, and what in it did not agree with its own answers. */
function takenText(rechecks: readonly Recheck[], unread: readonly string[]): string {
  const marked = rechecks.filter(({ status }) => status === 'marked').length;
  const gone = rechecks.length - marked;
  return [
    `读入了 ${marked} 次考试和错题本，分数按作答重算过，原有的都还在。`,
    ...rechecks.flatMap((one) =>
      one.status === 'marked' && one.differences.length > 0
        ? [
            `“${one.exam.paperName}”（卷号 ${one.exam.seed}）照重算的记：${one.differences.join('；')}。`,
          ]
        : [],
    ),
    ...(gone > 0 ? [`有 ${gone} 次考试的题题库里都没有了，算不出分，没有读入。`] : []),
    ...(unread.length > 0
      ? [`文件里有 ${unread.length} 项读不出来，没有读入：${unread.join('、')}。`]
      : []),
  ].join('');
}

/** 成绩: best and latest of each paper, the file to hand in, and a file to take in. */
export function RecordsView({ index, exams, onOpen, onDrop, onTake }: Props) {
  const [name, setName] = useState('');
  const [department, setDepartment] = useState('');
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState('');
  const done = exams.filter(({ handedIn }) => handedIn);
  const { book, reload } = useWrongBook();
  const take = async (file: File) => {
    setSaid('');
    const result = readQuizFile(await readText(file));
    if (!result.file) {
      setFault(`“${file.name}”：${result.fault}`);
      return;
    }
    const rechecked = await fetchRechecks(result.file.exams);
    if (rechecked.status === 'absent') {
      const cause = faultText(rechecked.fault);
      setFault(`“${file.name}”没有读入：成绩要按作答重算，题库没有取到。${cause}`);
      return;
    }
    setFault('');
    const taken = rechecked.data.flatMap((one) => (one.status === 'marked' ? one.exam : []));
    const outcomes = await onTake({ ...result.file, exams: taken });
    reload();
    if (outcomes.some((outcome) => isAtRisk({ outcome, time: '' }))) {
      setFault(`“${file.name}”读出来了，可是没有全存下，关掉这一页就没有。原有的都还在。`);
      return;
    }
    setSaid(takenText(rechecked.data, result.file.unread));
  };
  return (
    <section aria-labelledby="records">
      <h2 id="records">成绩</h2>
      {done.length === 0 ? (
        <Message>还没有交过卷。</Message>
      ) : (
        <ul class="records">
          {done.map((exam) => (
            <li key={exam.id} class="record">
              <p class="record-title">
                {exam.paperName}　{exam.handedIn?.mark} 分
                {(exam.handedIn?.mark ?? 0) >= exam.passMark ? '，合格' : ''}
              </p>
              <p class="muted">
                {localTime(exam.handedIn?.at ?? 0)}，{exam.postText}，卷号 {exam.seed}，校验码{' '}
                <span class="code">{examCode(exam)}</span>
              </p>
              <div class="actions">
                <button class="button is-small" type="button" onClick={() => onOpen(exam)}>
                  看结果、印成绩单
                </button>
                <button class="button is-small" type="button" onClick={() => onDrop(exam)}>
                  删去
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <h3>导出，交给{index.words.disciplineOffice}或者带到别的电脑</h3>
      <div class="field-row">
        <TextField id="file-name" label="姓名" value={name} maxLength={40} onChange={setName} />
        <TextField
          id="file-department"
          label="处室"
          value={department}
          maxLength={40}
          onChange={setDepartment}
        />
      </div>
      <div class="actions">
        <button
          class="button"
          type="button"
          disabled={done.length === 0 && Object.keys(book).length === 0}
          onClick={() => saveQuizFile({ name, department }, done, book)}
        >
          导出成绩和错题本
        </button>
      </div>
      <h3>读入导出的文件</h3>
      <FileField
        label="选文件（测验记录….json）"
        accept=".json"
        largestBytes={largestFileBytes}
        fault={fault}
        onFile={(file) => {
          take(file).catch(() => setFault(`“${file.name}”打不开，原有的没有改动。`));
        }}
        onTooLarge={(file) => setFault(`“${file.name}”太大，不会是测验记录。什么也没有改动。`)}
      />
      <p role="status">{said}</p>
    </section>
  );
}
