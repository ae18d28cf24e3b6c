import { useState } from 'preact/hooks';
import { readText } from '../../browser/files.ts';
import { mergeRecords, previewImport, strangeness } from '../../model/assessment/merge.ts';
import { recordTitle, type AssessmentRecord } from '../../model/assessment/record.ts';
import { readRecordFile } from '../../model/assessment/recordFile.ts';
import { largestFileBytes } from '../../model/kept/keptFile.ts';
import { FileField } from '../controls/FileField.tsx';
import { Message } from '../controls/Message.tsx';
import { StrangerChoice } from './StrangerChoice.tsx';

interface Props {
  readonly label: string;
  /** The record of this id that is already here. */
  readonly find: (id: string) => AssessmentRecord | undefined;
  readonly onTake: (record: AssessmentRecord) => void;
  /** Takes a file in as a record of its own, beside the one that is here. */
  readonly onTakeApart: (record: AssessmentRecord) => void;
}

type State =
  | { readonly step: 'idle' }
  | { readonly step: 'fault'; readonly text: string }
  | {
      readonly step: 'preview';
      readonly file: AssessmentRecord;
      /** What in the file could not be read, in words. */
      readonly unread: readonly string[];
    };

async function readChosen(file: File): Promise<State> {
  const result = readRecordFile(await readText(file));
  return result.record
    ? { step: 'preview', file: result.record, unread: result.unread }
    : { step: 'fault', text: `“${file.name}”：${result.fault}原有的记录没有改动。` };
}

/** Takes a record in from a file: shows first what would change, and changes nothing before. */
export function ImportPanel({ label, find, onTake, onTakeApart }: Props) {
  const [state, setState] = useState<State>({ step: 'idle' });
  const here = state.step === 'preview' ? find(state.file.id) : undefined;
  const strange = here && state.step === 'preview' ? strangeness(here, state.file) : undefined;
  const close = () => setState({ step: 'idle' });
  const take = (record: AssessmentRecord) => {
    setState({ step: 'idle' });
    onTake(record);
  };
  return (
    <div class="import">
      <FileField
        label={label}
        accept=".json,application/json"
        largestBytes={largestFileBytes}
        fault={state.step === 'fault' ? state.text : undefined}
        onFile={(file) => {
          readChosen(file).then(setState, () =>
            setState({ step: 'fault', text: '文件打不开，原有的记录没有改动。' }),
          );
        }}
        onTooLarge={({ name }) =>
          setState({ step: 'fault', text: `“${name}”太大，不会是自查记录。什么也没有改动。` })
        }
      />
      {state.step === 'preview' && (
        <Message isBlock role="group" label="导入预览">
          <p>
            文件里是“{recordTitle(state.file)}”，有 {Object.keys(state.file.answers).length}{' '}
            个作答、
            {state.file.additions.filter(({ isRemoved }) => !isRemoved).length} 个自行补充的风险点。
          </p>
          {state.unread.length > 0 && (
            <p class="fault-text">
              文件里有 {state.unread.length} 项读不出来，不会导入：{state.unread.join('、')}。
            </p>
          )}
          {here ? (
            <Preview here={here} file={state.file} />
          ) : (
            <p>本机上没有这份记录，导入后是新的一份。</p>
          )}
          {here && strange && (
            <StrangerChoice
              strange={strange}
              onApart={() => {
                close();
                onTakeApart(state.file);
              }}
              // Whoever's the file was: the record keeps the name, post and period that it had.
              onJoin={() => take({ ...mergeRecords(here, state.file), head: here.head })}
              onNo={close}
            />
          )}
          {!strange && (
            <div class="actions">
              {here ? (
                <>
                  <button
                    class="button is-main"
                    type="button"
                    onClick={() => take(mergeRecords(here, state.file))}
                  >
                    合并（每一项都留后改的）
                  </button>
                  <button class="button" type="button" onClick={() => take(state.file)}>
                    全部换成文件里的
                  </button>
                </>
              ) : (
                <button class="button is-main" type="button" onClick={() => take(state.file)}>
                  导入
                </button>
              )}
              <button class="button" type="button" onClick={close}>
                取消
              </button>
            </div>
          )}
        </Message>
      )}
    </div>
  );
}

function Preview({ here, file }: { here: AssessmentRecord; file: AssessmentRecord }) {
  const { added, newer, conflicting, sameCount, addedRows } = previewImport(here, file);
  return (
    <ul>
      <li>本机没有、文件里有的作答：{added.length} 个</li>
      <li>两边不同、文件里改得晚的：{newer.length} 个</li>
      <li>两边不同、本机改得晚的（有冲突）：{conflicting.length} 个</li>
      <li>两边一样的：{sameCount} 个</li>
      <li>文件里多出的自行补充：{addedRows} 个</li>
    </ul>
  );
}
