import type { z } from 'zod';

/** A schema fault before it is placed in a file. */
export interface SchemaProblem {
  readonly path: readonly (string | number)[];
  readonly problem: string;
  readonly remedy: string;
}

type Issue = z.core.$ZodIssue;

/** What a pattern asks for, by the pattern itself: the schema stays the one place of the rule. */
const patternRemedies: readonly (readonly [fragment: string, remedy: string])[] = [
  ['^w\\d{2,3}-s', '写成墙的编号加步骤号，例如 w01-s03'],
  ['^w\\d{2,3}-x', '写成墙的编号加出口号，例如 w01-x01'],
  ['^w\\d{2,3}-r', '写成墙的编号加风险号，例如 w01-r07'],
  ['^w\\d{2,3}$', '写成小写 w 加两三位数字，例如 w01'],
  ['\\d{4}-\\d{2}', '写成 2026-12-01 的样子'],
  ['^\\d+\\.\\d+$', '写成 1.0 的样子，并放在引号里'],
  ['^[a-z0-9]+', '写成“法律编号#条号”，例如 tudi-guanli-fa#47，款和项用点隔开'],
  ['^[1-9]\\d{0,3}', '条号写成阿拉伯数字并放在引号里，例如 "47" 或 "388-1"'],
  ['^[^<>', '只能是一行文字，去掉尖括号、花括号和换行'],
];

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表（每项前面一个短横）',
  object: '一组字段',
  record: '一组字段',
  undefined: '空',
  null: '空',
};

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function describeType({ expected, input }: { expected: string; input?: unknown }) {
  const wanted = typeNames[expected] ?? expected;
  if (input === undefined || input === null) {
    return { problem: '这一项没有写', remedy: `补上这一项，它应当是${wanted}` };
  }
  const found = typeNames[typeOf(input)] ?? typeOf(input);
  const quoting = expected === 'string' ? '；数字和日期要放在引号里' : '';
  return {
    problem: `这里应当是${wanted}，现在是${found}：${show(input)}`,
    remedy: `改成${wanted}${quoting}`,
  };
}

function describeSize(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>) {
  const isShort = issue.code === 'too_small';
  const limit = Number(isShort ? issue.minimum : issue.maximum);
  const unit = issue.origin === 'string' ? '字' : issue.origin === 'array' ? '项' : '';
  const size =
    typeof issue.input === 'string' || Array.isArray(issue.input)
      ? issue.input.length
      : issue.input;
  return {
    problem: `${isShort ? '太少' : '太多'}：${isShort ? '至少' : '至多'} ${limit} ${unit}，现在 ${String(size)} ${unit}`,
    remedy: isShort ? '写具体些' : '写短些，或者拆开写',
  };
}

function describe(issue: Issue): { problem: string; remedy: string } {
  switch (issue.code) {
    case 'invalid_type':
      return describeType(issue);
    case 'invalid_value':
      if (issue.input === undefined || issue.input === null) {
        return { problem: '这一项没有写', remedy: `从这些里选一个：${issue.values.join('、')}` };
      }
      return {
        problem: `写成了“${show(issue.input)}”，不在可选的范围里`,
        remedy: `只能是：${issue.values.join('、')}`,
      };
    case 'too_small':
    case 'too_big':
      return describeSize(issue);
    case 'invalid_format': {
      const pattern = 'pattern' in issue ? String(issue.pattern) : '';
      const remedy = patternRemedies.find(([fragment]) => pattern.includes(fragment))?.[1];
      return {
        problem: `“${show(issue.input)}”的写法不对`,
        remedy: remedy ?? '照编写指南里的样子写',
      };
    }
    case 'unrecognized_keys':
      return {
        problem: `有不认识的字段：${issue.keys.join('、')}`,
        remedy: '检查字段名的拼写和缩进；多余的删掉',
      };
    case 'invalid_union':
      return {
        problem: `“${show(issue.input)}”的写法不对`,
        remedy: '写成步骤编号（w01-s03）或出口编号（w01-x01）',
      };
    case 'custom':
      return { problem: `“${show(issue.input)}”不是真实的日期`, remedy: '检查月份和日子' };
    default:
      return { problem: '这一项的写法不对', remedy: '照编写指南里的样子写' };
  }
}

/**
 * Turns zod's issues into Chinese.
 * @param error from `safeParse(data, { reportInput: true })`, so that messages can quote the input.
 */
export function schemaProblems(error: z.ZodError): SchemaProblem[] {
  return error.issues.map((issue) => ({
    path: issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key)),
    ...describe(issue),
  }));
}
