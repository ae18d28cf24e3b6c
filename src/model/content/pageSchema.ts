import { z } from 'zod';

/** A page of plain prose, such as a guide. */
export const pageSchema = z
  .strictObject({
    title: z.string().min(2).max(30).describe('页面标题'),
    summary: z.string().min(4).max(120).describe('一句话说明这一页'),
  })
  .describe('一个说明页');
