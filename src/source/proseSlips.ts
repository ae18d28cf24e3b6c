import type { MdastNode } from 'satteri';

/** Prose that Markdown shows otherwise than it is written. */
export interface ProseSlip {
  /** Place in the prose (UTF-16 code units). */
  readonly offset: number;
  readonly problem: string;
  readonly remedy: string;
}

type Words = Omit<ProseSlip, 'offset'>;

/**
 * Markers that closed nothing: beside Chinese punctuation, without a space, they do not count as an
 * end (CommonMark 0.31, 6.2, right-flanking runs). A row of four stars hides a number and stays.
 */
const leftMarkers = /(?<![*\\])\*{2,3}(?!\*)|(?<![~\\])~~(?!~)/;

const boldLeft: Words = {
  problem: '加粗没有生效，页面上会印出 **',
  remedy: '标点和引号移到 ** 外面，例如“**每家每户**：”；本意就是星号的，前面加反斜杠 \\',
};
const strikeLeft: Words = {
  problem: '删除线没有生效，页面上会印出 ~~',
  remedy: '标点移到 ~~ 外面；本意就是波浪线的，写全角的“～”',
};
const times: Words = {
  problem: '星号 * 会被当成记号吃掉，数字就连在一起了',
  remedy: '乘号写“×”；遮住数字的写“×”或者“某”；要加粗的，前后各写两个星号',
};
const slanted: Words = {
  problem: '单个星号 * 会被当成斜体的记号吃掉',
  remedy: '要强调的，前后各写两个星号；乘号写“×”',
};
const tilde: Words = {
  problem: '两个波浪线 ~ 之间的字会印成删除线',
  remedy: '起止写全角的“～”或者“至”，例如 10～20 亩',
};
const hidden: Words = {
  problem: '行首的“[ ]:”会被当成网址或者脚注的定义，这一行不印出来',
  remedy: '方括号换成全角的“〔〕”，或者换一个开头',
};
const underlined: Words = {
  problem: '文字下面紧跟着一行短横或等号，这段文字会变成标题',
  remedy: '标题用井号（##）；分隔线上面空一行',
};
const cells: Words = {
  problem: '这一行的格子比表头多，多出的不印出来',
  remedy: '补上表头，或者删掉多的格子；文字里的竖线写成 \\|',
};
const swallowed: Words = {
  problem: '网址后面的中文会被当成网址的一部分',
  remedy: '网址后面空一格，或者写成 [文字](网址)',
};

const isLetter = (character: string | undefined) => /[\dA-Za-z]/.test(character ?? '');

/** Stars within a number or a word: `2**10**3`, `138****1234`. */
function isWithinWord(source: string, text: string, start: number): boolean {
  return isLetter(text[start - 1]) && isLetter(source.replace(/^\*+/, '')[0]);
}

function wordsOf(
  node: MdastNode,
  parent: MdastNode | undefined,
  source: string,
  text: string,
  start: number,
): Words | undefined {
  switch (node.type) {
    // Chinese has no slanted type; who writes one star or underscore means the sign.
    case 'emphasis':
      return source.startsWith('_')
        ? { problem: '下划线 _ 会被当成记号吃掉', remedy: '前面加反斜杠：\\_；要强调的写 **加粗**' }
        : isWithinWord(source, text, start)
          ? times
          : slanted;
    case 'strong':
      return parent?.type === 'strong' || isWithinWord(source, text, start) ? times : undefined;
    case 'delete':
      return source.startsWith('~~') ? undefined : tilde;
    case 'definition':
    case 'footnoteDefinition':
      return hidden;
    case 'heading':
      return node.depth === 2 && !source.trimStart().startsWith('#') ? underlined : undefined;
    case 'link':
      return !source.startsWith('[') && /[^\u0000-\u007f]/.test(source) ? swallowed : undefined;
    default:
      return undefined;
  }
}

function slipsOfText(source: string, start: number): ProseSlip[] {
  const found = leftMarkers.exec(source);
  if (!found) return [];
  return [{ offset: start + found.index, ...(found[0].startsWith('~') ? strikeLeft : boldLeft) }];
}

/**
 * Where Markdown takes Chinese text for signs: rules that were made for words with spaces between.
 * @param text the prose from which the node was parsed.
 * @returns of one kind at most one to a paragraph, the first; the others mostly come of it.
 */
export function proseSlips(node: MdastNode, text: string, parent?: MdastNode): ProseSlip[] {
  const start = node.position?.start.offset ?? 0;
  const source = text.slice(start, node.position?.end.offset ?? start);
  const words = wordsOf(node, parent, source, text, start);
  if (words) return [{ offset: start, ...words }];
  if (node.type === 'text') return slipsOfText(source, start);
  if (!('children' in node)) return [];
  const children = node.children as readonly MdastNode[];
  const slips = children.flatMap((child) => proseSlips(child, text, node));
  if (node.type === 'table') return [...wideRows(children), ...slips];
  const isLine = node.type === 'paragraph' || node.type === 'heading';
  return isLine ? firstOfEachKind(slips) : slips;
}

function firstOfEachKind(slips: readonly ProseSlip[]): ProseSlip[] {
  return slips.filter(
    ({ problem }, i) => slips.findIndex((other) => other.problem === problem) === i,
  );
}

function wideRows([head, ...rows]: readonly MdastNode[]): ProseSlip[] {
  const count = (row: MdastNode | undefined) =>
    row && 'children' in row ? row.children.length : 0;
  return rows
    .filter((row) => count(row) > count(head))
    .map((row) => ({ offset: row.position?.start.offset ?? 0, ...cells }));
}
