import { z } from 'zod';
import { controlPhases, powerClasses } from '../vocabulary.ts';
import { placeIdSchema, text, wallIdSchema } from '../fields/fields.ts';

const sideSchema = z
  .strictObject({
    who: text(2, 40).describe('谁'),
    holds: text(4, 60).describe('只管什么'),
    at: z.array(placeIdSchema).min(1).describe('体现在哪一步'),
  })
  .describe('分开的一方');

/** The page on the three powers: `content/supervision.yaml`. */
export const supervisionSchema = z
  .strictObject({
    rulesTitle: text(2, 20).describe('规矩上面的小标题，说明规矩出自哪里，例如“汇报写的规矩”'),
    powers: z
      .array(
        z.strictObject({
          powerClass: z.enum(powerClasses).describe('人权、事权或财权'),
          summary: text(10, 120).describe('一句话：这项权力怎样管住'),
          rules: z
            .array(
              z.strictObject({
                text: text(8, 120).describe('一条规矩，用自己的话写'),
                at: z.array(placeIdSchema).default([]).describe('落在哪面墙、哪一步'),
              }),
            )
            .min(1)
            .describe('规矩，逐条写'),
        }),
      )
      .describe('人权、事权、财权各一项'),
    separations: z
      .array(
        z.strictObject({
          title: text(4, 30).describe('什么权力分开了'),
          wall: wallIdSchema.describe('在哪面墙上'),
          reason: text(8, 120).describe('不分开会出什么事'),
          sides: z.array(sideSchema).min(2).describe('分开的各方'),
        }),
      )
      .min(1)
      .describe('分权的例子'),
    phases: z
      .array(
        z.strictObject({
          phase: z.enum(controlPhases).describe('事前、事中或事后'),
          name: text(4, 8).describe('这一段的名称'),
          meaning: text(8, 120).describe('这一段做什么'),
        }),
      )
      .describe('事前、事中、事后各一项'),
    meetings: z
      .array(
        z.strictObject({
          title: text(3, 20).describe('名称'),
          text: text(8, 120).describe('怎样开、怎样做'),
        }),
      )
      .describe('和检察院的共建'),
  })
  .describe('人权、事权、财权的监督');

export type Supervision = z.output<typeof supervisionSchema>;
