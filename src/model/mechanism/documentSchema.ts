import { z } from 'zod';
import { documentSources, mechanisms, postLevels } from '../vocabulary.ts';
import { citationSchema } from '../law/citationSchema.ts';
import { idSchema, placeIdSchema, slugSchema, text } from '../fields/fields.ts';
import { documentIdPattern } from '../fields/ids.ts';

/** One document (制度) of the five mechanisms: one file under `content/mechanisms/`. */
export const documentSchema = z
  .strictObject({
    id: idSchema(documentIdPattern, '写成小写 m 加两三位数字，例如 m01').describe(
      '制度编号，一经发布永不改动，也不重用，例如 m01',
    ),
    title: text(3, 60).describe('名称，照文件上的写，不加书名号'),
    mechanism: z.enum(mechanisms).describe('属于五项机制的哪一项'),
    isPresumedMechanism: z
      .boolean()
      .default(false)
      .describe('归在哪一项机制是推定的、待本单位确认的写 true'),
    source: z.enum(documentSources).describe('汇报里点了名的写“汇报点名”，其余写“本单位补充”'),
    catalogId: slugSchema
      .optional()
      .describe('法律目录里有这份文件的，写 content/laws/ 里的文件名，页面会列出引用它的步骤'),
    restrains: z
      .strictObject({
        who: text(4, 60).describe('管住谁'),
        power: text(6, 90).describe('管住哪一项权力'),
        habit: text(6, 90).describe('管住哪一种做法或者习惯'),
      })
      .describe('这份制度约束什么，用自己的话写'),
    points: z.array(text(8, 90)).min(2).max(6).describe('示范要点，逐条写，不是原文'),
    postLevels: z.array(z.enum(postLevels)).min(1).describe('管到哪几级岗位'),
    reliedOnBy: z
      .array(
        z.strictObject({
          at: placeIdSchema,
          how: text(8, 90).describe('那一步怎样靠它：谁做什么、留下什么'),
        }),
      )
      .default([])
      .describe('哪面墙、哪一步靠它'),
    basis: z.array(citationSchema).default([]).describe('上位依据，写法和墙里的法条引用一样'),
  })
  .describe('五项机制里的一份制度');

export type MechanismDocument = z.output<typeof documentSchema>;
