import { z } from 'zod';
import { idSchema, isoDateSchema, tellForms, text, wallIdSchema } from '../fields/fields.ts';
import { figureIdPattern } from '../fields/ids.ts';
import { pictureKinds } from '../vocabulary.ts';

const figureId = idSchema(figureIdPattern, '写成小写 f 加两位数字，例如 f01');

const figureSchema = z
  .strictObject({
    id: figureId.describe('数字的编号，例如 f01'),
    label: text(2, 30).describe('数的是什么'),
    value: z.number().min(0).describe('数值，照材料上的写'),
    unit: text(1, 6).describe('单位，例如“件”“亩”“%”'),
    note: text(4, 60).optional().describe('怎样理解这个数'),
  })
  .describe('一个数字');

const caption = text(4, 60).describe('图的标题：看的是什么');

const pictureSchema = z.discriminatedUnion(
  'kind',
  [
    z
      .strictObject({
        kind: z.literal('占比'),
        caption,
        share: figureId.describe('百分数'),
        of: text(2, 20).describe('是什么里的百分之几'),
      })
      .describe('一个百分数占到多少'),
    z
      .strictObject({
        kind: z.literal('构成'),
        caption,
        rows: z
          .array(
            z.strictObject({
              whole: figureId.describe('总数'),
              parts: z.array(figureId).min(1).max(2).describe('其中的一两部分，单位和总数一样'),
            }),
          )
          .min(1)
          .describe('每一行一个总数'),
        isComplete: z.boolean().describe('各部分加起来等于总数的写 true'),
      })
      .describe('总数由哪几部分构成'),
    z
      .strictObject({
        kind: z.literal('名次'),
        caption,
        total: figureId.describe('一共多少家'),
        rank: figureId.describe('第几名，或者前几名'),
        isWithin: z.boolean().default(false).describe('只知道进了前几名、不知道第几的写 true'),
      })
      .describe('排在多少家里的第几'),
  ],
  { error: tellForms('kind', '图的种类', pictureKinds.join('、')) },
);

/** The figures of a past report, with their date: `content/results.yaml`. */
export const resultsSchema = z
  .strictObject({
    reportDate: isoDateSchema.describe('数字是哪一天报告的'),
    source: text(4, 60).describe('数字出自哪里'),
    groups: z
      .array(
        z.strictObject({
          title: text(2, 20).describe('这一组的标题'),
          period: text(2, 40).describe('数的是哪一段时间'),
          walls: z.array(wallIdSchema).default([]).describe('和哪几面墙有关'),
          figures: z.array(figureSchema).min(1).describe('数字'),
          pictures: z.array(pictureSchema).default([]).describe('图，只用本组的数字'),
        }),
      )
      .min(1)
      .describe('一组一组的数字'),
  })
  .describe('成效');

export type Results = z.output<typeof resultsSchema>;
export type ResultGroup = Results['groups'][number];
export type Figure = ResultGroup['figures'][number];
export type Picture = ResultGroup['pictures'][number];
