import { mdxToMdast, type MdastNode } from 'satteri';
import { proseSlips } from './proseSlips.ts';

export interface ProseFault {
  readonly line: number;
  readonly problem: string;
  readonly remedy: string;
}

const explanations: Readonly<Record<string, { problem: string; remedy: string }>> = {
  mdxjsEsm: {
    problem: '正文里有 import 或 export 语句',
    remedy: '正文只写文字；如果本意是普通文字，别让它出现在行首',
  },
  mdxFlowExpression: {
    problem: '正文里有花括号，会被当成程序',
    remedy: '删掉花括号，或者换成全角的“｛｝”',
  },
  mdxTextExpression: {
    problem: '正文里有花括号，会被当成程序',
    remedy: '删掉花括号，或者换成全角的“｛｝”',
  },
  html: { problem: '正文里有网页代码', remedy: '删掉尖括号里的代码，用 Markdown 的写法' },
};

function tagFault(name: string | null | undefined) {
  const tag = name ?? '';
  return /^script$/i.test(tag)
    ? { problem: '正文里有脚本 <script>', remedy: '删掉它：防控墙的正文不运行程序' }
    : {
        problem: `正文里有标签 <${tag}>`,
        remedy: '删掉标签，用 Markdown 的标题、段落、列表；尖括号用全角“〈〉”',
      };
}

function collect(node: MdastNode, firstLine: number, faults: ProseFault[]): void {
  const line = (node.position?.start.line ?? 1) + firstLine - 1;
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    faults.push({ line, ...tagFault(node.name) });
    return;
  }
  const explanation = explanations[node.type];
  if (explanation) {
    faults.push({ line, ...explanation });
    return;
  }
  if (node.type === 'heading' && node.depth === 1) {
    faults.push({
      line,
      problem: '正文里用了一级标题（#）',
      remedy: '标题从两个井号（##）开始，一级标题由页面自动生成',
    });
  }
  if ('children' in node) {
    for (const child of node.children) collect(child as MdastNode, firstLine, faults);
  }
}

/** What stands at the place where the parser gave up. */
function brokenFault(rest: string): Omit<ProseFault, 'line'> {
  if (rest.startsWith('<!--')) {
    return { problem: '正文里有注释 <!-- -->', remedy: '删掉：不想让人看到的话不要写在正文里' };
  }
  if (/^<(?:https?:|www\.|[\w.-]+@)/.test(rest)) {
    return { problem: '网址用尖括号括起来了', remedy: '写成 [文字](网址)，或者去掉尖括号' };
  }
  const tag = /^<\/?([A-Za-z][\w-]*)/.exec(rest)?.[1];
  if (tag !== undefined) return tagFault(tag);
  if (rest.startsWith('<')) {
    return {
      problem: '正文里的小于号 < 会被当成标签',
      remedy: '写成“不到”“小于”，或者全角的“＜”',
    };
  }
  return {
    problem: '正文里的标签没有配对，或者尖括号、花括号没有闭合',
    remedy: '删掉标签；文字里的尖括号和花括号换成全角的',
  };
}

/** The sign at which the parser gave up, in a width that is no sign. */
const plainSigns: Readonly<Record<string, string>> = { '<': '＜', '{': '｛', '}': '｝' };

/** Above this the file is no prose with slips in it. */
const mostBroken = 50;

/**
 * Parses prose that may hold signs at which the parser gives up: each is noted, replaced, and the rest
 * read all the same, so that one sign does not hide the faults behind it.
 */
function parseProse(text: string): { tree?: MdastNode; text: string; faults: ProseFault[] } {
  const faults: ProseFault[] = [];
  let plain = text;
  while (faults.length < mostBroken) {
    try {
      return { tree: mdxToMdast(plain), text: plain, faults };
    } catch (error) {
      // “5:4: Unexpected character…”: line and column (UTF-16), from 1.
      const [, line = '1', column = '1'] =
        /^(\d+):(\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
      const lines = plain.split('\n');
      const offset =
        lines.slice(0, Number(line) - 1).reduce((sum, one) => sum + one.length + 1, 0) +
        Number(column) -
        1;
      faults.push({ line: Number(line), ...brokenFault(plain.slice(offset)) });
      const sign = plainSigns[plain[offset] ?? ''];
      if (sign === undefined) break;
      plain = plain.slice(0, offset) + sign + plain.slice(offset + 1);
    }
  }
  return { text: plain, faults };
}

/**
 * Faults of a wall's prose: it is plain Markdown, so markup and programs are refused, and so is what
 * Markdown would show otherwise than it is written.
 * @param firstLine line in the file at which the prose begins, from 1.
 */
export function proseFaults(text: string, firstLine: number): ProseFault[] {
  if (text.trim() === '') {
    return [
      {
        line: firstLine,
        problem: '没有正文',
        remedy: '写上这是什么权力、影响谁、怎样读这面墙，和一个虚构的例子',
      },
    ];
  }
  const { tree, text: plain, faults: broken } = parseProse(text);
  const faults = broken.map((fault) => ({ ...fault, line: fault.line + firstLine - 1 }));
  if (!tree) return faults;
  collect(tree, firstLine, faults);
  for (const { offset, problem, remedy } of proseSlips(tree, plain)) {
    const line = plain.slice(0, offset).split('\n').length + firstLine - 1;
    faults.push({ line, problem, remedy });
  }
  const isFirst = ({ line, problem }: ProseFault, i: number) =>
    faults.findIndex((other) => other.line === line && other.problem === problem) === i;
  return faults.filter(isFirst).sort((a, b) => a.line - b.line);
}
