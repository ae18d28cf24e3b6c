/** What a reader of tables finds in a cell. */
export type CellValue = string | number | boolean | Date | null | undefined;
