import { z } from 'zod';

/** Groups of words that staff use for the same thing; a search for one also looks for the others. */
export const synonymSchema = z
  .strictObject({
    groups: z
      .array(z.array(z.string().trim().min(1).max(20)).min(2))
      .describe('同义词组：每组两个以上的词，查其中一个也按其他几个查'),
  })
  .describe('查找用的同义词');

export type Synonyms = z.output<typeof synonymSchema>;
