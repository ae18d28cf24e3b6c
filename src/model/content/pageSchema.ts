import { z } from 'zod';

/** A page of plain prose, such as a guide. */
export const pageSchema = z
  .strictObject({
    title: z.string().min(2).max(30).describe('页面标题'),
    summary: z.string().min(4).max(120).describe('一句话说明这一页'),
    tells: z
      .string()
      .min(4)
      .max(40)
      .optional()
      .describe('首页和机制页上这一页的名称下面写的一行，末尾不加句号；不写就用通用的一行'),
  })
  .describe('一个说明页');
