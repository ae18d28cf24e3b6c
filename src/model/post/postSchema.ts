import { z } from 'zod';
import { idSchema, text } from '../fields/fields.ts';
import { departmentIdPattern } from '../fields/ids.ts';
import { postLevels, staffKinds } from '../vocabulary.ts';

const catalogPostSchema = z
  .strictObject({
    id: idSchema(
      departmentIdPattern,
      '只用小写字母、数字和连字符，以字母开头，例如 registrar',
    ).describe('岗位编号，进网址、存在记录里，定了就不改'),
    name: text(2, 16).describe('岗位名称，和门牌上的一样，例如“登簿岗”'),
    level: z.enum(postLevels).describe('岗位层级'),
    aliases: z
      .array(text(2, 20))
      .default([])
      .describe('大家还怎么叫，名册上还怎么写，例如“登簿员”'),
    staff: z.enum(staffKinds).describe('这个岗位上通常是哪一类人员，决定依什么规定处分'),
    isPrincipal: z
      .boolean()
      .default(false)
      .describe('本单位的主要负责人写 true：他的承诺书由上级机关监督'),
    hasNoRisk: z.boolean().default(false).describe('各面墙上确实没有它的风险点的写 true'),
    duties: z.array(text(6, 40)).min(3).max(6).describe('职责，三到六条'),
  })
  .describe('一个岗位');

/** The posts of one department: a file of `content/posts/`, named by the department's id. */
export const departmentPostsSchema = z
  .strictObject({
    posts: z.array(catalogPostSchema).min(1).describe('岗位，负责人在前'),
  })
  .describe('一个处室的岗位');

export type DepartmentPosts = z.output<typeof departmentPostsSchema>;
export type PostSource = DepartmentPosts['posts'][number];
