import { z } from 'zod';
import { show, told } from '../problem/told.ts';
import {
  exitIdPattern,
  placeIdPattern,
  plainLinePattern,
  riskIdPattern,
  slugPattern,
  stepIdPattern,
  wallIdPattern,
} from './ids.ts';

/**
 * A rule on how a text is written. The author hears the remedy from `npm run check-content`, and
 * from the YAML extension of VS Code, which looks for it under this name in the JSON schema.
 */
export const written = (schema: z.ZodString, pattern: RegExp, remedy: string) =>
  schema.regex(pattern, remedy).meta({ patternErrorMessage: remedy });

/** An id, by its grammar. */
export const idSchema = (pattern: RegExp, remedy: string) => written(z.string(), pattern, remedy);

/** One line of plain text. */
export const text = (min: number, max: number) =>
  written(
    z.string().trim().min(min).max(max),
    plainLinePattern,
    '只能是一行文字，去掉尖括号、花括号和换行',
  );

/** An information system, as walls and the page on technology name it. */
export const systemNameSchema = text(4, 30);

export const wallIdSchema = idSchema(wallIdPattern, '写成小写 w 加两三位数字，例如 w01');

/** A wall or one of its steps, as other content points to it. */
export const placeIdSchema = idSchema(
  placeIdPattern,
  '写成墙的编号（w21）或者步骤的编号（w21-s03）',
).describe('墙的编号（w21）或者步骤的编号（w21-s03）');

export const stepIdSchema = idSchema(stepIdPattern, '写成墙的编号加步骤号，例如 w01-s03');
export const exitIdSchema = idSchema(exitIdPattern, '写成墙的编号加出口号，例如 w01-x01');
export const riskIdSchema = idSchema(riskIdPattern, '写成墙的编号加风险号，例如 w01-r07');

/** The name of a file of the content, without its ending. */
export const slugSchema = idSchema(slugPattern, '写文件名，不带结尾：小写字母、数字和短横');

/** A version of a text, as it is printed. */
export const versionSchema = written(z.string(), /^\d+\.\d+$/, '写成 1.0 的样子，并放在引号里');

/** A calendar date that exists, as YYYY-MM-DD. */
export const isoDateSchema = written(z.string(), /^\d{4}-\d{2}-\d{2}$/, '写成 2026-12-01 的样子')
  .refine(isRealDate, {
    error: ({ input }) => told(`“${show(input)}”不是真实的日期`, '检查月份和日子'),
  })
  .describe('日期，写成 2026-12-01');

function isRealDate(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/**
 * The `error` of a union whose forms are told apart by a field: zod reports the whole union as its
 * input, not the field.
 * @param name what the author calls the field.
 * @param choices what it may hold, as the remedy.
 */
export function tellForms(field: string, name: string, choices: string): z.core.$ZodErrorMap {
  return (issue) => {
    if (issue.code !== 'invalid_union') return undefined;
    const form = (issue.input as Readonly<Record<string, unknown>>)[field] ?? undefined;
    const problem = form === undefined ? '没有写' : `写得不对：“${show(form)}”`;
    return told(`${name}${problem}`, `${field} 只能是：${choices}`);
  };
}
