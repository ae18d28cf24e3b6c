import { z } from 'zod';
import { idSchema, isoDateSchema, riskIdSchema, text, written } from '../fields/fields.ts';
import { departmentIdPattern } from '../fields/ids.ts';
import { pledgeWords } from './pledgeWords.ts';

const { least, most } = pledgeWords;

const pledgeSchema = z
  .strictObject({
    id: idSchema(
      departmentIdPattern,
      '只用小写字母、数字和连字符，以字母开头，例如 review-and-entry',
    ).describe('承诺编号，在这个文件里唯一，定了就不改；改文字不改编号'),
    posts: z.array(text(2, 16)).min(1).describe('哪些岗位的承诺，写 content/posts/ 里的岗位名称'),
    heading: text(2, 6).describe('小题，二到六个字，说的是哪一项工作'),
    text: written(
      z.string().trim().min(least).max(most),
      /^[^<>{}\n\r\t]*。$/,
      '一行文字，以句号结尾',
    ).describe(`承诺：本人做得到、事后查得到的一件事，${least}–${most} 字，公文用语`),
    risks: z.array(riskIdSchema).min(1).describe('它回答哪些风险点'),
    readOn: isoDateSchema
      .optional()
      .describe('没有参加起草的第二个人哪天读过、同意印；没有读过的不写，改了文字的删掉重读'),
  })
  .describe('一条本岗位的承诺');

/** The pledges of one department's posts: a file of `content/letters/pledges/`, named by its id. */
export const departmentPledgesSchema = z
  .strictObject({
    pledges: z.array(pledgeSchema).min(1).describe('本岗位的承诺，每个岗位二到四条'),
  })
  .describe('一个处室各岗位的承诺');

export type DepartmentPledges = z.output<typeof departmentPledgesSchema>;
export type PledgeSource = DepartmentPledges['pledges'][number];
