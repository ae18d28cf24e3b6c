import { z } from 'zod';

/** One line of plain text. Angle brackets are barred so that no markup can hide in data. */
export const text = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(/^[^<>{}\n\r\t]*$/);

/** An information system, as walls and the page on technology name it. */
export const systemNameSchema = text(4, 30);

export const wallIdSchema = z.string().regex(/^w\d{2,3}$/);

/** A wall or one of its steps, as other content points to it. */
export const placeIdSchema = z
  .string()
  .regex(/^w\d{2,3}(?:-s\d{2})?$/)
  .describe('墙的编号（w21）或者步骤的编号（w21-s03）');

export const stepIdSchema = z.string().regex(/^w\d{2,3}-s\d{2}$/);
export const exitIdSchema = z.string().regex(/^w\d{2,3}-x\d{2}$/);
export const riskIdSchema = z.string().regex(/^w\d{2,3}-r\d{2,3}$/);

/** A calendar date that exists, as YYYY-MM-DD. */
export const isoDateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDate)
  .describe('日期，写成 2026-12-01');

function isRealDate(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
