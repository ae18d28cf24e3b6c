import type { FormRow } from '../../model/assessment/formRows.ts';
import { citedId } from '../../model/wall/wall.ts';
import type { AssessmentRecord } from '../../model/assessment/record.ts';
import type { BureauWords } from '../../model/post/bureauWords.ts';
import { Sheet } from '../paper/Sheet.tsx';

export interface FormOptions {
  readonly edition: '个人版' | '单位版';
  /** With what was judged, with the risks alone, or with nothing but lines. */
  readonly filling: '填好的' | '判断空着' | '全空白';
  readonly controls: '不印' | '各印一条' | '全印';
}

/** The two forms have their direction by what agencies file. */
export const isLandscape = ({ edition }: Pick<FormOptions, 'edition'>): boolean =>
  edition === '单位版';

interface Column {
  readonly head: string;
  readonly widthMm: number;
  readonly cell: (row: FormRow) => preact.ComponentChildren;
}

const lines = (texts: readonly string[]) => texts.map((text, i) => <div key={i}>{text}</div>);
const nameCell = (row: FormRow) => (
  <>
    {row.title}
    {row.isAddition ? (
      <div>［自行补充］</div>
    ) : (
      row.title && <div class="form-id">{citedId(row.id)}</div>
    )}
  </>
);
const gradeCell = (row: FormRow) => (
  <>
    <div class="form-grade">{row.grade}</div>
    {row.gradeNote && <div>{row.gradeNote}</div>}
  </>
);
const controlsCell = (row: FormRow, { controls }: FormOptions) =>
  lines(controls === '全印' ? row.controls : row.controls.slice(0, 1));
const withPerson = (row: FormRow) =>
  lines(
    [
      row.state,
      ...row.remarks,
      row.responsible && `责任人：${row.responsible}`,
      row.dueDate && `时限：${row.dueDate}`,
    ].filter((text): text is string => Boolean(text)),
  );

/** 个人: what one person has looked at, with the grade that he proposes apart from the one that is set. */
function personColumns(options: FormOptions): Column[] {
  const hasControls = options.controls !== '不印';
  return [
    { head: '序号', widthMm: 9, cell: (row) => row.number },
    { head: '权力事项和环节', widthMm: hasControls ? 20 : 22, cell: (row) => row.place },
    {
      head: '风险点和类别',
      widthMm: 25,
      cell: (row) => (
        <>
          {nameCell(row)}
          {row.category && <div>{row.category}</div>}
        </>
      ),
    },
    { head: '表现形式', widthMm: hasControls ? 34 : 46, cell: (row) => row.manifestation },
    { head: '产生原因', widthMm: hasControls ? 26 : 36, cell: (row) => row.cause },
    { head: '自评等级', widthMm: 15, cell: gradeCell },
    { head: '核定等级', widthMm: 12, cell: () => '' },
    ...(hasControls
      ? [
          {
            head: '防控措施',
            widthMm: 27,
            cell: (row: FormRow) => controlsCell(row, options),
          },
        ]
      : []),
    { head: '落实情况和整改', widthMm: hasControls ? 20 : 23, cell: withPerson },
  ];
}

/** 单位: the columns of the published tables. */
function unitColumns(options: FormOptions): Column[] {
  const hasControls = options.controls !== '不印';
  return [
    { head: '序号', widthMm: 9, cell: (row) => row.number },
    { head: '权力事项', widthMm: 20, cell: (row) => row.wall },
    { head: '职权依据', widthMm: hasControls ? 26 : 34, cell: (row) => row.basis },
    { head: '工作环节', widthMm: 18, cell: (row) => row.step },
    { head: '风险类别', widthMm: 18, cell: (row) => row.category },
    { head: '风险点', widthMm: 23, cell: nameCell },
    { head: '表现形式', widthMm: hasControls ? 38 : 58, cell: (row) => row.manifestation },
    { head: '等级', widthMm: 15, cell: gradeCell },
    ...(hasControls
      ? [
          {
            head: '防控措施',
            widthMm: 42,
            cell: (row: FormRow) => controlsCell(row, options),
          },
        ]
      : []),
    { head: '责任岗位', widthMm: 18, cell: (row) => row.post },
    { head: '责任领导', widthMm: 18, cell: (row) => row.leader },
    {
      head: '落实和完成时限',
      widthMm: hasControls ? 18 : 32,
      cell: (row) => lines([row.state, row.dueDate].filter(Boolean)),
    },
  ];
}

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
  const columns = isLandscape(options) ? unitColumns(options) : personColumns(options);
  return (
    <Sheet
      direction={isLandscape(options) ? 'landscape' : 'portrait'}
      class={`assessment-sheet ${options.filling === '填好的' ? '' : 'is-blank'}`}
      label={`第 ${number} 页`}
      words={words}
      contentVersion={record.contentVersion}
      code={code && `校验码 ${code}`}
      number={number}
      count={count}
    >
      {isFirst && <FormHead record={record} options={options} />}
      {rows.length > 0 && (
        <table class="form-table">
          <colgroup>
            {columns.map(({ head, widthMm }) => (
              <col key={head} width={Math.round(widthMm * pxPerMm)} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ head }) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} data-row={row.id}>
                {columns.map(({ head, cell }) => (
                  <td key={head}>{cell(row)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hasEnd && <FormEnd record={record} options={options} words={words} />}
    </Sheet>
  );
}
