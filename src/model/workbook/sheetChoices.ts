import { cellName, columnLetter } from '../sheet/address.ts';
import type { WallSource } from '../wall/wallSchema.ts';
import { columns } from './columns.ts';

/** Drop-downs and the filter of a wall's sheet, for the export and for the page that writes one. */

export const departmentSheet = '处室';
export const departmentHead = '可以填的处室和机构';
export const departmentWidth = 24;
/** Rows below the table that still offer the choices, for risks to be added. */
const spareRows = 100;

/** A choice from a list in every cell of a column below the head. */
export interface SheetChoice {
  /** From 0. */
  readonly column: number;
  readonly title: string;
  /** A list in quotes, or the cells of a sheet in which the list stands. */
  readonly formula: string;
}

/** What can be chosen in which column. @param departments how many stand in their sheet. */
export function sheetChoices({ steps }: WallSource, departments: number): SheetChoice[] {
  return columns.flatMap(({ key, title, choices }, column) => {
    if (key === 'department') {
      return [{ column, title, formula: `${departmentSheet}!$A$2:$A$${departments + 1}` }];
    }
    const options = choices ?? (key === 'stepId' ? steps.map(({ id }) => id) : []);
    return options.length > 0 ? [{ column, title, formula: `"${options.join(',')}"` }] : [];
  });
}

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function choiceMarkup({ column, title, formula }: SheetChoice, rows: number): string {
  const range = `${cellName(1, column)}:${cellName(rows + spareRows, column)}`;
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="${escaped(title)}" error="请从下拉的几项里选一项" sqref="${range}"><formula1>${escaped(formula)}</formula1></dataValidation>`;
}

/** The elements that a sheet of so many rows below its head has besides its cells. */
function tableElements(rows: number, choices: readonly SheetChoice[]): string[] {
  const last = `${columnLetter(columns.length - 1)}${rows + 1}`;
  return [
    `<autoFilter ref="A1:${last}"/>`,
    `<dataValidations count="${choices.length}">${choices.map((one) => choiceMarkup(one, rows)).join('')}</dataValidations>`,
  ];
}

/** Where the writer keeps its sheets. */
export const sheetPath = 'xl/worksheets/sheet{id}.xml';

export interface TableChoices {
  /** Below the head. */
  readonly rows: number;
  readonly choices: readonly SheetChoice[];
}

/**
 * An addition to the writer of workbooks, which leaves such things to additions.
 * @param tables by the position of the sheet.
 * @param insert puts an element into the text of a sheet, at the place that the format wants.
 */
export const tableFeature = (
  tables: readonly (TableChoices | undefined)[],
  insert: (xml: string, element: string) => string,
) => ({
  files: {
    transform: {
      [sheetPath]: {
        transform(xml: string, _: unknown, { sheetIndex }: { readonly sheetIndex: number }) {
          const table = tables[sheetIndex];
          return table ? tableElements(table.rows, table.choices).reduce(insert, xml) : xml;
        },
      },
    },
  },
});
