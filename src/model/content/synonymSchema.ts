import { z } from 'zod';

const word = z.string().trim().min(1).max(20);

/**
 * Words for the search. Groups are words for the same thing: a search for one also looks for the
 * others. Related are everyday words for what the walls put differently: too loose for that, they
 * only help to find what comes nearest.
 */
export const synonymSchema = z
  .strictObject({
    groups: z
      .array(z.array(word).min(2))
      .describe('同义词组：每组两个以上的词，查其中一个也按其他几个查'),
    related: z
      .array(
        z.strictObject({
          say: z.array(word).min(1).describe('平时的说法、俗称、旧称'),
          mean: z.array(word).min(1).describe('墙上的说法，至少有一个查得到'),
        }),
      )
      .default([])
      .describe('说法不同、意思挨着的词：只用来找“最接近的”，不算逐字查到'),
  })
  .describe('查找用的同义词');

export type Synonyms = z.output<typeof synonymSchema>;
