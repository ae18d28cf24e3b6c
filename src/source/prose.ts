import { mdxToMdast, type MdastNode } from 'satteri';

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

function parserLine(error: unknown): number {
  const line = /:(\d+):\d+|line (\d+)/.exec(error instanceof Error ? error.message : '');
  return Number(line?.[1] ?? line?.[2] ?? 1);
}

/**
 * Faults of a wall's prose: it is plain Markdown, so markup and programs are refused.
 * @param firstLine line in the file at which the prose begins, from 1.
 */
export function proseFaults(text: string, firstLine: number): ProseFault[] {
  const faults: ProseFault[] = [];
  let tree: MdastNode;
  try {
    tree = mdxToMdast(text);
  } catch (error) {
    return [
      {
        line: parserLine(error) + firstLine - 1,
        problem: '正文里的标签没有配对，或者尖括号、花括号没有闭合',
        remedy: '删掉标签；文字里的尖括号和花括号换成全角的',
      },
    ];
  }
  collect(tree, firstLine, faults);
  if (text.trim() === '') {
    faults.push({
      line: firstLine,
      problem: '没有正文',
      remedy: '写上这是什么权力、影响谁、怎样读这面墙，和一个虚构的例子',
    });
  }
  return faults;
}
