import { z } from 'zod';
import { told } from '../problem/told.ts';

const atLeast = (most: number) => z.number().int().min(1).max(most).optional();
const isAsked = z.boolean().default(false);

/**
 * How complete the bureau wants every wall to be, in `content/bureau.yaml`. What is not written is
 * not asked: a small bureau builds its site with three short walls.
 */
export const wallStandardsSchema = z
  .strictObject({
    stepsMin: atLeast(40).describe('至少几步'),
    stepsMax: atLeast(40).describe('至多几步，再多图上就看不清'),
    risksMin: atLeast(300).describe('至少几个风险点'),
    branchesMin: atLeast(20).describe('至少几步有分支'),
    returnsMin: atLeast(20).describe('至少几处退回前面的步骤'),
    exitsMin: atLeast(20).describe('至少几个出口'),
    needsEveryCategory: isAsked.describe('五类风险都要有风险点的写 true'),
    needsEveryGrade: isAsked.describe('三个等级都要有风险点的写 true'),
    needsEveryPostLevel: isAsked.describe('三级岗位都要有风险点的写 true'),
    needsEveryPhase: isAsked.describe('每个风险点事前、事中、事后都要有措施的写 true'),
    alikePercentMax: z
      .number()
      .int()
      .min(45)
      .max(100)
      .optional()
      .describe('任何两条表现形式、两条措施至多相似百分之几，超过的算凑数'),
  })
  .refine(({ stepsMin = 0, stepsMax = Infinity }) => stepsMin <= stepsMax, {
    error: told('stepsMin 比 stepsMax 还大', '把写反了的两个数换过来'),
    path: ['stepsMin'],
  })
  .describe('本单位对每面墙的要求，不写就不要求');

export type WallStandards = z.output<typeof wallStandardsSchema>;
