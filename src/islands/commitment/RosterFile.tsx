import { useMemo } from 'preact/hooks';
import { saveText } from '../../browser/files.ts';
import { largestRosterBytes } from '../../browser/rosterFile.ts';
import { saveWorkbook } from '../../browser/spreadsheet.ts';
import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
import type { BatchTable } from '../../model/letter/batchRun.ts';
import { rosterSample } from '../../model/letter/roster.ts';
import { csvText } from '../../model/text/csv.ts';
import { FileField } from '../controls/FileField.tsx';
import { SaveButton } from '../controls/SaveButton.tsx';

function SampleButtons({ index }: { readonly index: ChecklistIndex }) {
  const sample = useMemo(() => rosterSample(index), [index]);
  return (
    <div class="actions">
      <SaveButton
        otherwise="也可以下载 .csv 的样表"
        save={() =>
          saveWorkbook('承诺书名册样表.xlsx', {
            name: '名册',
            widths: [14, 18, 18, 12, 14, 18, 8],
            head: sample[0] ?? [],
            rows: sample.slice(1),
          })
        }
      >
        下载样表（.xlsx）
      </SaveButton>
      <button
        class="button"
        type="button"
        onClick={() => saveText('承诺书名册样表.csv', csvText(sample), 'text/csv')}
      >
        下载样表（.csv）
      </button>
    </div>
  );
}

interface FileProps {
  readonly index: ChecklistIndex;
  readonly table: BatchTable;
  /** Why the rows, once read, are no roster. */
  readonly rosterFault: string | undefined;
  readonly onFile: (file: File) => void;
  readonly onTooLarge: (file: File) => void;
  readonly onCancel: () => void;
}

interface ReadingProps {
  readonly table: Extract<BatchTable, { status: 'reading' }>;
  readonly onCancel: () => void;
}

/** A large file takes a while: how far it is, and a way out. */
function ReadingPart({ table: { fileName, progress }, onCancel }: ReadingProps) {
  return (
    <div class="actions">
      <p role="status">正在读“{fileName}”…</p>
      <progress max={1} value={progress} aria-label="读了多少" />
      <button class="button is-small" type="button" onClick={onCancel}>
        取消
      </button>
    </div>
  );
}

/** Chooses the table that the roster is read from. */
export function RosterFile(props: FileProps) {
  const { index, table, rosterFault, onFile, onTooLarge, onCancel } = props;
  const fault = table.status === 'fault' ? table.text : rosterFault;
  return (
    <section aria-labelledby="roster">
      <h2 id="roster">名册</h2>
      <p>
        名册里至少要有“姓名”一列，最好还有“处室”“岗位”“岗位层级”；列的先后不要紧；标题行、两行的表头、合并的单元格、并排的两组人都可以。名册只在这台电脑里读，不上传，也不保存。
      </p>
      <SampleButtons index={index} />
      <FileField
        label="选名册，或者把文件拖到这里（.xlsx 或 .csv）"
        accept=".xlsx,.csv,.txt,.xls"
        largestBytes={largestRosterBytes}
        takesDrops
        fault={fault && table.status !== 'none' ? `“${table.fileName}”：${fault}` : undefined}
        onFile={onFile}
        onTooLarge={onTooLarge}
      />
      {table.status === 'reading' && <ReadingPart table={table} onCancel={onCancel} />}
    </section>
  );
}
