import { newId } from '../../browser/keeper.ts';
import type { AdditionValues, Change } from '../../model/assessment/changes.ts';
import { textLimits, type Addition, type AssessmentRecord } from '../../model/assessment/record.ts';
import { categories, gradeEntries, grades } from '../../model/vocabulary.ts';
import { Choice } from '../controls/Choice.tsx';
import { TextField } from '../controls/TextField.tsx';

interface Props {
  readonly record: AssessmentRecord;
  readonly change: (change: Change) => void;
}

interface RowProps {
  readonly addition: Addition;
  readonly edit: (values: AdditionValues) => void;
  readonly remove: () => void;
}

function AdditionRow({ addition, edit, remove }: RowProps) {
  const { id, title, manifestation, place, measure, responsible, dueDate } = addition;
  return (
    <li class="risk-item" aria-label={`自行补充：${title || '未写名称'}`}>
      <div class="field-row">
        <TextField
          id={`${id}-title`}
          label="风险点"
          value={title}
          maxLength={textLimits.short}
          fault={title.trim() ? undefined : '写一个短名称，例如“代签补偿协议”。'}
          onChange={(value) => edit({ title: value })}
        />
        <TextField
          id={`${id}-place`}
          label="权力事项和环节"
          value={place}
          maxLength={textLimits.short}
          onChange={(value) => edit({ place: value })}
        />
        <Choice
          label="风险类别"
          value={addition.category}
          values={categories}
          onChange={(category) => edit({ category })}
        />
        <Choice
          label="自评等级"
          value={addition.grade}
          values={grades}
          nameOf={(one) => `${gradeEntries[one].mark} ${one}（${gradeEntries[one].meaning}）`}
          onChange={(grade) => edit({ grade })}
        />
      </div>
      <TextField
        id={`${id}-manifestation`}
        label="表现形式（谁、在哪个动作上、做什么、谁得利）"
        value={manifestation}
        maxLength={textLimits.text}
        isLong
        onChange={(value) => edit({ manifestation: value })}
      />
      <TextField
        id={`${id}-measure`}
        label="打算怎么防"
        value={measure}
        maxLength={textLimits.text}
        isLong
        onChange={(value) => edit({ measure: value })}
      />
      <div class="field-row">
        <TextField
          id={`${id}-responsible`}
          label="责任人"
          value={responsible}
          maxLength={textLimits.short}
          onChange={(value) => edit({ responsible: value })}
        />
        <TextField
          id={`${id}-dueDate`}
          label="完成时限"
          value={dueDate}
          maxLength={10}
          type="date"
          onChange={(value) => edit({ dueDate: value })}
        />
      </div>
      <button class="button is-small" type="button" onClick={remove}>
        删去这一条
      </button>
    </li>
  );
}

/** Risks that the person found: they stand first on the form. None is an answer too. */
export function Additions({ record, change }: Props) {
  const shown = record.additions.filter(({ isRemoved }) => !isRemoved);
  return (
    <section class="risk-group" aria-labelledby="additions">
      <h2 id="additions">自行补充的风险点</h2>
      <p>
        墙上没有写到、你自己岗位上有的，写在这里，印在表的最前面。没有最少几条的要求，没有就说明理由。
      </p>
      <ul class="risk-items">
        {shown.map((addition) => (
          <AdditionRow
            key={addition.id}
            addition={addition}
            edit={(values) => change({ type: 'editAddition', id: addition.id, values })}
            remove={() => change({ type: 'removeAddition', id: addition.id })}
          />
        ))}
      </ul>
      <button
        class="button"
        type="button"
        onClick={() =>
          change({
            type: 'add',
            addition: {
              id: `a-${newId()}`,
              place: '',
              title: '',
              manifestation: '',
              category: '权力风险',
              grade: '二类',
              measure: '',
              responsible: '',
              dueDate: '',
            },
          })
        }
      >
        补充一个风险点
      </button>
      {shown.length === 0 && (
        <TextField
          id="no-addition-reason"
          label="无新增的理由"
          value={record.head.noAdditionReason}
          maxLength={textLimits.text}
          isLong
          onChange={(noAdditionReason) => change({ type: 'head', values: { noAdditionReason } })}
        />
      )}
    </section>
  );
}
