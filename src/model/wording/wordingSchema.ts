import { z } from 'zod';
import { text } from '../fields/fields.ts';
import { citationSchema } from '../law/citationSchema.ts';
import { staffKinds } from '../vocabulary.ts';

const words = z.array(text(1, 12)).min(1);

/** What the authors of a bureau have agreed on about words; the check holds it on every wall. */
export const wordingSchema = z
  .strictObject({
    titleWords: z
      .array(text(1, 8))
      .default([])
      .describe('风险点名称里不用的词：比喻、俏皮话、行话，没看过正文的人读不懂'),
    banned: z
      .array(
        z.strictObject({
          all: words.describe('一句话里同时有这几个词就不行'),
          unless: z.array(text(1, 12)).default([]).describe('同一句里有其中一个词就算写对了'),
          because: text(8, 120).describe('违反哪一条、为什么不行'),
          instead: text(4, 90).describe('改成怎样写'),
        }),
      )
      .default([])
      .describe('工作要求和防控措施里不许有的要求：照做就违法'),
    crimes: z
      .array(
        z.strictObject({
          any: words.describe('一类风险的名称、表现形式或定级理由里有其中一个词的'),
          unless: z.array(text(1, 12)).default([]).describe('同时有其中一个词的除外'),
          article: citationSchema.describe('惩处依据里必须有这一条'),
          because: text(8, 120).describe('为什么是这个罪名'),
        }),
      )
      .default([])
      .describe('同一种行为用同一个罪名'),
    alongside: z
      .array(
        z.strictObject({
          staff: z
            .array(z.enum(staffKinds))
            .min(1)
            .optional()
            .describe('只管岗位全是这几类人员的；不写就管所有的人'),
          cites: z
            .array(z.array(citationSchema).min(1))
            .min(1)
            .describe('惩处依据里每一组都引了其中一条的'),
          with: z.array(citationSchema).min(1).describe('还要引其中一条'),
          because: text(8, 120).describe('为什么要一起引'),
        }),
      )
      .default([])
      .describe('哪些条要和另一条一起引，例如事业编制人员的渎职罪'),
    gainWords: z
      .array(text(1, 8))
      .default([])
      .describe('一类的贪污、受贿在表现形式里要有其中一个字，说得出得了多少或者得了什么'),
    notMinor: z
      .array(text(1, 12))
      .default([])
      .describe('有这些词的行为至少是二类，不能定三类，例如“吃拿卡要”'),
  })
  .describe('用语');

export type Wording = z.output<typeof wordingSchema>;
