import { z } from 'zod';
import { mechanisms } from '../vocabulary.ts';
import { isoDateSchema, slugSchema, text } from '../fields/fields.ts';

/** How many documents each mechanism should hold, and who says so: `content/mechanisms.yaml`. */
export const catalogSchema = z
  .strictObject({
    source: text(4, 60).describe('件数出自哪里'),
    sourceDate: isoDateSchema.describe('那份材料的日期'),
    mechanisms: z
      .array(
        z.strictObject({
          name: z.enum(mechanisms),
          expected: z.number().int().min(1).max(999).describe('应有几件'),
          meaning: text(8, 90).describe('这一项机制管什么'),
          page: slugSchema
            .optional()
            .describe(
              '这一项下面另有一段文字的，写 content/pages/ 里的文件名，例如 petition-platform',
            ),
        }),
      )
      .describe('五项机制各一条，按这个顺序排'),
  })
  .describe('五项机制的应有件数');

export type MechanismCatalog = z.output<typeof catalogSchema>;
