import type { z } from 'zod';
import { nearestNames } from '../text/nearest.ts';
import { readTold, show, told, type Told } from './told.ts';

/** A schema fault before it is placed in a file. */
export interface SchemaProblem {
  readonly path: readonly (string | number)[];
  readonly problem: string;
  readonly remedy: string;
}

type Issue = z.core.$ZodRawIssue;

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

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function describeType({ expected, input }: { expected: string; input?: unknown }) {
  const wanted = typeNames[expected] ?? expected;
  if (input === undefined || input === null) {
    return { problem: '这一项没有写', remedy: `补上这一项，它应当是${wanted}` };
  }
  if (expected === 'string' && typeOf(input) === 'object') {
    return {
      problem: `文字里有半角冒号，被当成了字段：${show(input)}`,
      remedy: '换成全角冒号“：”，或者给整段文字加上单引号',
    };
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

function describeChoice({ values, input }: Extract<Issue, { code: 'invalid_value' }>) {
  return input === undefined || input === null
    ? { problem: '这一项没有写', remedy: `从这些里选一个：${values.join('、')}` }
    : {
        problem: `写成了“${show(input)}”，不在可选的范围里`,
        remedy: `只能是：${values.join('、')}`,
      };
}

/** What can be said of a fault without knowing the rule: it is missing, of another kind, too long. */
function describe(issue: Issue): Told {
  switch (issue.code) {
    case 'invalid_type':
      return describeType(issue);
    case 'invalid_value':
      return describeChoice(issue);
    case 'too_small':
    case 'too_big':
      return describeSize(issue);
    case 'unrecognized_keys':
      return {
        problem: `有不认识的字段：${issue.keys.join('、')}`,
        remedy: '检查字段名的拼写和缩进；多余的删掉',
      };
    case 'invalid_key':
      // The name of the field breaks a rule of its own, which has told its remedy.
      return readTold(issue.issues[0]?.message ?? '');
    default:
      return { remedy: '照编写指南里的样子写' };
  }
}

/**
 * Checks data against a schema.
 * @returns the data with defaults filled in, or what the author is told of each fault.
 */
export function parseWith<S extends z.ZodType>(
  schema: S,
  data: unknown,
): { readonly data: z.output<S> } | { readonly faults: readonly SchemaProblem[] } {
  const misspelt = (input: unknown) => `“${show(input)}”的写法不对`;
  const parsed = schema.safeParse(data, {
    reportInput: true,
    error: (issue) => {
      const { problem = misspelt(issue.input), remedy } = describe(issue);
      return told(problem, remedy);
    },
  });
  if (parsed.success) return { data: parsed.data };
  const faults = parsed.error.issues.flatMap((issue): Placed[] => {
    const { problem = misspelt(issue.input), remedy } = readTold(issue.message);
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    if (issue.code !== 'unrecognized_keys') {
      return [{ path, problem, remedy, isMissing: issue.input === undefined }];
    }
    return issue.keys.map((key) => ({ path: [...path, key], problem, remedy, unknown: key }));
  });
  return { faults: joinMisspelt(faults) };
}

interface Placed extends SchemaProblem {
  readonly isMissing?: boolean;
  /** The name of a field that no rule knows. */
  readonly unknown?: string;
}

/** A misspelt field is both one too many and one too few; its author made one fault. */
function joinMisspelt(faults: readonly Placed[]): SchemaProblem[] {
  const around = ({ path }: Placed) => JSON.stringify(path.slice(0, -1));
  const joined = new Set<Placed>();
  const meant = (fault: Placed, name: string) => {
    const missing = faults.filter(
      (other) => other.isMissing && !joined.has(other) && around(other) === around(fault),
    );
    const names = missing.map(({ path }) => ({ name: String(path[path.length - 1]), aliases: [] }));
    const [nearest] = nearestNames(name.toLowerCase(), names);
    const found = missing.find(({ path }) => path[path.length - 1] === nearest);
    if (found) joined.add(found);
    return nearest;
  };
  return faults
    .map((fault) => {
      const { path, problem, remedy, unknown } = fault;
      if (unknown === undefined) return { fault, told: { path, problem, remedy } };
      const nearest = meant(fault, unknown);
      return {
        fault,
        told: {
          path,
          problem: `有不认识的字段：${unknown}`,
          remedy: nearest ? `多半是 ${nearest}，检查字段名的拼写` : remedy,
        },
      };
    })
    .filter(({ fault }) => !joined.has(fault))
    .map(({ told: words }) => words);
}
