import { CST, Lexer } from 'yaml';

/** Text that YAML reads otherwise than its author meant, found in the characters themselves. */
export interface YamlSlip {
  /** Where in the text it stands. */
  readonly offset: number;
  readonly problem: string;
  readonly remedy: string;
  /** True when what YAML makes of the file is of no use. */
  readonly isBreaking: boolean;
}

interface Token {
  readonly type: CST.TokenType;
  readonly source: string;
  readonly offset: number;
}

const quoteWhole = (text: string) =>
  `整段文字加上单引号：'${(text.length > 16 ? `${text.slice(0, 16)}…` : text).replaceAll("'", "''")}'`;

/** The tokens with their places; the marks that the lexer puts between them have no width. */
export function yamlTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  let isPlain = false;
  for (const source of new Lexer().lex(text)) {
    if (source === CST.SCALAR || source === CST.DOCUMENT || source === CST.FLOW_END) {
      isPlain = source === CST.SCALAR;
      continue;
    }
    const type = isPlain ? 'scalar' : CST.tokenType(source);
    if (type !== null) tokens.push({ type, source, offset });
    isPlain = false;
    offset += source.length;
  }
  return tokens;
}

/** The rest of the line from a place in the text. */
const restOfLine = (text: string, offset: number) =>
  (/^.*/.exec(text.slice(offset))?.[0] ?? '').trim();

/** Ids, citations, versions, dates, numbers: a note after them takes nothing away. */
const code = /^(?:[a-z0-9]+(?:[-#./][a-z0-9]+)*|true|false)$/i;

const openQuotes = '‘“＂＇「';
const closeQuotes = '’”＂＇」';

/**
 * True for text that stands whole between curly quotes, as if they were the quotes of YAML. What has
 * further quotes within (`“甲”和“乙”`) begins and ends with them by chance.
 */
export function isInCurlyQuotes(text: string): boolean {
  const first = text[0] ?? '';
  const last = text[text.length - 1] ?? '';
  const inner = text.slice(1, -1);
  const hasInner = [...openQuotes, ...closeQuotes].some((quote) => inner.includes(quote));
  if (text.length < 2 || hasInner || '「」'.includes(first)) return false;
  return openQuotes.includes(first) && `${closeQuotes}'"`.includes(last);
}

const marks: Partial<Record<CST.TokenType, string>> = {
  alias: '在 YAML 里是“引用别处”的记号',
  anchor: '在 YAML 里是“起名字”的记号，后面的字会丢掉',
  tag: '在 YAML 里是“类型”的记号，后面的字会丢掉',
};

function slipOfMark({ type, source, offset }: Token, text: string): YamlSlip | undefined {
  const meaning = marks[type];
  if (meaning === undefined) return undefined;
  const sign = source[0] ?? '';
  return {
    offset,
    problem: `文字以 ${sign} 开头，${meaning}`,
    remedy: quoteWhole(restOfLine(text, offset)),
    isBreaking: true,
  };
}

function slipOfText({ type, source, offset }: Token, text: string): YamlSlip | undefined {
  if (type !== 'scalar') return undefined;
  if (/^[\u3000\u00a0]/.test(source) && /(?:^|\n) *$/.test(text.slice(0, offset))) {
    return {
      offset,
      problem: '行首有全角空格或者网页里的空格',
      remedy: '换成半角空格，每一级两个',
      isBreaking: true,
    };
  }
  if (!isInCurlyQuotes(source)) return undefined;
  return {
    offset,
    problem: `引号是中文的 ${source[0] ?? ''}，会原样成为文字的一部分`,
    remedy: `去掉这对引号，或者换成半角的单引号 '；文字本来就带引号的，外面再加一对半角单引号`,
    isBreaking: false,
  };
}

function slipOfComment(comment: Token, before: Token | undefined): YamlSlip | undefined {
  if (comment.type !== 'comment' || before?.type !== 'scalar' || code.test(before.source)) {
    return undefined;
  }
  const lost = comment.source.length > 12 ? `${comment.source.slice(0, 12)}…` : comment.source;
  return {
    offset: comment.offset,
    problem: `文字里的“ #”后面被当成注释，“${lost}”读不到`,
    remedy: '是文字：整段加上单引号，或者去掉 # 前面的空格；是注释：另起一行写',
    isBreaking: false,
  };
}

/** Every slip of a text, whether or not YAML can read the text at all. */
export function yamlSlips(text: string): YamlSlip[] {
  const slips: YamlSlip[] = [];
  let before: Token | undefined;
  for (const token of yamlTokens(text)) {
    const slip = slipOfMark(token, text) ?? slipOfText(token, text) ?? slipOfComment(token, before);
    if (slip) slips.push(slip);
    // A comment belongs to what stands before it on its line, however many spaces there are.
    if (token.type !== 'space') before = token;
  }
  return slips;
}
