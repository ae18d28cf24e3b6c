import type { FormRow } from '../../model/assessment/formRows.ts';
import type { AssessmentRecord } from '../../model/assessment/record.ts';
import type { BureauWords } from '../../model/post/bureauWords.ts';
import { MergedTable } from '../paper/MergedTable.tsx';
import { Sheet } from '../paper/Sheet.tsx';
import { columnsOf, isLandscape, isOnA3, type FormOptions } from './formColumns.tsx';

const pxPerMm = 96 / 25.4;

interface Props {
  readonly record: AssessmentRecord;
  readonly words: BureauWords;
  readonly options: FormOptions;
  readonly code: string;
  readonly rows: readonly FormRow[];
  readonly isFirst: boolean;
  readonly hasEnd: boolean;
  readonly number: number;
  readonly count: number;
  /** Drawn unseen, to learn how high everything is. */
  readonly isMeasured?: boolean;
}

const dateBlank = '　　　年　　月　　日';

function FormHead({ record: { head }, options }: Pick<Props, 'record' | 'options'>) {
  const value = (text: string) => (options.filling === '填好的' ? text : '');
  const isUnit = isLandscape(options);
  const fields: readonly (readonly [string, string])[] = isUnit
    ? [
        ['单位（盖章）', value(head.department)],
        ['期间', value(head.period)],
        ['填表日期', dateBlank],
      ]
    : [
        ['单位（处室）', value(head.department)],
        ['姓名', value(head.name)],
        ['职务（岗位）', value(head.post)],
        [
          '岗位层级',
          value(head.scope.levels.length === 1 ? `${head.scope.levels[0] ?? ''}岗位` : ''),
        ],
        ['政治面貌', ''],
        ['任现职时间', ''],
        ['期间', value(head.period)],
        ['填表日期', dateBlank],
      ];
  return (
    <>
      <p class="form-title">廉政风险点排查表{isUnit ? '（单位）' : '（个人）'}</p>
      <dl class="form-head">
        {fields.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {!isUnit && (
        <dl class="form-duties">
          {[
            ['岗位职责', value(head.duties)],
            ['行使的职权', ''],
            ['职权依据', ''],
          ].map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function FormEnd({ record, options, words }: Pick<Props, 'record' | 'options' | 'words'>) {
  const { personForm, unitForm } = words.signatures;
  const { noAdditionReason } = record.head;
  const hasAdditions = record.additions.some(({ isRemoved }) => !isRemoved);
  const isUnit = isLandscape(options);
  return (
    <div class="form-end">
      {options.filling === '填好的' && !hasAdditions && noAdditionReason && (
        <p class="form-note">无新增风险点。理由：{noAdditionReason}</p>
      )}
      <div class="form-opinions">
        {(isUnit ? unitForm : personForm).map((name) => (
          <div key={name}>
            <p>{name}</p>
            <p class="form-sign">
              {name.includes('签名') ? '' : '签名：'}
              <span>年　月　日</span>
            </p>
          </div>
        ))}
      </div>
      {isUnit && (
        <p class="form-fillers">
          <span>填表人：</span>
          <span>联系电话：</span>
          <span>主要负责人（签字）：</span>
        </p>
      )}
      <p class="form-note">
        一式两份：本人（处室）留存一份，{words.disciplineOffice}
        备案一份。等级：▲一类可能构成犯罪，■二类可能违反党纪政纪，●三类违反职业道德和作风规定。
      </p>
    </div>
  );
}

/** One sheet of paper. */
export function FormSheet(props: Props) {
  const { record, words, options, code, rows, isFirst, hasEnd, number, count } = props;
  const { isMeasured = false } = props;
  const classes = [
    'assessment-sheet',
    options.filling !== '填好的' && 'is-blank',
    isOnA3(options) && 'is-a3',
  ];
  return (
    <Sheet
      direction={isLandscape(options) ? 'landscape' : 'portrait'}
      class={classes.filter(Boolean).join(' ')}
      label={`第 ${number} 页`}
      words={words}
      contentVersion={record.contentVersion}
      code={code && `校验码 ${code}`}
      number={number}
      count={count}
    >
      {isFirst && <FormHead record={record} options={options} />}
      {rows.length > 0 && (
        <MergedTable
          columns={columnsOf(options).map((column) => ({
            ...column,
            widthPx: column.widthMm * pxPerMm,
          }))}
          rows={rows}
          idOf={({ id }) => id}
          measured={isMeasured ? 'hanging' : undefined}
        />
      )}
      {hasEnd && <FormEnd record={record} options={options} words={words} />}
    </Sheet>
  );
}
