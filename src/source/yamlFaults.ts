import type { YAMLError } from 'yaml';
import { yamlTokens } from './yamlSlips.ts';

/** A fault that the parser found, as the author is told of it. */
export interface ExplainedFault {
  readonly offset: number;
  readonly problem: string;
  readonly remedy: string;
  /** True when the text at the place shows the cause; false for what may follow from an earlier fault. */
  readonly isCertain: boolean;
}

type Words = Pick<ExplainedFault, 'problem' | 'remedy'>;

const wordsByCode: Readonly<Partial<Record<YAMLError['code'], Words>>> = {
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

const openQuote: Words = {
  problem: '从这里开始的引号没有合上，或者合上的是中文引号',
  remedy: '前后用同一种半角引号',
};

const secondPart: Words = {
  problem: '字段中间多了一行 --- 或者 ...',
  remedy: '删掉这一行：一个文件的字段只写一段',
};

const unknown: Words = {
  problem: '这里不符合 YAML 的写法',
  remedy: '检查缩进、引号和冒号；可以和一个写好的同类文件对照',
};

/** What stands after `field: ` or `- ` on a line. */
const valueOf = (line: string) => /^\s*(?:- +)*(?:[A-Za-z]\w*: +)?(.*)$/.exec(line)?.[1] ?? '';

/** What is wrong with a field name written with a full-width colon, or with none behind it. */
export function explainColon(line: string): Words | undefined {
  const [, name, colon] = /^\s*(?:- +)*\{? *([A-Za-z]\w*) ?(：|:(?=[^\s/]))/.exec(line) ?? [];
  if (name === undefined) return undefined;
  return colon === '：'
    ? {
        problem: `字段名 ${name} 后面是全角冒号“：”`,
        remedy: `改成半角冒号，后面空一格：${name}: `,
      }
    : { problem: `字段名 ${name} 的冒号后面少了空格`, remedy: `冒号后面空一格：${name}: ` };
}

function explainStart(value: string): Words | undefined {
  const sign = /^(?:[%@`,>|]|[-?:](?= ))/.exec(value)?.[0];
  if (sign !== undefined) {
    return {
      problem: `文字不能以 ${sign} 开头，它在 YAML 里是记号`,
      remedy: '整段文字加上单引号，或者换一个开头',
    };
  }
  const bracket = /^(?:\[[^\]]*\]|\{[^}]*\})\s*[^\s,\]}#]/.exec(value);
  if (bracket) {
    return {
      problem: `文字以 ${value[0] ?? ''} 开头，会被当成列表或一组字段`,
      remedy: '整段文字加上单引号，或者换成全角的括号',
    };
  }
  if (/^(?:"[^"]*"|'[^']*')\s*[^\s#]/.test(value)) {
    return {
      problem: '半角引号只引住了开头一段，后面的字没有地方放',
      remedy: '文字里的引号换成中文的“”，或者整段文字加上单引号',
    };
  }
  return /^(?:"[^"]*|'[^']*)$/.test(value) ? openQuote : undefined;
}

/** A quotation mark or bracket that is opened in an earlier line and never, or too late, closed. */
function openedBefore(text: string, offset: number): ExplainedFault | undefined {
  const open: number[] = [];
  for (const { type, source, offset: start } of yamlTokens(text)) {
    if (start > offset) break;
    const isQuoted = type === 'single-quoted-scalar' || type === 'double-quoted-scalar';
    const reaches = text.slice(start + source.length, offset).includes('\n') === false;
    if (isQuoted && source.includes('\n') && reaches) {
      return { offset: start, ...openQuote, isCertain: true };
    }
    if (type === 'flow-seq-start' || type === 'flow-map-start') open.push(start);
    if (type === 'flow-seq-end' || type === 'flow-map-end') open.pop();
  }
  const [first] = open;
  if (first === undefined || !text.slice(first, offset).includes('\n')) return undefined;
  return {
    offset: first,
    problem: '从这里开始的括号没有合上',
    remedy: '在这一行补上另一半括号，括号和逗号都用半角的',
    isCertain: true,
  };
}

/** A field without its colon is taken for the beginning of the next one; the parser stumbles below it. */
function fieldAbove(text: string, lineStart: number): ExplainedFault | undefined {
  const above = text
    .slice(0, Math.max(lineStart - 1, 0))
    .split('\n')
    .slice(-2);
  let end = lineStart - 1;
  for (const line of above.reverse()) {
    const start = end - line.length;
    const cause = /^\s*-/.test(line) ? undefined : explainColon(line);
    if (cause) return { offset: Math.max(start, 0), ...cause, isCertain: true };
    end = start - 1;
  }
  return undefined;
}

/**
 * Explains a fault of the parser by the text at its place: the author wrote a sentence, not YAML, and
 * is told what in the sentence YAML takes for a sign.
 */
export function explainFault(text: string, { code, pos }: YAMLError): ExplainedFault {
  if (code === 'MULTIPLE_DOCS') {
    const mark = [...text.slice(0, pos[1]).matchAll(/^(?:---|\.\.\.)/gm)].pop();
    return { offset: mark?.index ?? pos[0], ...secondPart, isCertain: true };
  }
  const offset = Math.min(pos[0], text.length);
  const before = code === 'DUPLICATE_KEY' ? undefined : openedBefore(text, offset);
  if (before) return before;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = /^.*/.exec(text.slice(start))?.[0] ?? '';
  const cause = explainColon(line) ?? explainStart(valueOf(line));
  if (cause) return { offset, ...cause, isCertain: true };
  const words = wordsByCode[code] ?? unknown;
  return (
    (code === 'DUPLICATE_KEY' ? undefined : fieldAbove(text, start)) ?? {
      offset,
      ...words,
      isCertain: code === 'DUPLICATE_KEY',
    }
  );
}

/**
 * The faults worth telling: the first, and of the later ones those whose own line shows the cause. A
 * parser that has lost its way finds fault with sound lines too.
 */
export function explainFaults(text: string, errors: readonly YAMLError[]): ExplainedFault[] {
  const explained = errors.map((error) => explainFault(text, error));
  return explained.filter(({ isCertain }, i) => i === 0 || isCertain);
}
