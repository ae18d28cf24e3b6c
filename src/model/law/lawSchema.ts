import { z } from 'zod';
import { lawLevels } from '../vocabulary.ts';
import { idSchema, isoDateSchema, text } from '../fields/fields.ts';

/** One law file: what the document is, and in our own words what each cited article says. */
export const lawSchema = z
  .strictObject({
    title: z.string().min(2).max(90).describe('全称，不加书名号'),
    shortTitle: z.string().min(2).max(40).describe('页面上用的简称'),
    level: z.enum(lawLevels).describe('效力层级'),
    issuer: z.string().min(2).max(60).optional().describe('发布机关'),
    documentNumber: z.string().min(2).max(60).optional().describe('文号，没有把握就不写'),
    textDate: isoDateSchema.optional().describe('所据文本的通过、修正或公布日期'),
    effectiveDate: isoDateSchema.optional().describe('施行日期，没有把握就不写'),
    isVerified: z
      .boolean()
      .describe('条文是否逐条核对过；写 false 的文件只能按名称引用，页面标“未核条文”'),
    note: z.string().min(4).max(200).optional().describe('使用提醒，例如效力待复核、文本缺口'),
    articles: z
      .record(
        idSchema(
          /^[1-9]\d{0,3}(?:-[1-9]\d?)?$/,
          '条号写成阿拉伯数字并放在引号里，例如 "47" 或 "388-1"',
        ),
        text(8, 160),
      )
      .default({})
      .describe('被引用的条：条号（阿拉伯数字）到要点，要点用自己的话写'),
  })
  .describe('一部法律、法规或文件');

export type LawSource = z.output<typeof lawSchema>;
