import { parseCitation } from '../law/citation.ts';
import { plainLinePattern } from '../fields/ids.ts';
import { controlFault } from '../text/controlCharacters.ts';
import { controlPhases } from '../vocabulary.ts';
import { mostPosts, riskLengths } from '../wall/riskLengths.ts';
import type { Risk } from '../wall/wallSchema.ts';
import {
  cellCitations,
  cellCode,
  cellControls,
  cellLine,
  cellNames,
} from '../workbook/cellText.ts';
import { controlLines } from '../workbook/columns.ts';
import type { RowCells } from '../workbook/wallTable.ts';
import type { AdoptedRisk } from './decision.ts';

/**
 * Something that an adopted proposal lacks before the import takes it. The field is named as in
 * `AdoptedRisk`; of controls also `control-<position>-by` and `control-<position>-text`; `whole`
 * where no single field is to blame.
 */
export interface Lack {
  readonly field: string;
  readonly text: string;
}

/** Controls of which anything is written, in the order of the workbook, with their positions. */
export function writtenControls({ controls }: Pick<AdoptedRisk, 'controls'>) {
  const written = controls
    .map((control, position) => ({
      phase: control.phase,
      by: cellLine(control.by),
      text: cellLine(control.text),
      position,
    }))
    .filter(({ by, text }) => by !== '' || text !== '');
  return controlPhases.flatMap((phase) => written.filter((one) => one.phase === phase));
}

/** The row of a new risk: its id is given by the import. */
export function adoptedCells(risk: AdoptedRisk, stepName: string): RowCells {
  const controls = writtenControls(risk);
  return {
    id: '',
    stepId: risk.stepId,
    stepName,
    title: cellLine(risk.title),
    manifestation: cellLine(risk.manifestation),
    category: risk.category,
    grade: risk.grade,
    gradeReason: cellLine(risk.gradeReason),
    postLevel: risk.postLevel,
    department: risk.department,
    posts: risk.posts.join('、'),
    cause: cellLine(risk.cause),
    事前: controlLines({ controls }, '事前'),
    事中: controlLines({ controls }, '事中'),
    事后: controlLines({ controls }, '事后'),
    penalties: risk.penalties.join('\n'),
    warningSign: cellLine(risk.warningSign),
    monitor: cellLine(risk.monitor),
    base: '',
  };
}

/** The risk that the import makes of a row of the workbook, or of the cells that can be changed. */
export function riskOfCells(cells: RowCells, risk: AdoptedRisk, id: string): Risk {
  const monitor = cellLine(cells.monitor);
  return {
    id,
    title: cellLine(cells.title),
    manifestation: cellLine(cells.manifestation),
    category: risk.category,
    grade: risk.grade,
    gradeReason: cellLine(cells.gradeReason),
    postLevel: risk.postLevel,
    department: cellCode(cells.department),
    posts: cellNames(cells.posts),
    cause: cellLine(cells.cause),
    controls: controlPhases.flatMap((phase) => cellControls(cells[phase], phase).controls),
    penalties: cellCitations(cells.penalties),
    warningSign: cellLine(cells.warningSign),
    ...(monitor && { monitor }),
  };
}

/** What is wrong with a line of text by itself: as the schema of the walls sees it. */
function lineFault(text: string, [least, most]: readonly [number, number]): string | undefined {
  const control = controlFault(text);
  if (control) return `${control.problem}；${control.remedy}`;
  const { length } = text;
  if (length === 0) return `没有写：${least} 到 ${most} 字`;
  if (length < least) return `太少：至少 ${least} 字，现在 ${length} 字`;
  if (length > most) return `太多：至多 ${most} 字，现在 ${length} 字`;
  return plainLinePattern.test(text) ? undefined : '去掉尖括号、花括号';
}

const lineFields = [
  'title',
  'manifestation',
  'gradeReason',
  'department',
  'cause',
  'warningSign',
] as const;

/** What each field lacks by itself. */
export function shapeLacks(adopted: AdoptedRisk, risk: Risk): Lack[] {
  const lacks: Lack[] = [];
  const say = (field: string, text: string | undefined) => {
    if (text !== undefined) lacks.push({ field, text });
  };
  for (const field of lineFields) say(field, lineFault(risk[field], riskLengths[field]));
  if (risk.monitor !== undefined) say('monitor', lineFault(risk.monitor, riskLengths.monitor));
  if (risk.posts.length === 0) say('posts', '没有写：至少一个岗位');
  else if (risk.posts.length > mostPosts) say('posts', `至多 ${mostPosts} 个岗位`);
  for (const post of risk.posts) say('posts', lineFault(post, riskLengths.post));
  for (const { by, text, position, phase } of writtenControls(adopted)) {
    const field = `control-${position}`;
    const line = `${by}：${text}`;
    const read = cellControls(line, phase).controls[0];
    if (by === '') say(`${field}-by`, '没有写由谁来做');
    else if (text === '') say(`${field}-text`, '没有写怎么防');
    else if (!read || read.by !== by || read.text !== text) {
      say(`${field}-by`, '前面不写序号，处室或岗位里不写冒号');
    } else {
      say(`${field}-by`, lineFault(by, riskLengths.controlBy));
      say(`${field}-text`, lineFault(text, riskLengths.controlText));
    }
  }
  say('penalties', citationFault(risk.penalties));
  return lacks;
}

/** What is wrong with citations as they are written. */
export function citationFault(penalties: readonly string[]): string | undefined {
  const bad = penalties.filter((text) => parseCitation(text) === undefined);
  return bad.length === 0
    ? undefined
    : `“${bad.join('、')}”写法不对：写成“法律编号#条号”，例如 xing-fa#385`;
}

/** What is wrong with a reason for a grade by itself. */
export const gradeReasonFault = (text: string): string | undefined =>
  lineFault(cellLine(text), riskLengths.gradeReason);
