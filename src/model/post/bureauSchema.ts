import { z } from 'zod';
import { idSchema, text } from '../fields/fields.ts';
import { departmentIdPattern } from '../fields/ids.ts';
import { departmentGroups, grades, postLevels, powerClasses, staffKinds } from '../vocabulary.ts';
import { citationSchema } from '../law/citationSchema.ts';
import { wallStandardsSchema } from '../wall/wallStandards.ts';

const somebody = text(2, 20);
const signs = z.array(text(2, 20)).min(1).max(4);

/** The blocks at the end of a paper in which people sign or write an opinion, from left to right. */
const signaturesSchema = z
  .strictObject({
    personForm: signs.describe('排查表个人版'),
    unitForm: signs.describe('排查表单位版'),
    scoreSheet: signs.describe('测试成绩单'),
    warningNotice: signs.describe('预警通知单'),
    warningReply: signs.describe('整改回执'),
  })
  .describe('各种纸的签名栏和意见栏，从左到右；带“签名”两个字的只留签名的地方');

/** Whose acts a body can stop although they are leaders. */
const guardedLeaders = ['分管领导', '主要领导'] as const;

/** Everything that differs from one bureau to the next and belongs to no wall. */
export const bureauSchema = z
  .strictObject({
    id: idSchema(departmentIdPattern, '只用小写字母、数字和连字符，以字母开头，例如 guotu')
      .max(30)
      .describe('单位编号：单机版的作答存在它名下，别的单位的不混进来；定了就不改，单位改名也不改'),
    name: z.string().min(2).max(30).describe('单位名称'),
    siteTitle: z.string().min(2).max(20).describe('网站名称'),
    isSample: z
      .boolean()
      .default(true)
      .describe('文字还没有经本单位审核的写 true：每一页、每一张纸都写明是示范；审核完写 false'),
    disciplineOffice: z
      .string()
      .min(2)
      .max(20)
      .describe('收表、备案、核对的部门，须在 departments 里'),
    reportPhone: z.string().max(30).default('').describe('监督举报电话；空着就打印成一条横线'),
    helpContact: z.string().max(40).default('').describe('网站使用问题找谁'),
    powerMeanings: z
      .record(z.enum(powerClasses), text(4, 60))
      .describe('人权、事权、财权在本单位各指哪些事'),
    answersFor: z.record(z.enum(grades), somebody).describe('每个等级的风险由谁负责'),
    watchedBy: z.record(z.enum(postLevels), somebody).describe('每级岗位的预警信号由谁先看'),
    countersigners: z
      .strictObject({
        普通: somebody,
        中层: somebody,
        领导: somebody,
        主要负责人: z.string().max(20).describe('空着的印成横线，由上级机关填'),
      })
      .describe('每级岗位的承诺书对谁签；谁也不对自己签'),
    signatures: signaturesSchema,
    sanctionRules: z
      .array(
        z.strictObject({
          staff: z.array(z.enum(staffKinds)).min(1).describe('哪几类人员'),
          text: text(8, 120).describe('依什么规定处分'),
          basis: z.array(citationSchema).min(1).describe('这些规定'),
        }),
      )
      .default([])
      .describe('每面墙的惩处措施后面固定印的几行：哪一类人员另依哪些规定'),
    wallStandards: wallStandardsSchema.optional(),
    guardPercentMax: z
      .number()
      .int()
      .min(1)
      .max(100)
      .optional()
      .describe('一个处室至多承担全部防控措施的百分之几，再多就做不过来；不写就不要求'),
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
          group: z.enum(departmentGroups).describe('哪一类；不属于本局的机构写“外单位”'),
          guards: z
            .enum(guardedLeaders)
            .optional()
            .describe(
              '挡得住领导的：能当面否决分管领导的写“分管领导”，连主要领导也管得住的写“主要领导”',
            ),
        }),
      )
      .min(1)
      .describe('处室和机构；每一类里按这里的先后列出'),
  })
  .describe('本单位的设置');

export type Bureau = z.output<typeof bureauSchema>;
export type Department = Bureau['departments'][number];

/** Whether a body does not belong to the bureau: no page of its own, nobody chooses it as theirs. */
export const isExternal = ({ group }: Pick<Department, 'group'>): boolean => group === '外单位';
