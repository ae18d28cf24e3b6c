import { useMemo, useState } from 'preact/hooks';
import { saveText } from '../../browser/files.ts';
import { saveWorkbook } from '../../browser/spreadsheet.ts';
import type { ChecklistRisk } from '../../model/assessment/checklist.ts';
import { findGaps } from '../../model/assessment/gaps.ts';
import { formCells, formColumns, formRows, type FormRow } from '../../model/assessment/formRows.ts';
import { csvText } from '../../model/text/csv.ts';
import type { AssessmentRecord } from '../../model/assessment/record.ts';
import { recordCode, recordFileName } from '../../model/assessment/recordFile.ts';
import type { BureauWords } from '../../model/post/bureauWords.ts';
import { Choice } from '../controls/Choice.tsx';
import { Message } from '../controls/Message.tsx';
import { SaveButton } from '../controls/SaveButton.tsx';
import { Sheets } from '../paper/Sheets.tsx';
import { usePages } from '../paper/usePages.ts';
import { usePrinting } from '../paper/usePrinting.ts';
import { FormSheet } from './FormSheet.tsx';
import { isLandscape, isOnA3, type FormOptions } from './formColumns.tsx';
import { routeHash } from './route.ts';

interface Props {
  readonly record: AssessmentRecord;
  readonly risks: readonly ChecklistRisk[];
  readonly words: BureauWords;
}

const emptyRow = (number: number): FormRow => ({
  id: `empty-${number}`,
  number,
  place: '',
  wall: '',
  step: '',
  basis: '',
  category: '',
  title: '',
  manifestation: '',
  cause: '',
  grade: '',
  gradeNote: '',
  state: '',
  controls: [],
  remarks: [],
  post: '',
  responsible: '',
  leader: '',
  dueDate: '',
  isAddition: false,
});

/** For the pen: below the risks that are known, and on a form that holds none. */
const furtherRows = 3;
const emptyFormRows = 7;

/** Column widths of the workbook, in characters. */
const sheetWidths = [6, 24, 12, 16, 44, 12, 50, 10, 30, 18, 10, 12];

interface OptionsProps {
  readonly options: FormOptions;
  readonly onChange: (options: FormOptions) => void;
}

function OptionFields({ options, onChange }: OptionsProps) {
  return (
    <div class="field-row">
      <Choice
        label="版本"
        value={options.edition}
        values={['个人版', '单位版']}
        onChange={(edition) => onChange({ ...options, edition })}
      />
      <Choice
        label="内容"
        value={options.filling}
        values={['填好的', '判断空着', '全空白']}
        onChange={(filling) => onChange({ ...options, filling })}
      />
      <Choice
        label="防控措施"
        value={options.controls}
        values={['不印', '各印一条', '全印']}
        onChange={(controls) => onChange({ ...options, controls })}
      />
      {isLandscape(options) && (
        <Choice
          label="纸张"
          value={options.paper}
          values={['A4', 'A3']}
          onChange={(paper) => onChange({ ...options, paper })}
        />
      )}
    </div>
  );
}

/**
 * 《廉政风险点排查表》 as sheets of paper. Sheets are laid out here and not by the browser: kernels
 * below 131 cannot number pages, and the head has to stand on each.
 */
export function FormView({ record, risks, words }: Props) {
  const [options, setOptions] = useState<FormOptions>({
    edition: '个人版',
    filling: '填好的',
    controls: '不印',
    paper: 'A4',
  });
  const { filling } = options;
  const isBlank = filling !== '填好的';
  const rows = useMemo(() => {
    const filled = filling === '全空白' ? [] : formRows(record, risks, isBlank, words.answersFor);
    const count = filling === '全空白' ? emptyFormRows : isBlank ? furtherRows : 0;
    return [...filled, ...Array.from({ length: count }, (_, i) => emptyRow(filled.length + i + 1))];
  }, [record, risks, filling]);
  const code = useMemo(() => (isBlank ? '' : recordCode(record)), [record, isBlank]);
  const { measured, pages } = usePages(
    { list: '.form-table', rows: 'tbody tr', repeated: 'thead', end: '.form-end' },
    [rows, options],
  );
  const paper = isOnA3(options) ? 'A3' : 'A4';
  const print = usePrinting(
    isLandscape(options) ? (`${paper} landscape` as const) : 'A4 portrait',
    'form',
  );

  const gaps = isBlank ? [] : findGaps(record, risks);
  const shared = { record, words, options, code };
  return (
    <>
      <section class="no-print" aria-labelledby="form">
        <h2 id="form">廉政风险点排查表</h2>
        <Message>
          <strong>印出来、签上名、交到{words.disciplineOffice}，才算交。</strong>
          {gaps.length > 0 && (
            <>
              {' '}
              还有 <a href={routeHash('check', record.id)}>{gaps.length} 处没有填全</a>。
            </>
          )}
        </Message>
        <OptionFields options={options} onChange={setOptions} />
        <div class="actions">
          <button class="button is-main" type="button" onClick={print}>
            打印（{pages.length} 页）
          </button>
          <SaveButton
            otherwise="也可以存为 CSV"
            save={() =>
              saveWorkbook(recordFileName(record, 'xlsx'), {
                name: '排查表',
                widths: sheetWidths,
                head: formColumns,
                rows: rows.map(formCells),
              })
            }
          >
            存为 Excel（.xlsx）
          </SaveButton>
          <button
            class="button"
            type="button"
            onClick={() =>
              saveText(
                recordFileName(record, 'csv'),
                csvText([[...formColumns], ...rows.map(formCells)]),
                'text/csv',
              )
            }
          >
            存为 CSV
          </button>
        </div>
        <p class="muted">
          打印时选 {paper}、缩放 100%、边距“默认”，去掉“页眉和页脚”的勾。
          {code && (
            <>
              表下面的校验码是 <strong class="code">{code}</strong>
              ，改动一个字就会变；{words.disciplineOffice}可以用它核对纸和文件是不是同一份。
            </>
          )}
        </p>
      </section>
      <div class="form-measure" aria-hidden="true" ref={measured}>
        <FormSheet {...shared} rows={rows} isFirst hasEnd isMeasured number={1} count={1} />
      </div>
      <Sheets>
        {pages.map((page, i) => (
          <FormSheet
            key={i}
            {...shared}
            rows={page.rows.flatMap((row) => rows[row] ?? [])}
            isFirst={i === 0}
            hasEnd={page.hasEnd}
            number={i + 1}
            count={pages.length}
          />
        ))}
      </Sheets>
    </>
  );
}
