import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
import type { LetterDraft } from '../../model/letter/draft.ts';
import type { NamedTemplate } from '../../model/letter/letter.ts';
import { copyCounts } from '../../model/letter/letterWords.ts';
import { Choice, OptionalChoice } from '../controls/Choice.tsx';
import { OneOf, SomeOf } from '../controls/Choices.tsx';
import { TextField } from '../controls/TextField.tsx';

interface Props {
  readonly index: ChecklistIndex;
  readonly templates: readonly NamedTemplate[];
  readonly template: NamedTemplate;
  readonly draft: LetterDraft;
  readonly onTemplate: (template: NamedTemplate) => void;
  readonly onFields: (fields: Partial<LetterDraft['fields']>) => void;
  readonly onWalls: (walls: readonly string[]) => void;
}

const shortLimit = 40;

/** Who promises, at which post, for how long. What stays empty is left open for the pen. */
export function FieldsForm(props: Props) {
  const { index, templates, template, draft, onTemplate, onFields, onWalls } = props;
  const { fields, walls } = draft;
  const year = new Date().getFullYear() + (new Date().getMonth() >= 10 ? 1 : 0);
  const periods = [`${year}年1月1日至${year}年12月31日`, '在岗期间'];
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
      <div class="field-row">
        <OptionalChoice
          label="处室"
          none="没有选"
          value={fields.department}
          values={index.departments}
          onChange={(department = '') => onFields({ department })}
        />
        {template.kind !== '集体' && (
          <>
            <TextField
              id="letter-post"
              label="岗位"
              value={fields.post}
              maxLength={shortLimit}
              hint="例如：出纳、处室负责人"
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
      <details class="more-choices" open={walls.length > 0}>
        <summary>再加上几面墙、改称谓、改监督人的称呼</summary>
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
            hint={`不填就是“${template.signers[1] ?? '监督人'}”，名字由他手签`}
            onChange={(supervisor) => onFields({ supervisor })}
          />
        </div>
        <SomeOf
          legend="防控墙（处室之外还承办的事项）"
          values={index.walls.map(({ id }) => id)}
          nameOf={(id) => index.walls.find((wall) => wall.id === id)?.name}
          chosen={walls}
          onChoose={onWalls}
        />
      </details>
    </section>
  );
}
