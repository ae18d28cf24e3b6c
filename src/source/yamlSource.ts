import { isNode, LineCounter, parseDocument, type YAMLError } from 'yaml';

/** YAML text that was read, with the way back from a field to its line. */
export interface YamlSource {
  readonly data: unknown;
  readonly faults: readonly { line: number; problem: string; remedy: string }[];
  /** Line (from 1) of the field at this path, or of the nearest field around it. */
  lineOf(path: readonly (string | number)[]): number;
}

const yamlFaults: Readonly<
  Partial<Record<YAMLError['code'], { problem: string; remedy: string }>>
> = {
  TAB_AS_INDENT: {
    problem: '用了制表符（Tab）缩进',
    remedy: '把行首的制表符换成空格，每一级两个空格',
  },
  DUPLICATE_KEY: { problem: '同一处有两个同名的字段', remedy: '删掉重复的一个' },
  BAD_INDENT: { problem: '缩进不齐', remedy: '同一级的字段左边对齐，每一级两个空格' },
  MULTILINE_IMPLICIT_KEY: {
    problem: '字段名跨了行，多半是上一行少了冒号或引号',
    remedy: '检查这一行和上一行的冒号、引号',
  },
  MISSING_CHAR: {
    problem: '少了配对的引号、括号或冒号后的空格',
    remedy: '检查这一行的引号和括号是否成对，冒号后面要有空格',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    problem: '一行里出现了两个“字段: 值”，多半是文字里有半角冒号',
    remedy: '文字里用全角冒号“：”，或者给整段文字加上单引号',
  },
  UNEXPECTED_TOKEN: { problem: '这里的符号看不懂', remedy: '检查这一行的引号、短横和冒号' },
};

/**
 * Reads YAML 1.2; dates stay text.
 * @param firstLine line in the file at which the YAML begins, from 1.
 */
export function readYaml(text: string, firstLine = 1): YamlSource {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const tab = /^ *\t/m.exec(text);
  const faults = tab
    ? // A tab derails the parser in several places; the author needs to hear of it once.
      [
        {
          line: lineAt(tab.index),
          ...(yamlFaults.TAB_AS_INDENT as { problem: string; remedy: string }),
        },
      ]
    : document.errors.map(({ code, pos }) => ({
        line: lineAt(pos[0]),
        ...(yamlFaults[code] ?? {
          problem: '这里不符合 YAML 的写法',
          remedy: '检查缩进、引号和冒号；可以和一个写好的同类文件对照',
        }),
      }));
  return {
    data: faults.length > 0 ? undefined : document.toJS(),
    faults,
    lineOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return lineAt(node.range[0]);
      }
      return firstLine;
    },
  };
}
