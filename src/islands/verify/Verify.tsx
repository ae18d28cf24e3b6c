import { useState } from 'preact/hooks';
import { readText } from '../../browser/files.ts';
import { recordTitle } from '../../model/assessment/record.ts';
import { largestFileBytes, readRecordFile, recordCode } from '../../model/assessment/recordFile.ts';
import { normalizeCode } from '../../model/checkCode.ts';

interface Chosen {
  readonly title: string;
  readonly contentVersion: string;
  readonly code: string;
}

type State =
  | { readonly status: 'none' }
  | { readonly status: 'fault'; readonly text: string }
  | { readonly status: 'read'; readonly file: Chosen };

async function readChosen(file: File): Promise<State> {
  if (file.size > largestFileBytes) return { status: 'fault', text: '文件太大，不会是自查记录。' };
  const { record, fault } = readRecordFile(await readText(file));
  if (!record) return { status: 'fault', text: fault };
  return {
    status: 'read',
    file: {
      title: recordTitle(record),
      contentVersion: record.contentVersion,
      code: recordCode(record),
    },
  };
}

const codePattern = /^[0-9A-Z]{5}-[0-9A-Z]{5}$/;

function Verdict({ file, typed }: { readonly file: Chosen; readonly typed: string }) {
  const code = normalizeCode(typed);
  if (code === '') return <p role="status">文件的码算好了，再输入纸上的码。</p>;
  if (!codePattern.test(code)) {
    return <p role="status">码是十位，现在还差几位或者多了几位。</p>;
  }
  return code === file.code ? (
    <p class="message" role="status">
      <strong>一致。</strong>纸和文件是同一份：{file.title}，内容版本 {file.contentVersion}。
    </p>
  ) : (
    <p class="message is-fault" role="status">
      <strong>不一致。</strong>
      纸和这个文件不是同一份内容：可能拿错了文件，或者打印以后又改过。先看看有没有输错。
    </p>
  );
}

/** Compares the code on paper with the code of a file. */
export function Verify() {
  const [state, setState] = useState<State>({ status: 'none' });
  const [typed, setTyped] = useState('');
  return (
    <div class="assessment">
      <label class="field">
        <span>交来的文件（.json）</span>
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const [file] = Array.from(currentTarget.files ?? []);
            if (!file) return;
            readChosen(file).then(setState, () =>
              setState({ status: 'fault', text: '文件打不开。' }),
            );
          }}
        />
      </label>
      <label class="field">
        <span>纸上的校验码</span>
        <input
          class="code"
          type="text"
          autocomplete="off"
          spellcheck={false}
          maxLength={24}
          placeholder="例如 7K3QM-0XPT9"
          onInput={({ currentTarget: { value } }) => setTyped(value)}
        />
      </label>
      {state.status === 'fault' && (
        <p class="message is-fault" role="alert">
          {state.text}
        </p>
      )}
      {state.status === 'read' && <Verdict file={state.file} typed={typed} />}
    </div>
  );
}
