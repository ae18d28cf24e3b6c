import { useMemo, useState } from 'preact/hooks';
import { notePrinted } from '../../browser/letterStore.ts';
import type { SaveOutcome } from '../../browser/storage.ts';
import { saveWord } from '../../browser/wordFile.ts';
import type { ChecklistIndex, ChecklistRisk } from '../../model/assessment/checklist.ts';
import type { LetterDraft } from '../../model/letter/draft.ts';
import {
  composeLetter,
  generalPromises,
  type LetterPromise,
  type NamedTemplate,
} from '../../model/letter/letter.ts';
import { letterCode } from '../../model/letter/letterCode.ts';
import type { LetterData } from '../../model/letter/letterData.ts';
import { layOutLetter } from '../../model/letter/layoutLetter.ts';
import { promisesThatFit } from '../../model/letter/fitPromises.ts';
import { riskPromise } from '../../model/letter/riskPromises.ts';
import type { MyPost } from '../../model/post/myPost.ts';
import { faultText } from '../../model/published/fetched.ts';
import { Check } from '../controls/Check.tsx';
import { Message } from '../controls/Message.tsx';
import { SaveButton } from '../controls/SaveButton.tsx';
import { usePrinting } from '../paper/usePrinting.ts';
import { FieldsForm } from './FieldsForm.tsx';
import { LetterSheets } from './LetterSheets.tsx';
import { PromiseEditor } from './PromiseEditor.tsx';
import { useDraft } from './useDraft.ts';
import { useLetterRisks } from './useLetterRisks.ts';

interface Props {
  readonly letters: LetterData;
  readonly index: ChecklistIndex;
}

/** The post whose risks are answered; none while neither department nor wall is chosen. */
function postOf({ fields, walls, postLevel }: LetterDraft): MyPost | undefined {
  if (!fields.department && walls.length === 0) return undefined;
  return {
    levels: postLevel ? [postLevel] : [],
    departments: fields.department ? [fields.department] : [],
    walls,
  };
}

function originalsOf(template: NamedTemplate, risks: readonly ChecklistRisk[]) {
  const all = [...generalPromises(template), ...risks.map(riskPromise)];
  return new Map(all.map((promise) => [promise.id, promise]));
}

const outcomes: Readonly<Record<SaveOutcome, string>> = {
  saved: '已存在本机，没有上传。',
  full: '本机的存储满了，这一份没有存住：请先打印或者下载 Word。',
  blocked: '浏览器不让存，关掉页面就没有了：请先打印或者下载 Word。',
};

/** One letter: fill in, look through, print. */
export function OneView({ letters, index }: Props) {
  const { draft, outcome, change, clear, restore } = useDraft(letters);
  const [isBlank, setIsBlank] = useState(false);
  const openPrinting = usePrinting('A4 portrait', 'letters');
  const template =
    letters.templates.find(({ id }) => id === draft.templateId) ?? letters.templates[0];
  const post = template?.kind === '家属' ? undefined : postOf(draft);
  const fetched = useLetterRisks(index, post);
  const risks = fetched?.status === 'present' ? fetched.data : undefined;
  const { contentVersion } = letters;
  const fields = useMemo(
    () =>
      isBlank ? { ...draft.fields, name: '', post: '', department: '', period: '' } : draft.fields,
    [draft.fields, isBlank],
  );
  const promises = useMemo((): readonly LetterPromise[] => {
    if (!template) return [];
    return draft.promises ?? promisesThatFit(template, draft.fields, risks ?? [], contentVersion);
  }, [template, draft.promises, draft.fields, risks, contentVersion]);
  const letter = useMemo(
    () => template && composeLetter(template, fields, promises, contentVersion),
    [template, fields, promises, contentVersion],
  );
  if (!template || !letter) {
    return <Message isFault>还没有承诺书的文字，请在 content/letters 里写一份。</Message>;
  }
  const laid = layOutLetter(letter);
  const code = letterCode(letter);
  const print = () => {
    if (!isBlank) {
      const { name, department } = draft.fields;
      notePrinted({
        at: Date.now(),
        templateName: template.name,
        version: template.version,
        contentVersion,
        letters: [{ name: name || '（未填姓名）', department, code }],
      });
    }
    openPrinting();
  };
  const isOver = laid.usedLines > laid.availableLines;
  return (
    <>
      <div class="no-print">
        <FieldsForm
          index={index}
          templates={letters.templates}
          template={template}
          draft={draft}
          onTemplate={(one) =>
            change({
              templateId: one.id,
              ...(one.postLevel && { postLevel: one.postLevel }),
              walls: draft.walls,
              fields: { ...draft.fields, copies: one.copies, supervisor: '', salutation: '' },
            })
          }
          onFields={(values) => change({ ...draft, fields: { ...draft.fields, ...values } })}
          onWalls={(walls) => change({ ...draft, walls: [...walls] })}
        />
        <PromiseEditor
          promises={promises}
          originals={originalsOf(template, risks ?? [])}
          risks={risks ?? []}
          isChosenBySite={draft.promises === undefined}
          onChange={(next) => change({ ...draft, promises: [...next] })}
          onReset={() => {
            const { templateId, postLevel, walls, fields } = draft;
            change({ templateId, ...(postLevel && { postLevel }), walls, fields });
          }}
        />
        {fetched?.status === 'absent' && (
          <Message isFault role="alert">
            这个岗位的风险点没有取到，下面只有人人都有的几条。{faultText(fetched.fault)}
          </Message>
        )}
        {template.kind !== '家属' && !post && (
          <Message>
            还没有选处室或者防控墙，所以只有人人都有的几条。选了就会加上这个岗位的风险。
          </Message>
        )}
        {draft.promises && (
          <Message>
            内容改过了，换处室时不会自动重选；要按新处室重选，点“全部恢复成站上选的”。
          </Message>
        )}
        <section aria-labelledby="print">
          <h2 id="print">看一遍，打印</h2>
          <p role="status">
            正文 {laid.usedLines} 行，三号字一页放得下 {laid.availableLines} 行
            {isOver
              ? laid.sheets.length > 1
                ? `，所以改用四号字，印 ${laid.sheets.length} 页。`
                : '，所以改用四号字，仍是一页。'
              : '，一页。'}
          </p>
          <Check
            label="空白版：处室、岗位、姓名、期限留空，用笔填"
            isOn={isBlank}
            onChange={setIsBlank}
          />
          <div class="actions">
            <button class="button is-main" type="button" onClick={print}>
              打印（{laid.sheets.length} 页）
            </button>
            <SaveButton
              otherwise="也可以直接打印"
              save={() => {
                const foot = isBlank
                  ? ''
                  : `校验码 ${code}　${template.name}承诺书 ${template.version} 版`;
                const name = `${template.title}${draft.fields.name && `-${draft.fields.name}`}.docx`;
                return saveWord(name, letter, foot);
              }}
            >
              下载 Word 文档（.docx）
            </SaveButton>
            <button class="button" type="button" onClick={clear}>
              清空重填
            </button>
            {restore && (
              <button class="button" type="button" onClick={restore}>
                找回清空前的
              </button>
            )}
          </div>
          {outcome && (
            <p class="muted" role="status">
              {outcomes[outcome]}
            </p>
          )}
          <p class="muted">
            打印时选 A4、缩放
            100%、边距“默认”，去掉“页眉和页脚”的勾。打印不等于签署：签名、日期都要手写。
          </p>
        </section>
      </div>
      <div class="letter-sheets">
        <LetterSheets letter={letter} isBlank={isBlank} />
      </div>
    </>
  );
}
