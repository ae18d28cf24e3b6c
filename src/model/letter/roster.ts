import { atOnce } from '../atOnce.ts';
import { rosterSections, type RosterSection } from './rosterColumns.ts';
import { cellText, type RosterSheet } from './rosterHead.ts';
import { matchDepartment } from './rosterDepartment.ts';
import {
  readPerson,
  rowName,
  type RosterContext,
  type RosterPerson,
  type RowsAbove,
} from './rosterPerson.ts';
import { rosterRows, type RosterRow } from './rosterRow.ts';
import { chooseSheet, sheetRemarks } from './rosterSheets.ts';

export type { Cell, RosterSheet } from './rosterHead.ts';
export type { RosterContext, RosterPerson } from './rosterPerson.ts';
export type { RosterEdit, RosterEdits } from './rosterRow.ts';

export interface RosterNote extends Pick<RosterRow, 'id' | 'row' | 'place'> {
  /** A fault keeps the row out; a notice only asks for a look. */
  readonly severity: 'fault' | 'notice';
  readonly text: string;
  /** A fault that a name typed in its place would mend: what stands there now. */
  readonly name?: string;
}

export interface Roster {
  readonly people: readonly RosterPerson[];
  readonly notes: readonly RosterNote[];
  /** The sheet that was read; empty for a text file. */
  readonly sheet: string;
  /** Sheets that could be read, it and others, in the order of the file. */
  readonly sheets: readonly string[];
  /** What holds for the whole table: columns that were not used, cells that were left out. */
  readonly remarks: readonly string[];
  /** Why nothing could be read at all. */
  readonly fault?: string;
}

/** More people than this are printed in several runs. */
export const largestRoster = 1000;

/** So many rows with the same notice have it said once for all. */
const sameNotice = 3;

/** People of one name are told apart by their department; two of one department may be one twice. */
function namesakeNote(
  { department }: RosterPerson,
  namesakes: readonly RosterPerson[],
): string | undefined {
  const twin = namesakes.find((one) => one.department === department);
  if (twin) return `和${twin.place}同名同处室，看看是不是重复；确实是两个人就都印。`;
  const [first] = namesakes;
  return first && `和${first.place}同名，处室不同，按两个人各印一份。`;
}

/** A line between the rows that holds nothing but a department: 一、财务处（5人）. */
function headingOf(row: RosterRow, sheet: RosterSheet, departments: readonly string[]): string {
  const cells = (sheet.rows[row.row - 1] ?? []).map(cellText).filter((text) => text !== '');
  const [only = ''] = cells;
  if (cells.length !== 1 || row.edit.name !== undefined) return '';
  const plain = only
    .replace(/^[(（]?[一二三四五六七八九十\d]+[)）]?[、.．\s]*/, '')
    .replace(/[(（]?共?\s*\d+\s*[人名][)）]?$/, '')
    .replace(/[:：]$/, '');
  const { name, isKnown } = matchDepartment(plain, departments);
  return isKnown ? name : '';
}

const formulaText = ({ cell, error }: { readonly cell: string; readonly error: string }) =>
  `姓名（${cell}）是算不出来的公式（${error}），请在原表里改成文字，或者在这里写上。`;

/** Rows looked at before the page may breathe. */
const rowsAtATime = 50;

/** Reads the rows of one sheet. */
class Reading {
  readonly people: RosterPerson[] = [];
  readonly notes: RosterNote[] = [];
  private readonly byName = new Map<string, RosterPerson[]>();
  private readonly sheet: RosterSheet;
  private readonly context: RosterContext;
  private readonly most: number;
  private isFull = false;

  constructor(sheet: RosterSheet, context: RosterContext, most: number) {
    this.sheet = sheet;
    this.context = context;
    this.most = most;
  }

  *section(section: RosterSection): Generator<void, void> {
    let above: RowsAbove = { department: '', heading: '' };
    const rows = rosterRows(this.sheet, section, this.context.edits);
    for (const [i, row] of rows.entries()) {
      if (i % rowsAtATime === 0) yield;
      if (this.isFull) return;
      const heading = headingOf(row, this.sheet, this.context.departments);
      // Where a column names departments, a line between the rows adds nothing to it.
      if (heading) above = { department: '', heading: row.hasColumn('department') ? '' : heading };
      else above = { ...above, department: this.row(row, above) || above.department };
    }
  }

  /** @returns the department of the person, for the rows below. */
  private row(row: RosterRow, above: RowsAbove): string {
    const fault = row.edit.name === undefined ? row.formulaFault('name') : undefined;
    const { name, notices, fault: unfit, isNobody } = rowName(row, this.context.departments);
    if (fault) this.fault(row, formulaText(fault), '');
    else if (row.goesOn) this.fault(row, '姓名和上一行合并，是同一个人，没有另读。');
    else if (!name) this.fault(row, '没有姓名，这一行没有读。合计、备注这样的行可以不管。', '');
    else if (unfit) this.fault(row, unfit, isNobody ? undefined : name);
    else if (this.people.length >= this.most) this.full(row);
    else return this.person(row, name, notices, above);
    return '';
  }

  private person(
    row: RosterRow,
    name: string,
    notices: readonly string[],
    above: RowsAbove,
  ): string {
    const say = (text: string) => this.note(row, 'notice', text);
    notices.forEach(say);
    const person = readPerson(row, name, this.context, above, say);
    const namesakes = this.byName.get(name) ?? [];
    const note = namesakeNote(person, namesakes);
    if (note) say(note);
    this.byName.set(name, [...namesakes, person]);
    this.people.push(person);
    return person.department;
  }

  private full(row: RosterRow): void {
    this.isFull = true;
    this.fault(row, `一次最多读 ${this.most} 人，从这一行起没有读。请把名册分成几份。`);
  }

  private fault(row: RosterRow, text: string, name?: string): void {
    this.note(row, 'fault', text, name);
  }

  private note(
    { id, row, place }: RosterRow,
    severity: RosterNote['severity'],
    text: string,
    name?: string,
  ): void {
    this.notes.push({ id, row, place, severity, text, ...(name !== undefined && { name }) });
  }
}

/** Rows as people name them: `3、5—8`. */
function rowList(rows: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  const shown = runs.slice(0, 6).map(([from, to]) => (from === to ? `${from}` : `${from}—${to}`));
  return `第 ${shown.join('、')}${runs.length > shown.length ? ' 等' : ''} 行`;
}

/** What is said of many rows is said once, above the table: beside each of them it is only noise. */
function gatherSame(notes: readonly RosterNote[]) {
  const byText = new Map<string, RosterNote[]>();
  for (const note of notes) {
    if (note.severity !== 'notice') continue;
    byText.set(note.text, [...(byText.get(note.text) ?? []), note]);
  }
  const many = [...byText].filter(([, same]) => same.length >= sameNotice);
  const gathered = new Set(many.flatMap(([, same]) => same));
  return {
    notes: notes.filter((note) => !gathered.has(note)),
    remarks: many.map(([text, same]) => {
      const rows = rowList(same.map(({ row }) => row));
      return `${rows}（共 ${same.length} 人）：${text}`;
    }),
  };
}

/**
 * Reads a roster from the sheets of a file. Nothing is guessed silently: what was taken over, left
 * out or could not be understood is told by row.
 * @param sheetName the sheet to read; without it the first that is shown and has a head.
 * @param most so many people are read at most.
 * @returns step by step, so that the page can breathe.
 */
export function* readRosterSteps(
  sheets: readonly RosterSheet[],
  context: RosterContext,
  sheetName?: string,
  most = largestRoster,
): Generator<void, Roster> {
  const choice = chooseSheet(sheets, sheetName);
  if (choice.fault !== undefined) {
    return { people: [], notes: [], sheet: '', sheets: [], remarks: [], fault: choice.fault };
  }
  const { sheet, names } = choice;
  const sections = rosterSections(sheet, context.departments);
  const reading = new Reading(sheet, context, most);
  for (const section of sections) yield* reading.section(section);
  const { people } = reading;
  const gathered = gatherSame(reading.notes);
  return {
    people,
    notes: gathered.notes,
    sheet: sheet.name,
    sheets: names,
    remarks: [...sheetRemarks(sheet, sections, names), ...gathered.remarks],
    ...(people.length === 0 && { fault: emptyFault(reading.notes) }),
  };
}

/** The same at once. */
export function readRoster(...given: Parameters<typeof readRosterSteps>): Roster {
  return atOnce(readRosterSteps(...given));
}

function emptyFault([first]: readonly RosterNote[]): string {
  const why = first ? `例如${first.place}：${first.text}` : '';
  return `表头找到了，下面没有一行能读出姓名。${why}`;
}

/**
 * A sample to download: the heads, and rows that show the forms.
 * @param known the bureau's own departments and walls, so that the sample can be read back at once.
 */
export function rosterSample({
  departments,
  walls,
  posts,
}: Pick<RosterContext, 'departments' | 'walls' | 'posts'>): string[][] {
  const [first = '', second = first] = departments;
  const postOf = (department: string, level: string, otherwise: string) =>
    posts.find(({ name }) => name === department)?.posts.find((post) => post.level === level)
      ?.name ?? otherwise;
  const someWalls = walls.slice(0, 2).map(({ id }) => id.slice(1));
  return [
    ['姓名', '处室', '岗位', '岗位层级', '监督人', '防控墙', '份数'],
    ['示例甲', first, postOf(first, '中层', '处室负责人'), '', '', someWalls.join('、'), '2'],
    ['示例乙', second, postOf(second, '普通', '经办人'), '', '', '', '2'],
  ];
}
