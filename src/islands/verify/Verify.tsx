import { useEffect, useMemo, useState } from 'preact/hooks';
import { wholeAddress } from '../../browser/address.ts';
import { onHashChange } from '../../browser/hash.ts';
import { readText } from '../../browser/files.ts';
import { fetchRechecks } from '../../browser/quizRecheck.ts';
import { loadPrintLog } from '../../browser/letterStore.ts';
import { recordTitle } from '../../model/assessment/record.ts';
import { readRecord, recordCode } from '../../model/assessment/recordFile.ts';
import { largestFileBytes, openFile } from '../../model/kept/keptFile.ts';
import { normalizeCode } from '../../model/kept/checkCode.ts';
import { findCode, type PrintLog } from '../../model/letter/printLog.ts';
import { readPrintLog } from '../../model/letter/printLogFile.ts';
import { localTime } from '../../model/text/dates.ts';
import { examCode, readQuiz, type QuizFile } from '../../model/quiz/quizFile.ts';
import type { Recheck } from '../../model/quiz/recheck.ts';
import { FileField } from '../controls/FileField.tsx';
import { Message } from '../controls/Message.tsx';
import { LetterVerdict, ticketIn } from './LetterVerdict.tsx';

interface Chosen {
  readonly title: string;
  readonly contentVersion: string;
  readonly code: string;
}

type State =
  | { readonly status: 'none' }
  | { readonly status: 'fault'; readonly text: string }
  | { readonly status: 'record'; readonly file: Chosen }
  | { readonly status: 'log'; readonly log: PrintLog }
  | {
      readonly status: 'quiz';
      readonly file: QuizFile;
      /** In the order of the exams; none when the bank could not be fetched. */
      readonly rechecks: readonly Recheck[] | undefined;
    };

async function readChosen(file: File): Promise<State> {
  const opened = openFile(await readText(file));
  if ('fault' in opened) return { status: 'fault', text: opened.fault };
  switch (opened.kind) {
    case 'print-log': {
      const { log, fault } = readPrintLog(opened);
      return log ? { status: 'log', log } : { status: 'fault', text: fault };
    }
    case 'quiz': {
      const { file: quiz, fault } = readQuiz(opened);
      if (!quiz) return { status: 'fault', text: fault };
      const rechecked = await fetchRechecks(quiz.exams);
      const rechecks = rechecked.status === 'present' ? rechecked.data : undefined;
      return { status: 'quiz', file: quiz, rechecks };
    }
    case 'rollup':
      return { status: 'fault', text: '这是汇总文件，在“汇总”页打开。' };
    case 'assessment': {
      const { record, fault } = readRecord(opened);
      if (!record) return { status: 'fault', text: fault };
      return {
        status: 'record',
        file: {
          title: recordTitle(record),
          contentVersion: record.contentVersion,
          code: recordCode(record),
        },
      };
    }
  }
}

const codePattern = /^[0-9A-Z]{5}-[0-9A-Z]{5}$/;

function RecordVerdict({ file, code }: { readonly file: Chosen; readonly code: string }) {
  return code === file.code ? (
    <Message role="status">
      <strong>一致。</strong>纸和文件是同一份：{file.title}，内容版本 {file.contentVersion}。
    </Message>
  ) : (
    <Message isFault role="status">
      <strong>不一致。</strong>
      纸和这个文件不是同一份内容：可能拿错了文件，或者打印以后又改过。先看看有没有输错。
    </Message>
  );
}

interface LogVerdictProps {
  readonly log: PrintLog;
  readonly code: string;
  readonly source: string;
}

function LogVerdict({ log, code, source }: LogVerdictProps) {
  const found = findCode(log, code);
  if (found.length === 0) {
    return (
      <Message isFault role="status">
        <strong>{source}里没有这个码。</strong>
        可能是在别的电脑上印的，或者看错了一位；承诺书也可以直接扫纸上的二维码。
      </Message>
    );
  }
  return (
    <Message isBlock role="status">
      <p>
        <strong>{source}里有这份承诺书。</strong>
      </p>
      <ul>
        {found.map(({ event, letter }, i) => (
          <li key={i}>
            {letter.name}
            {letter.department && `（${letter.department}）`}，{event.templateName}承诺书{' '}
            {event.version} 版，内容版本 {event.contentVersion}，{localTime(event.at)} 打印
          </li>
        ))}
      </ul>
    </Message>
  );
}

/** What the answers in the file say to the mark that stands in it. The code cannot: it is made of both. */
function MarkVerdict({ recheck }: { readonly recheck: Recheck | undefined }) {
  if (!recheck) return <Message role="status">题库没有取到，分数没有按作答重算。</Message>;
  if (recheck.status === 'unmarkable') {
    return <Message role="status">题库里已经没有这些题，分数没有办法重算。</Message>;
  }
  if (recheck.differences.length === 0) return <p>按文件里的作答重算，分数不差。</p>;
  return (
    <Message isFault role="status">
      <strong>分数和作答对不上：</strong>
      {recheck.differences.join('；')}。
    </Message>
  );
}

interface QuizVerdictProps extends Pick<Extract<State, { status: 'quiz' }>, 'file' | 'rechecks'> {
  readonly code: string;
}

function QuizVerdict({ file, rechecks, code }: QuizVerdictProps) {
  const place = file.exams.findIndex((one) => examCode(one) === code);
  const exam = file.exams[place];
  if (!exam?.handedIn) {
    return (
      <Message isFault role="status">
        <strong>这个文件里没有这张成绩单。</strong>
        可能拿错了文件，或者文件、成绩单改动过。先看看有没有输错。
      </Message>
    );
  }
  return (
    <>
      <Message role="status">
        <strong>一致。</strong>
        {file.head.name && `${file.head.name}：`}
        {exam.paperName}，卷号 {exam.seed}，{exam.handedIn.mark} 分，{localTime(exam.handedIn.at)}{' '}
        交卷，内容版本 {exam.contentVersion}。
      </Message>
      <MarkVerdict recheck={rechecks?.[place]} />
    </>
  );
}

function CodeVerdict({ state, typed }: { readonly state: State; readonly typed: string }) {
  const code = normalizeCode(typed);
  const ownLog = useMemo(loadPrintLog, []);
  if (code === '') {
    return state.status === 'none' || state.status === 'fault' ? null : (
      <p role="status">文件读好了，再输入纸上的码。</p>
    );
  }
  if (!codePattern.test(code)) {
    return <p role="status">码是十位，现在还差几位或者多了几位。</p>;
  }
  if (state.status === 'record') return <RecordVerdict file={state.file} code={code} />;
  if (state.status === 'quiz') return <QuizVerdict {...state} code={code} />;
  if (state.status === 'log')
    return <LogVerdict log={state.log} code={code} source="这个打印记录" />;
  return <LogVerdict log={ownLog} code={code} source="本机的打印记录" />;
}

/** The address of this page when a scanned letter has led to it; empty otherwise. */
const scannedAddress = (): string => {
  const address = wholeAddress();
  return ticketIn(address) ? address : '';
};

/** Compares the code on paper with a file, a print log or the text of the site. */
export function Verify() {
  const [state, setState] = useState<State>({ status: 'none' });
  const [typed, setTyped] = useState(scannedAddress);
  useEffect(() => onHashChange(() => setTyped((before) => scannedAddress() || before)), []);
  const ticket = useMemo(() => ticketIn(typed), [typed]);
  return (
    <div class="assessment">
      <label class="field">
        <span>纸上的校验码，或者扫二维码得到的一串字</span>
        <input
          class="code"
          type="text"
          autocomplete="off"
          spellcheck={false}
          maxLength={2000}
          placeholder="例如 7K3QM-0XPT9"
          value={typed}
          onInput={({ currentTarget: { value } }) => setTyped(value)}
        />
      </label>
      <FileField
        label="交来的文件（自查记录、测验记录或者打印记录，.json）；核对承诺书的二维码不用选"
        accept=".json,application/json"
        largestBytes={largestFileBytes}
        keepsName
        fault={state.status === 'fault' ? state.text : undefined}
        onFile={(file) => {
          readChosen(file).then(setState, () =>
            setState({ status: 'fault', text: '文件打不开。' }),
          );
        }}
        onTooLarge={() => setState({ status: 'fault', text: '文件太大，不会是要核对的文件。' })}
      />
      {ticket ? <LetterVerdict ticket={ticket} /> : <CodeVerdict state={state} typed={typed} />}
      {!ticket && /#L|verify\//.test(typed) && (
        <Message isFault role="status">
          扫到的字不全，读不出承诺书：再扫一次，或者改输十位校验码。
        </Message>
      )}
    </div>
  );
}
