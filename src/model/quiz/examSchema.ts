import { z } from 'zod';
import { idSchema, text } from '../fields/fields.ts';

/** How exams are held: written by the discipline office in `content/exam.yaml`. */
export const examSchema = z
  .strictObject({
    papers: z
      .array(
        z.strictObject({
          id: idSchema(/^[a-z]+$/, '只用小写字母，例如 standard').describe(
            '试卷编号，写进地址，不改动',
          ),
          name: text(2, 20).describe('试卷名称'),
          questionCount: z.number().int().min(5).max(100).describe('题数'),
          minutes: z.number().int().min(5).max(240).describe('建议用时，分钟'),
          passMark: z.number().int().min(1).max(100).describe('合格分，满分 100'),
        }),
      )
      .min(1)
      .describe('可以选的试卷'),
    cutsOffAtTime: z.boolean().default(false).describe('到时是否自动交卷；不写就只提醒、不收卷'),
    generalShare: z
      .number()
      .min(0)
      .max(1)
      .default(0.2)
      .describe('通用题占几成，例如 0.2；其余从所选的墙里抽'),
  })
  .describe('考试的规则');

export type ExamRules = z.output<typeof examSchema>;
export type Paper = ExamRules['papers'][number];
