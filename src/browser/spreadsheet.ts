import { rowHeight } from '../model/workbook/rowHeight.ts';
import { sheetPath, tableFeature, type SheetChoice } from '../model/workbook/sheetChoices.ts';
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

/** A sheet of a workbook of several, all its cells as text. */
export interface TextSheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  /** Positions of the columns that nobody should change; they are grey. */
  readonly fixed: readonly number[];
  /** What can be chosen from a list, by column. */
  readonly choices?: readonly SheetChoice[];
}

const textCell = { type: String, format: '@', wrap: true, alignVertical: 'top' } as const;

/** Several sheets as one workbook, as authors get it from `npm run export-xlsx`. */
export async function textWorkbook(sheets: readonly TextSheet[]): Promise<Blob> {
  const [{ default: writeExcelFile }, { getOrderOfSiblings, ...tools }] = await Promise.all([
    import('write-excel-file/universal'),
    import('write-excel-file/utility'),
  ]);
  const order = getOrderOfSiblings(sheetPath, 'worksheet') ?? [];
  const tables = sheets.map(({ rows, choices }) => choices && { rows: rows.length, choices });
  const feature = tableFeature(tables, (xml, element) =>
    tools.insertElementMarkupAccordingToOrderOfSiblings(xml, element, order, 'worksheet'),
  );
  const written = sheets.map(({ name, head, rows, widths, fixed }) => ({
    sheet: name,
    data: [
      head.map((value) => ({ ...textCell, value, fontWeight: 'bold' as const })),
      ...rows.map((row) => {
        const height = rowHeight(row, widths);
        return row.map((value, i) => ({
          ...textCell,
          value,
          height,
          ...(fixed.includes(i) && { backgroundColor: '#eeeeee' }),
        }));
      }),
    ],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  }));
  const options = { features: [feature], fontFamily: '宋体', fontSize: 11 };
  return writeExcelFile(written, options).toBlob();
}

/** Offers several sheets as one workbook. */
export async function saveTextWorkbook(fileName: string, sheets: readonly TextSheet[]) {
  saveFile(fileName, await textWorkbook(sheets));
}
