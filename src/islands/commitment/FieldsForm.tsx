import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
import type { LetterDraft } from '../../model/letter/draft.ts';
import type { NamedTemplate } from '../../model/letter/letter.ts';
import { copyCounts, usualPeriod } from '../../model/letter/letterWords.ts';
import { everyPost, type MyPost } from '../../model/post/myPost.ts';
import { Choice } from '../controls/Choice.tsx';
import { OneOf } from '../controls/Choices.tsx';
import { DepartmentSelect, PostChoice } from '../controls/PostChoice.tsx';
import { TextField } from '../controls/TextField.tsx';

interface Props {
  readonly index: ChecklistIndex;
  readonly templates: readonly NamedTemplate[];
  readonly template: NamedTemplate;
  readonly draft: LetterDraft;
  readonly onTemplate: (template: NamedTemplate) => void;
  readonly onFields: (fields: Partial<LetterDraft['fields']>) => void;
  readonly onPost: (post: MyPost) => void;
  /** Who signs against the letter when nobody else is named. */
  readonly countersigner: string;
}

const shortLimit = 40;

/** Who promises, at which post, for how long. What stays empty is left open for the pen. */
export function FieldsForm(props: Props) {
  const { index, templates, template, draft, onTemplate, onFields, onPost, countersigner } = props;
  const { fields, posts = [], walls } = draft;
  const periods = [usualPeriod(new Date()), '在岗期间'];
  return (
    <section aria-labelledby="who">
      <h2 id="who">谁的承诺书</h2>
      <OneOf
        legend="用哪一份"
        name="template"
        values={templates.map(({ id }) => id)}
        nameOf={(id) => templates.find((one) => one.id === id)?.name}
        chosen={template.id}
        onChoose={(id) => {
          const chosen = templates.find((one) => one.id === id);
          if (chosen) onTemplate(chosen);
        }}
      />
      {template.kind === '个人' && (
        <PostChoice
          posts={index.posts}
          walls={index.walls}
          post={{ ...everyPost, posts, walls }}
          department={fields.department}
          isByPostOnly
          onDepartment={(department) => onFields({ department })}
          onChange={onPost}
        />
      )}
      <div class="field-row">
        {template.kind !== '个人' && (
          <DepartmentSelect
            posts={index.posts}
            none="没有选"
            value={fields.department}
            onChange={(department) => onFields({ department })}
          />
        )}
        {template.kind !== '集体' && (
          <>
            <TextField
              id="letter-post"
              label={template.kind === '个人' ? '岗位（信上怎么写）' : '岗位'}
              value={fields.post}
              maxLength={shortLimit}
              hint="选了岗位就照目录写，可以改成本人的职务，例如：副局长"
              onChange={(post) => onFields({ post })}
            />
            <TextField
              id="letter-name"
              label={template.kind === '家属' ? '干部姓名' : '姓名（印在签名栏前，仍由本人手签）'}
              value={fields.name}
              maxLength={shortLimit}
              onChange={(name) => onFields({ name })}
            />
          </>
        )}
        <div>
          <TextField
            id="letter-period"
            label="承诺期限"
            value={fields.period}
            maxLength={shortLimit}
            hint="不填就留出空白，手写"
            onChange={(period) => onFields({ period })}
          />
          <p class="actions quick-fill">
            {periods.map((period) => (
              <button
                key={period}
                class="button is-small"
                type="button"
                onClick={() => onFields({ period })}
              >
                填“{period}”
              </button>
            ))}
          </p>
        </div>
        <Choice
          label="份数"
          value={fields.copies}
          values={copyCounts}
          nameOf={(count) => `${count} 份：${template.keepers.slice(0, count).join('、')}`}
          onChange={(copies) => onFields({ copies })}
        />
      </div>
      <details class="more-choices">
        <summary>改称谓、改监督人的称呼</summary>
        <div class="field-row">
          <TextField
            id="letter-salutation"
            label="致（称谓）"
            value={fields.salutation}
            maxLength={shortLimit}
            hint={`不填就是“${template.salutation}”`}
            onChange={(salutation) => onFields({ salutation })}
          />
          <TextField
            id="letter-supervisor"
            label="监督人的称呼"
            value={fields.supervisor}
            maxLength={12}
            hint={
              countersigner
                ? `不填就是“${countersigner}”，名字由他手签`
                : '不填就印成横线，由上级机关的人签'
            }
            onChange={(supervisor) => onFields({ supervisor })}
          />
        </div>
      </details>
    </section>
  );
}
