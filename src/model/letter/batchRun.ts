import type { Letter } from './letter.ts';
import type { RosterEdit, RosterEdits, RosterSheet } from './roster.ts';

/**
 * Letters for a whole roster, from the file to the paper: read, look through, make, print. Whatever
 * changes what the letters would say forgets those that were made: none is printed that is not meant.
 */
export interface BatchDesk {
  readonly options: BatchOptions;
  readonly table: BatchTable;
  readonly run: BatchRun;
}

export interface BatchOptions {
  /** For all whose row names none. */
  readonly period: string;
  /** An empty department takes the one above it, as merged cells mean it. */
  readonly fillsDown: boolean;
  /** Each letter begins on a new sheet of paper. */
  readonly isDoubleSided: boolean;
  readonly hasSignOff: boolean;
}

export type BatchTable =
  | { readonly status: 'none' }
  /** Its number tells runs apart: what an earlier one brings is not wanted any more. */
  | {
      readonly status: 'reading';
      readonly number: number;
      readonly fileName: string;
      /** From 0 to 1. */
      readonly progress: number;
    }
  | { readonly status: 'fault'; readonly fileName: string; readonly text: string }
  | {
      readonly status: 'read';
      readonly fileName: string;
      readonly sheets: readonly RosterSheet[];
      /** The sheet that was chosen; undefined while the program chooses. */
      readonly sheet: string | undefined;
      /** Rows that are not printed, by id. */
      readonly excluded: ReadonlySet<string>;
      readonly edits: RosterEdits;
    };

export type BatchRun =
  | { readonly status: 'idle' }
  | {
      readonly status: 'making';
      readonly number: number;
      readonly total: number;
      /** As they were made, some at a time: those that are drawn need not be drawn again. */
      readonly portions: readonly (readonly Letter[])[];
    }
  | { readonly status: 'made'; readonly portions: readonly (readonly Letter[])[] }
  | { readonly status: 'fault'; readonly text: string };

export type BatchAction =
  | { readonly type: 'open'; readonly number: number; readonly fileName: string }
  | {
      readonly type: 'read';
      readonly number: number;
      readonly result:
        | { readonly sheets: readonly RosterSheet[]; readonly fault?: undefined }
        | { readonly sheets?: undefined; readonly fault: string };
    }
  | { readonly type: 'progress'; readonly number: number; readonly progress: number }
  | { readonly type: 'cancel' }
  | { readonly type: 'refuse'; readonly fileName: string; readonly text: string }
  | { readonly type: 'exclude'; readonly excluded: ReadonlySet<string> }
  | { readonly type: 'choose sheet'; readonly sheet: string }
  /** The same is put right on all of these rows. */
  | { readonly type: 'edit'; readonly ids: readonly string[]; readonly edit: RosterEdit }
  | { readonly type: 'choose'; readonly options: Partial<BatchOptions> }
  | { readonly type: 'make'; readonly number: number; readonly total: number }
  | { readonly type: 'add'; readonly number: number; readonly letters: readonly Letter[] }
  | { readonly type: 'finish'; readonly number: number }
  | { readonly type: 'fail'; readonly number: number; readonly text: string };

export const emptyBatch: BatchDesk = {
  options: { period: '', fillsDown: false, isDoubleSided: false, hasSignOff: true },
  table: { status: 'none' },
  run: { status: 'idle' },
};

const forgotten: BatchRun = { status: 'idle' };

function tableAfter(table: BatchTable, action: Extract<BatchAction, { type: 'read' }>): BatchTable {
  if (table.status !== 'reading' || table.number !== action.number) return table;
  const { fileName } = table;
  return action.result.sheets
    ? {
        status: 'read',
        fileName,
        sheets: action.result.sheets,
        sheet: undefined,
        excluded: new Set(),
        edits: new Map(),
      }
    : { status: 'fault', fileName, text: action.result.fault };
}

/** The rows with what was put right on some of them. Another department has other posts. */
function editsAfter(edits: RosterEdits, ids: readonly string[], edit: RosterEdit): RosterEdits {
  const next = new Map(edits);
  for (const id of ids) {
    const { post, ...others } = next.get(id) ?? {};
    const before = edit.department === undefined && post !== undefined ? { post } : {};
    next.set(id, { ...others, ...before, ...edit });
  }
  return next;
}

function readTableAfter(
  table: Extract<BatchTable, { status: 'read' }>,
  action: Extract<BatchAction, { type: 'exclude' | 'choose sheet' | 'edit' }>,
): BatchTable {
  switch (action.type) {
    case 'exclude':
      return { ...table, excluded: action.excluded };
    // Rows of another sheet are other people.
    case 'choose sheet':
      return { ...table, sheet: action.sheet, excluded: new Set(), edits: new Map() };
    case 'edit':
      return { ...table, edits: editsAfter(table.edits, action.ids, action.edit) };
  }
}

/** What the letters that are being made become; those of an earlier run are not wanted any more. */
function runAfter(
  run: BatchRun,
  action: Extract<BatchAction, { type: 'add' | 'finish' | 'fail' }>,
): BatchRun {
  if (run.status !== 'making' || run.number !== action.number) return run;
  switch (action.type) {
    case 'add':
      return { ...run, portions: [...run.portions, action.letters] };
    case 'finish':
      return { status: 'made', portions: run.portions };
    case 'fail':
      return { status: 'fault', text: action.text };
  }
}

export function batchAfter(desk: BatchDesk, action: BatchAction): BatchDesk {
  const { options, table, run } = desk;
  switch (action.type) {
    case 'open': {
      const { number, fileName } = action;
      return {
        options,
        table: { status: 'reading', number, fileName, progress: 0 },
        run: forgotten,
      };
    }
    case 'refuse': {
      const { fileName, text } = action;
      return { options, table: { status: 'fault', fileName, text }, run: forgotten };
    }
    case 'read':
      return { ...desk, table: tableAfter(table, action) };
    case 'progress':
      return table.status === 'reading' && table.number === action.number
        ? { ...desk, table: { ...table, progress: action.progress } }
        : desk;
    case 'cancel':
      return table.status === 'reading' ? { ...desk, table: { status: 'none' } } : desk;
    case 'exclude':
    case 'choose sheet':
    case 'edit':
      return table.status === 'read'
        ? { options, table: readTableAfter(table, action), run: forgotten }
        : desk;
    case 'choose':
      return { options: { ...options, ...action.options }, table, run: forgotten };
    case 'make': {
      const { number, total } = action;
      return { ...desk, run: { status: 'making', number, total, portions: [] } };
    }
    case 'add':
    case 'finish':
    case 'fail':
      return { ...desk, run: runAfter(run, action) };
  }
}

/** The letters that there are so far, in the order of the roster. */
export function lettersOf(run: BatchRun): readonly Letter[] {
  return run.status === 'making' || run.status === 'made' ? run.portions.flat() : [];
}
