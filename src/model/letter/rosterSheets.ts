import type { RosterSection } from './rosterColumns.ts';
import { cellText, findHeads, headSearchRows, type RosterSheet } from './rosterHead.ts';

/** Rows with something in them; a file with more is not read to its end. */
export const largestRosterRows = 5000;

type SheetChoice =
  | { readonly sheet: RosterSheet; readonly names: readonly string[]; readonly fault?: undefined }
  | { readonly fault: string };

const isEmpty = ({ rows }: RosterSheet) => !rows.some((row) => row.some((cell) => cellText(cell)));

/** How many columns of a sheet have a name that is understood; 0 when it has no column of names. */
function headSize(sheet: RosterSheet): number {
  const [head] = findHeads(sheet);
  const isFilled = head && sheet.rows.slice(head.bottom + 1).some((row) => row.some(cellText));
  return isFilled ? head.columns.filter(({ match }) => match).length : 0;
}

const quoted = (sheets: readonly RosterSheet[]) => sheets.map(({ name }) => `“${name}”`).join('');

function noHead(sheets: readonly RosterSheet[]): string {
  const hidden = sheets.filter((sheet) => sheet.isHidden && findHeads(sheet).length > 0);
  if (hidden.length > 0) {
    return `名册在隐藏的工作表${quoted(hidden)}里。隐藏的表不读，取消隐藏、存盘以后再选。`;
  }
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const where = shown.length > 1 ? `工作表${quoted(shown)}的` : '';
  const hasHead = shown.some((sheet) => findHeads(sheet).length > 0);
  return hasHead
    ? '表头找到了，下面没有一行能读出姓名。'
    : `${where}前 ${headSearchRows} 行里没有找到“姓名”这一列。表头至少要有“姓名”，最好还有“处室”“岗位”“岗位层级”；可以先下载样表照着填。`;
}

/**
 * The sheet that holds the roster, and the names of all that might, in the order of the file: the first that is shown and has a head of several columns, else
 * of one. A guide may stand before it.
 * @param wanted its name, when somebody has chosen.
 */
export function chooseSheet(sheets: readonly RosterSheet[], wanted?: string): SheetChoice {
  if (sheets.every(isEmpty)) return { fault: '表里没有内容。' };
  const fit = sheets
    .filter(({ isHidden }) => !isHidden)
    .map((sheet) => ({ sheet, size: headSize(sheet) }))
    .filter(({ size }) => size > 0);
  const best =
    fit.find(({ sheet }) => sheet.name === wanted) ?? fit.find(({ size }) => size > 1) ?? fit[0];
  if (!best) return { fault: noHead(sheets) };
  if (best.sheet.hasMoreRows) {
    return {
      fault: `表里有内容的行在 ${largestRosterRows} 行以上，不像名册。名册最多 1000 人，请删掉多余的行或者分成几份。`,
    };
  }
  return { sheet: best.sheet, names: fit.map(({ sheet }) => sheet.name) };
}

/** What is to be said of the table as a whole. */
export function sheetRemarks(
  { name: own, strayCells, remarks = [] }: RosterSheet,
  sections: readonly RosterSection[],
  names: readonly string[],
): string[] {
  const said = [...remarks];
  const others = names.filter((name) => name !== own);
  if (others.length > 0) {
    said.push(
      `另外的工作表${others.map((name) => `“${name}”`).join('')}也有“姓名”一列，没有读；要读哪一张在上面选。`,
    );
  }
  const blocks = Math.max(...sections.map((section) => section.blocks.length));
  if (blocks > 1) said.push(`表里并排有 ${blocks} 组人，都读了：先左后右。`);
  if (sections.length > 1) said.push(`表里上下有 ${sections.length} 个表头，各读各的。`);
  const unused = [...new Set(sections.flatMap((section) => section.unused))];
  if (unused.length > 0) said.push(`没有用到的列：${unused.join('、')}。`);
  if (strayCells.length > 0) {
    said.push(`离表很远的地方还有内容（${strayCells.join('、')}），没有读；是多余的不用管。`);
  }
  return said;
}
