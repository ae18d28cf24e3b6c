import { z } from 'zod';
import { lawLevels, staffKinds } from '../vocabulary.ts';
import { idSchema, isoDateSchema, text } from '../fields/fields.ts';

const articleKey = idSchema(
  /^[1-9]\d{0,3}(?:-[1-9]\d?)?$/,
  '条号写成阿拉伯数字并放在引号里，例如 "47" 或 "388-1"',
);

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
      .record(articleKey, text(8, 160))
      .default({})
      .describe('被引用的条：条号（阿拉伯数字）到要点，要点用自己的话写'),
    penal: z
      .array(articleKey)
      .default([])
      .describe('写着处分、处罚、刑罚或者定罪标准的条：惩处依据只能引这里列出的'),
    items: z
      .record(articleKey, z.array(z.number().int().min(0).max(60)).min(1))
      .default({})
      .describe('分项的条：从第一款起每款有几项，没有项的款写 0，例如 "39": [5]'),
    appliesTo: z
      .array(z.enum(staffKinds))
      .optional()
      .describe('只适用于哪几类人员；对公职人员都适用的不写'),
    thresholds: z
      .record(
        idSchema(
          /^[1-9]\d{0,3}(?:-[1-9]\d?)?(?:\.[1-9]\d?)?$/,
          '写成条或者条.款，例如 "38" 或 "34.2"',
        ),
        text(2, 20),
      )
      .default({})
      .describe('过了哪道线才处分：定级理由里要有这几个字，例如 "34.2": 情节较重'),
    foreignWords: z
      .array(text(2, 12))
      .default([])
      .describe('这部法里没有、容易和它的主体弄混的说法，要点里不许用，例如刑法里的“公职人员”'),
  })
  .describe('一部法律、法规或文件');

export type LawSource = z.output<typeof lawSchema>;
