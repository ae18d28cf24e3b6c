import type { z } from 'zod';
import { pictureKinds, questionTypes } from '../vocabulary.ts';

/** A schema fault before it is placed in a file. */
export interface SchemaProblem {
  readonly path: readonly (string | number)[];
  readonly problem: string;
  readonly remedy: string;
}

type Issue = z.core.$ZodIssue;

/** What a pattern asks for, by the pattern itself: the schema stays the one place of the rule. */
const patternRemedies: readonly (readonly [fragment: string, remedy: string])[] = [
  ['^w\\d{2,3}(?:-s', '写成墙的编号（w21）或者步骤的编号（w21-s03）'],
  ['^m\\d{2,3}$', '写成小写 m 加两三位数字，例如 m01'],
  ['^f\\d{2}$', '写成小写 f 加两位数字，例如 f01'],
  ['^w\\d{2,3}-s', '写成墙的编号加步骤号，例如 w01-s03'],
  ['^w\\d{2,3}-x', '写成墙的编号加出口号，例如 w01-x01'],
  ['^w\\d{2,3}-r', '写成墙的编号加风险号，例如 w01-r07'],
  ['gen)-q\\d{2,3}-[a-f]', '写成题目编号加小题，例如 w01-q10-a'],
  ['gen)-q\\d{2,3}$', '写成墙的编号加题号，例如 w01-q03；通用题写 gen-q03'],
  ['^w\\d{2,3}$', '写成小写 w 加两三位数字，例如 w01'],
  ['\\{(?:单位', '只能是一行文字；花括号里只能写：单位、处室、岗位、姓名、期限、监督人'],
  ['-p\\d{2}$', '写成文件名加 -p 和两位数字，例如 staff-p01'],
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
  const bound = `${isShort ? '至少' : '至多'} ${limit}`;
  if (issue.origin === 'array') {
    const count = Array.isArray(issue.input) ? issue.input.length : 0;
    return {
      problem: `${isShort ? '太少' : '太多'}：${bound} 项，现在 ${count} 项`,
      remedy: isShort ? '补上缺的几项' : '删到这个数，或者拆开写',
    };
  }
  if (issue.origin === 'string') {
    const count = typeof issue.input === 'string' ? issue.input.length : 0;
    return {
      problem: `${isShort ? '太少' : '太多'}：${bound} 字，现在 ${count} 字`,
      remedy: isShort ? '写具体些' : '写短些，或者拆开写',
    };
  }
  return {
    problem: `数字太${isShort ? '小' : '大'}：${bound}，现在 ${String(issue.input)}`,
    remedy: `改成${bound}的数`,
  };
}

/** A union told apart by `type` reports the whole question as its input, not the type. */
function typeGiven(question: unknown): unknown {
  return typeof question === 'object' && question !== null && 'type' in question
    ? (question.type ?? undefined)
    : undefined;
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
      if (issue.discriminator === 'type') {
        const type = typeGiven(issue.input);
        return {
          problem: type === undefined ? '题型没有写' : `题型写得不对：“${show(type)}”`,
          remedy: `type 只能是：${questionTypes.join('、')}；小题只能是单选、多选、判断`,
        };
      }
      if (issue.discriminator === 'kind') {
        return {
          problem: `图的种类${issue.input === undefined ? '没有写' : '写得不对'}`,
          remedy: `kind 只能是：${pictureKinds.join('、')}`,
        };
      }
      if (issue.path.includes('restsOn')) {
        return {
          problem: `“${show(issue.input)}”的写法不对`,
          remedy:
            '依据写风险点（w01-r03）、步骤（w01-s02）、法条（tudi-guanli-fa#47）或者 page:页面名',
        };
      }
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
