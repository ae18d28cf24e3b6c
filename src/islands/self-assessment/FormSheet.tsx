import type { FormRow } from '../../model/assessment/formRows.ts';
import { citedId } from '../../model/wall/wall.ts';
import type { AssessmentRecord } from '../../model/assessment/record.ts';
import type { BureauWords } from '../../model/post/bureauWords.ts';
import { Sheet } from '../paper/Sheet.tsx';

export interface FormOptions {
  readonly edition: '个人版' | '单位版';
  readonly direction: '横向' | '纵向';
  readonly filling: '填好的' | '空白手填';
  readonly controls: '印全文' | '不印';
}

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
const gradeCell = (row: FormRow) => lines([row.grade, row.gradeNote].filter(Boolean));
const duty = (row: FormRow) =>
  lines(
    [
      row.post,
      row.responsible && `责任人：${row.responsible}`,
      row.dueDate && `时限：${row.dueDate}`,
    ].filter((text): text is string => Boolean(text)),
  );

/** Landscape: the columns of the published unit tables. */
function landscapeColumns(hasControls: boolean): Column[] {
  return [
    { head: '序号', widthMm: 9, cell: (row) => row.number },
    { head: '权力事项和环节', widthMm: 28, cell: (row) => row.place },
    { head: '风险类别', widthMm: 14, cell: (row) => row.category },
    { head: '风险点', widthMm: 23, cell: nameCell },
    { head: '表现形式', widthMm: hasControls ? 46 : 72, cell: (row) => row.manifestation },
    { head: '等级', widthMm: 15, cell: gradeCell },
    ...(hasControls
      ? [{ head: '防控措施', widthMm: 56, cell: (row: FormRow) => lines(row.controls) }]
      : []),
    { head: '落实情况', widthMm: 13, cell: (row) => row.state },
    { head: '整改措施和说明', widthMm: hasControls ? 29 : 55, cell: (row) => lines(row.remarks) },
    { head: '责任岗位、责任人和时限', widthMm: hasControls ? 30 : 34, cell: duty },
  ];
}

/** Portrait: the same with fewer, wider cells. */
function portraitColumns(hasControls: boolean): Column[] {
  return [
    { head: '序号', widthMm: 9, cell: (row) => row.number },
    { head: '权力事项和环节', widthMm: 23, cell: (row) => row.place },
    {
      head: '风险点和类别',
      widthMm: 22,
      cell: (row) => (
        <>
          {nameCell(row)}
          {row.category && <div>（{row.category}）</div>}
        </>
      ),
    },
    { head: '表现形式', widthMm: hasControls ? 38 : 56, cell: (row) => row.manifestation },
    { head: '等级', widthMm: 14, cell: gradeCell },
    ...(hasControls
      ? [{ head: '防控措施', widthMm: 40, cell: (row: FormRow) => lines(row.controls) }]
      : []),
    { head: '落实情况', widthMm: 12, cell: (row) => row.state },
    {
      head: '整改、责任人和时限',
      widthMm: hasControls ? 28 : 50,
      cell: (row) => (
        <>
          {lines(row.remarks)}
          {duty(row)}
        </>
      ),
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

function FormHead({ record: { head }, options }: Pick<Props, 'record' | 'options'>) {
  const isBlank = options.filling === '空白手填';
  const value = (text: string) => (isBlank ? '' : text);
  const isUnit = options.edition === '单位版';
  return (
    <>
      <p class="form-title">廉政风险点排查表{isUnit ? '（单位）' : '（个人）'}</p>
      <dl class="form-head">
        <div>
          <dt>{isUnit ? '处室（盖章）' : '处室'}</dt>
          <dd>{value(head.department)}</dd>
        </div>
        {!isUnit && (
          <div>
            <dt>姓名</dt>
            <dd>{value(head.name)}</dd>
          </div>
        )}
        {!isUnit && (
          <div>
            <dt>岗位</dt>
            <dd>{value(head.post)}</dd>
          </div>
        )}
        <div>
          <dt>期间</dt>
          <dd>{value(head.period)}</dd>
        </div>
        <div>
          <dt>填表日期</dt>
          <dd>　　　年　　月　　日</dd>
        </div>
      </dl>
      {value(head.duties) && <p class="form-duties">岗位职责：{head.duties}</p>}
    </>
  );
}

function FormEnd({ record, options, words }: Pick<Props, 'record' | 'options' | 'words'>) {
  const { personForm, unitForm } = words.signatures;
  const { noAdditionReason } = record.head;
  const hasAdditions = record.additions.some(({ isRemoved }) => !isRemoved);
  return (
    <div class="form-end">
      {options.filling === '填好的' && !hasAdditions && noAdditionReason && (
        <p class="form-note">无新增风险点。理由：{noAdditionReason}</p>
      )}
      <div class="form-opinions">
        {(options.edition === '单位版' ? unitForm : personForm).map((name) => (
          <div key={name}>
            <p>{name}</p>
            <p class="form-sign">
              {name.includes('签名') ? '' : '签名：'}
              <span>年　月　日</span>
            </p>
          </div>
        ))}
      </div>
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
  const hasControls = options.controls === '印全文';
  const isLandscape = options.direction === '横向';
  const columns = isLandscape ? landscapeColumns(hasControls) : portraitColumns(hasControls);
  return (
    <Sheet
      direction={isLandscape ? 'landscape' : 'portrait'}
      class={options.filling === '空白手填' ? 'is-blank' : ''}
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
