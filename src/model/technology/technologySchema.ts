import { z } from 'zod';
import { placeIdSchema, systemNameSchema, text } from '../fields/fields.ts';

/** The page on technology against corruption: `content/technology.yaml`. */
export const technologySchema = z
  .strictObject({
    practices: z
      .array(
        z.strictObject({
          title: text(2, 20).describe('做法'),
          text: text(8, 120).describe('怎样做、防住什么'),
          at: z.array(placeIdSchema).default([]).describe('体现在哪一步'),
        }),
      )
      .min(1)
      .describe('一张图、登记无纸化、按人设权限这样的做法'),
    chain: z
      .array(
        z.strictObject({
          word: text(1, 2).describe('这一段的名称，一两个字，例如“批”'),
          meaning: text(4, 60).describe('这个字指什么'),
          systems: z
            .array(systemNameSchema)
            .min(1)
            .describe('由哪几个系统管这一段，照下面 systems 里的名称写'),
        }),
      )
      .min(2)
      .describe('全程监管的链条，按先后'),
    systems: z
      .array(
        z.strictObject({
          name: systemNameSchema.describe('系统的名称；墙里的 system 照它写'),
          guards: text(8, 120).describe('它守住什么'),
          traces: z.array(text(4, 60)).min(1).describe('它留下什么痕迹'),
        }),
      )
      .min(1)
      .describe('本单位的信息系统各一项，按表里从左到右的顺序'),
  })
  .describe('科技防腐');

export type Technology = z.output<typeof technologySchema>;
