import { useMemo, useState } from 'preact/hooks';
import { notePrinted } from '../../browser/letterStore.ts';
import { saveWord } from '../../browser/wordFile.ts';
import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
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
import { pledgesFor, promiseOf, type Pledge } from '../../model/letter/pledges.ts';
import { countersignerOf } from '../../model/letter/countersigner.ts';
import { reportLine } from '../../model/post/bureauWords.ts';
import { findListed } from '../../model/post/postList.ts';
import type { MyPost } from '../../model/post/myPost.ts';
import { Check } from '../controls/Check.tsx';
import { Message } from '../controls/Message.tsx';
import { SaveButton } from '../controls/SaveButton.tsx';
import { usePrinting } from '../paper/usePrinting.ts';
import { isAtRisk, saveWords } from '../kept/saveWords.ts';
import { FieldsForm } from './FieldsForm.tsx';
import { LetterSheets } from './LetterSheets.tsx';
import { PromiseEditor } from './PromiseEditor.tsx';
import { useDraft } from './useDraft.ts';

interface Props {
  readonly letters: LetterData;
  readonly index: ChecklistIndex;
}

const none: readonly string[] = [];

function originalsOf(template: NamedTemplate, pledges: readonly Pledge[]) {
  const all = [...generalPromises(template), ...pledges.map(promiseOf)];
  return new Map(all.map((promise) => [promise.id, promise]));
}

/**
 * The draft for another choice of posts: the letter of their level, their department, and their names
 * unless something else was typed.
 */
function withPost(
  draft: LetterDraft,
  { posts, walls }: MyPost,
  { templates }: LetterData,
  index: ChecklistIndex,
): LetterDraft {
  const find = (refs: readonly string[]) =>
    refs.flatMap((ref) => findListed(index.posts, ref) ?? []);
  const namesOf = (refs: readonly string[]) =>
    find(refs)
      .map(({ post }) => post.name)
      .join('、');
  const [first] = find(posts);
  const template = templates.find(({ postLevel }) => postLevel === first?.post.level);
  const isTyped = draft.fields.post !== '' && draft.fields.post !== namesOf(draft.posts ?? []);
  return {
    ...draft,
    ...(template?.postLevel && { templateId: template.id, postLevel: template.postLevel }),
    posts,
    walls,
    fields: {
      ...draft.fields,
      ...(first && { department: first.department }),
      ...(!isTyped && { post: namesOf(posts) }),
      ...(template && template.id !== draft.templateId && { copies: template.copies }),
    },
  };
}

/** What the letter is made of besides what was typed: it follows from the posts that were chosen. */
function useStanding(letters: LetterData, index: ChecklistIndex, draft: LetterDraft) {
  const found = (draft.posts ?? []).flatMap((ref) => findListed(index.posts, ref)?.post ?? []);
  const template =
    letters.templates.find(({ id }) => id === draft.templateId) ?? letters.templates[0];
  const countersigner = template?.postLevel
    ? countersignerOf(letters.words.countersigners, {
        level: template.postLevel,
        isPrincipal: found.some(({ isPrincipal }) => isPrincipal),
      })
    : (template?.signers[1] ?? '');
  const isOutside = found.length > 0 && found.every(({ isExternal }) => isExternal);
  return { template, countersigner, isOutside };
}

/** One letter: fill in, look through, print. */
export function OneView({ letters, index }: Props) {
  const { draft, save, change, clear, restore } = useDraft(letters, index.posts);
  const [isBlank, setIsBlank] = useState(false);
  const openPrinting = usePrinting('A4 portrait', 'letters');
  const { template, countersigner, isOutside } = useStanding(letters, index, draft);
  const { contentVersion } = letters;
  const report = reportLine(letters.words);
  const risks = useMemo(() => new Map(index.risks.map((risk) => [risk.id, risk])), [index]);
  const { posts = none, walls } = draft;
  const isPersonal = template?.kind === '个人';
  const own = useMemo(
    () => (isPersonal ? pledgesFor(letters.pledges, posts, walls) : []),
    [letters, isPersonal, posts.join(' '), walls.join(' ')],
  );
  const filled = useMemo(
    () => ({
      ...draft.fields,
      ...(isPersonal && { supervisor: draft.fields.supervisor.trim() || countersigner }),
      ...(isOutside && { isOutside }),
    }),
    [draft.fields, isPersonal, countersigner, isOutside],
  );
  const fields = useMemo(
    () => (isBlank ? { ...filled, name: '', post: '', department: '', period: '' } : filled),
    [filled, isBlank],
  );
  const promises = useMemo((): readonly LetterPromise[] => {
    if (!template) return [];
    const choice = { pledges: own, risks, walls };
    return draft.promises ?? promisesThatFit(template, filled, choice, contentVersion);
  }, [template, draft.promises, filled, own, risks, contentVersion]);
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
          countersigner={countersigner}
          onTemplate={(one) =>
            change(({ fields: now }) => ({
              templateId: one.id,
              ...(one.postLevel && { postLevel: one.postLevel }),
              posts,
              walls,
              fields: { ...now, copies: one.copies, supervisor: '', salutation: '' },
            }))
          }
          onFields={(values) => change((now) => ({ ...now, fields: { ...now.fields, ...values } }))}
          onPost={(next) => change((now) => withPost(now, next, letters, index))}
        />
        <PromiseEditor
          promises={promises}
          originals={originalsOf(template, letters.pledges)}
          pledges={own}
          risks={risks}
          isChosenBySite={draft.promises === undefined}
          onChange={(next) => change((now) => ({ ...now, promises: [...next] }))}
          onReset={() =>
            change(({ templateId, postLevel, fields: now }) => ({
              templateId,
              ...(postLevel && { postLevel }),
              posts,
              walls,
              fields: now,
            }))
          }
        />
        {isPersonal && own.length === 0 && (
          <Message>
            {posts.length === 0
              ? '还没有选岗位，所以只有人人都有的几条。选了就会加上本岗位自己的承诺。'
              : '这个岗位没有自己的承诺，只有人人都有的几条；可以自己加。'}
          </Message>
        )}
        {draft.promises && (
          <Message>
            内容改过了，换岗位时不会自动重选；要按新岗位重选，点“全部恢复成站上选的”。
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
                return saveWord(name, letter, { foot, reportLine: report });
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
          {save.outcome && (
            <p class={isAtRisk(save) ? 'fault-text' : 'muted'} role="status">
              {saveWords(save, '请先打印或者下载 Word')}
            </p>
          )}
          <p class="muted">
            打印时选 A4、缩放
            100%、边距“默认”，去掉“页眉和页脚”的勾。打印不等于签署：签名、日期都要手写。
          </p>
        </section>
      </div>
      <div class="letter-sheets">
        <LetterSheets letter={letter} reportLine={report} isBlank={isBlank} />
      </div>
    </>
  );
}
