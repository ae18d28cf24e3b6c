import { z } from 'zod';
import { idSchema } from '../fields/fields.ts';
import { departmentIdPattern } from '../fields/ids.ts';

/** Everything that differs from one bureau to the next and belongs to no wall. */
export const bureauSchema = z
  .strictObject({
    name: z.string().min(2).max(30).describe('单位名称'),
    siteTitle: z.string().min(2).max(20).describe('网站名称'),
    disciplineOffice: z.string().min(2).max(20).describe('负责审定内容的部门'),
    reportPhone: z.string().max(30).default('').describe('监督举报电话；空着就打印成一条横线'),
    helpContact: z.string().max(40).default('').describe('网站使用问题找谁'),
    departments: z
      .array(
        z.strictObject({
          id: idSchema(
            departmentIdPattern,
            '只用小写字母、数字和连字符，以字母开头，例如 land-use',
          ).describe('处室编号，进网址，定了就不改'),
          name: z.string().min(2).max(20).describe('处室名称，各面墙按这个名字引用'),
          isPresumed: z
            .boolean()
            .default(false)
            .describe('按通行设置推定、尚待本单位确认的写 true'),
          isExternal: z.boolean().default(false).describe('不属于本局的机构写 true'),
        }),
      )
      .min(1)
      .describe('处室和机构'),
  })
  .describe('本单位的设置');

export type Bureau = z.output<typeof bureauSchema>;
export type Department = Bureau['departments'][number];
