import { parseWith } from '../problem/schemaProblems.ts';
import { controlFault } from '../text/controlCharacters.ts';
import { controlPhases } from '../vocabulary.ts';
import type { PlacedRisk } from '../wall/wall.ts';
import { riskSchema, type Control, type Risk } from '../wall/wallSchema.ts';
import {
  cellCitations,
  cellCode,
  cellNames,
  cellControls,
  cellLine,
  cellLines,
} from './cellText.ts';
import type { FieldChange } from './changes.ts';
import {
  columns,
  columnTitle,
  controlLines,
  lineFields,
  riskCells,
  type ColumnKey,
  type LineField,
} from './columns.ts';
import type { TableRow } from './readTable.ts';

export interface CellFault {
  readonly key: ColumnKey;
  readonly text: string;
}

/** A risk before its text has passed the schema. */
type Draft = Record<string, unknown>;

export interface ComparedRow {
  /** Absent when a cell is at fault. */
  readonly risk?: Risk;
  readonly fields: readonly FieldChange[];
  readonly faults: readonly CellFault[];
}

const codes: readonly LineField[] = ['category', 'grade', 'postLevel', 'department'];
const choicesOf = (key: string) => columns.find((column) => column.key === key)?.choices;

/** Which column a fault of the schema belongs to. */
function columnOf(path: readonly (string | number)[], controls: readonly Control[]): ColumnKey {
  const [field, index] = path;
  if (field === 'controls') return controls[Number(index)]?.phase ?? '事前';
  return columns.find(({ key }) => key === field)?.key ?? 'id';
}

function checkDraft(draft: Draft, controls: readonly Control[]): ComparedRow {
  const parsed = parseWith(riskSchema, draft);
  if ('data' in parsed) return { risk: parsed.data, fields: [], faults: [] };
  return {
    fields: [],
    faults: parsed.faults.map(({ path, problem, remedy }) => {
      const key = columnOf(path, controls);
      const choices = choicesOf(key);
      const value = draft[key];
      if (choices && typeof value === 'string' && value !== '') {
        return { key, text: `${columnTitle(key)}“${value}”不是 ${choices.join('、')}` };
      }
      const line = controls
        .slice(0, Number(path[1]) + 1)
        .filter(({ phase }) => phase === key).length;
      const where = line > 0 ? `第 ${line} 行${path[2] === 'by' ? '由谁来做' : '怎么防'}` : '';
      const said = value === '' || value === undefined ? (line > 0 ? problem : '没有写') : problem;
      return { key, text: `${columnTitle(key)}${where}${said}；${remedy}` };
    }),
  };
}

/** True when the cell says what the file says, Excel habits aside. */
const isSame = (cell: string, current: string) =>
  cellLines(cell).join('\n') === cellLines(current).join('\n') ||
  cellLine(cell) === cellLine(current);

/**
 * Compares a row with the risk that it came from, or makes a new risk of it.
 * @param before absent for a new row.
 * @param id the id that the risk has or gets.
 */
export function compareRow(row: TableRow, before: PlacedRisk | undefined, id: string): ComparedRow {
  const current = before && riskCells(before);
  const faults: CellFault[] = [];
  const fields: FieldChange[] = [];
  const draft: Draft = before ? { ...before.risk } : { id, posts: [], controls: [], penalties: [] };

  /** The cell's text if it says something new. */
  const changed = (key: ColumnKey): string | undefined => {
    if (!row.cells.has(key)) return undefined;
    const value = row.cells.get(key);
    if (value instanceof Date) {
      faults.push({
        key,
        text: `${columnTitle(key)}被 Excel 当成了日期；把单元格格式改成“文本”，重新填写`,
      });
      return undefined;
    }
    const text = cellLines(value).join('\n');
    const control = controlFault(text);
    if (control) {
      faults.push({ key, text: `${columnTitle(key)}${control.problem}；${control.remedy}` });
      return undefined;
    }
    return current && isSame(text, current[key]) ? undefined : text;
  };
  const take = (key: ColumnKey, to: string) =>
    fields.push({ title: columnTitle(key), from: current?.[key] ?? '', to });

  for (const key of lineFields) {
    const text = changed(key);
    if (text === undefined) continue;
    const value = codes.includes(key) ? cellCode(text) : cellLine(text);
    if (before && value === before.risk[key]) continue;
    take(key, value);
    draft[key] = key === 'monitor' && value === '' ? undefined : value;
  }
  let controls: Control[] = before ? [...before.risk.controls] : [];
  for (const phase of controlPhases) {
    const text = changed(phase);
    if (text === undefined) continue;
    const read = cellControls(text, phase);
    if (read.badLine !== undefined) {
      faults.push({
        key: phase,
        text: `${columnTitle(phase)}第 ${read.badLine} 行没有写由谁来做；写成“处室或岗位：怎么防”，一条一行`,
      });
      continue;
    }
    const lines = controlLines(read, phase);
    if (lines === current?.[phase]) continue;
    take(phase, lines);
    const others = controls.filter((control) => control.phase !== phase);
    controls = controlPhases.flatMap((one) =>
      one === phase ? read.controls : others.filter((control) => control.phase === one),
    );
  }
  draft.controls = controls;
  const penalties = changed('penalties');
  if (penalties !== undefined) {
    const list = cellCitations(penalties);
    if (!before || list.join('\n') !== before.risk.penalties.join('\n')) {
      take('penalties', list.join('\n'));
      draft.penalties = list;
    }
  }
  const posts = changed('posts');
  if (posts !== undefined) {
    const names = cellNames(posts);
    if (!before || names.join('\n') !== before.risk.posts.join('\n')) {
      take('posts', names.join('、'));
      draft.posts = names;
    }
  }
  if (faults.length > 0) return { fields: [], faults };
  const checked = checkDraft(draft, controls);
  return { ...checked, fields: checked.risk ? fields : [] };
}
