import type { ComponentChildren } from 'preact';
import type { FormRow } from '../../model/assessment/formRows.ts';
import { citedId } from '../../model/wall/wall.ts';

export interface FormOptions {
  readonly edition: '个人版' | '单位版';
  /** With what was judged, with the risks alone, or with nothing but lines. */
  readonly filling: '填好的' | '判断空着' | '全空白';
  readonly controls: '不印' | '各印一条' | '全印';
  /** Of the form of a unit; that of a person is A4. */
  readonly paper: 'A4' | 'A3';
}

/** The two forms have their direction by what agencies file. */
export const isLandscape = ({ edition }: Pick<FormOptions, 'edition'>): boolean =>
  edition === '单位版';

/** A unit's form may be filed on A3, which holds twice as many risks a sheet. */
export const isOnA3 = (options: Pick<FormOptions, 'edition' | 'paper'>): boolean =>
  isLandscape(options) && options.paper === 'A3';

export interface Column {
  readonly head: string;
  readonly widthMm: number;
  readonly cell: (row: FormRow) => ComponentChildren;
  /** Cells are merged downwards while this stays the same; undefined where none are. */
  readonly same?: (row: FormRow) => string;
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

/** A row for the pen is merged with nothing. */
const sameWhile =
  (...parts: readonly (keyof FormRow)[]) =>
  (row: FormRow): string =>
    row.title === '' ? row.id : parts.map((part) => String(row[part])).join('\n');

/** What A3 has more than A4, lying. */
const furtherMm = 123;

/** What is read in lines takes what a larger sheet has more; numbers, grades and names stay as they are. */
function onLargerSheet(columns: readonly Column[]): Column[] {
  const shareOf = ({ widthMm }: Column) => (widthMm > 20 ? widthMm : 0);
  const all = columns.reduce((sum, column) => sum + shareOf(column), 0);
  return columns.map((column) => ({
    ...column,
    widthMm: column.widthMm + (furtherMm * shareOf(column)) / all,
  }));
}

/** The columns of the form that is chosen, as wide as its sheet. */
export function columnsOf(options: FormOptions): Column[] {
  if (!isLandscape(options)) return personColumns(options);
  const columns = unitColumns(options);
  return isOnA3(options) ? onLargerSheet(columns) : columns;
}

/** 单位: the columns of the published tables, in which item, basis, step and post are merged. */
function unitColumns(options: FormOptions): Column[] {
  const hasControls = options.controls !== '不印';
  return [
    { head: '序号', widthMm: 9, cell: (row) => row.number },
    {
      head: '权力事项',
      widthMm: 18,
      cell: (row) => row.wall,
      same: sameWhile('wall'),
    },
    {
      head: '职权依据',
      widthMm: hasControls ? 28 : 34,
      cell: (row) => row.basis,
      same: sameWhile('wall', 'step', 'basis'),
    },
    {
      head: '工作环节',
      widthMm: hasControls ? 16 : 18,
      cell: (row) => row.step,
      same: sameWhile('wall', 'step'),
    },
    { head: '风险类别', widthMm: 17, cell: (row) => row.category },
    { head: '风险点', widthMm: hasControls ? 21 : 24, cell: nameCell },
    { head: '表现形式', widthMm: hasControls ? 46 : 64, cell: (row) => row.manifestation },
    { head: '等级', widthMm: 14, cell: gradeCell },
    ...(hasControls
      ? [
          {
            head: '防控措施',
            widthMm: 46,
            cell: (row: FormRow) => controlsCell(row, options),
          },
        ]
      : []),
    {
      head: '责任岗位',
      widthMm: hasControls ? 17 : 18,
      cell: (row) => row.post,
      same: sameWhile('wall', 'post'),
    },
    { head: '责任领导', widthMm: hasControls ? 16 : 18, cell: (row) => row.leader },
    {
      head: '落实和完成时限',
      widthMm: hasControls ? 15 : 29,
      cell: (row) => lines([row.state, row.dueDate].filter(Boolean)),
    },
  ];
}
