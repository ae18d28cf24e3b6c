import { saveFile } from './files.ts';

export interface Sheet {
  readonly name: string;
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Offers a table as an Excel workbook. The writer is fetched only now. */
export async function saveWorkbook(fileName: string, { name, widths, head, rows }: Sheet) {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const headRow = head.map((value) => ({ value, fontWeight: 'bold' as const }));
  const body = rows.map((row) =>
    row.map((value) =>
      typeof value === 'number'
        ? { value, type: Number, alignVertical: 'top' as const }
        : { value, type: String, wrap: true, alignVertical: 'top' as const },
    ),
  );
  const content = await writeExcelFile([headRow, ...body], {
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBlob();
  saveFile(fileName, content);
}
