import { z } from 'zod';
import {
  exitIdSchema,
  isoDateSchema,
  riskIdSchema,
  stepIdSchema,
  systemNameSchema,
  text,
  versionSchema,
  wallIdSchema,
  written,
} from '../fields/fields.ts';
import { citationSchema } from '../law/citationSchema.ts';
import {
  categories,
  controlPhases,
  exitKinds,
  grades,
  postLevels,
  powerClasses,
  stepKinds,
} from '../vocabulary.ts';
import { mostPosts, riskLengths } from './riskLengths.ts';

/**
 * The shape of one wall file. What crosses files or fields (does the law exist, is the step
 * reachable) is checked in `checks/`; here stands only what one value can tell by itself.
 * Descriptions are for authors: they appear in editors and in the field table of the authoring guide.
 */

const controlSchema = z
  .strictObject({
    phase: z.enum(controlPhases).describe('事前、事中或事后'),
    by: text(...riskLengths.controlBy).describe('由谁来防：具体到处室或岗位'),
    text: text(...riskLengths.controlText).describe('怎么防：一个能查到痕迹的动作'),
  })
  .describe('一条防控措施');

/** One risk by itself; tables that hold risks check their rows by it. */
export const riskSchema = z
  .strictObject({
    id: riskIdSchema.describe('风险点编号，一经发布永不改动，也不重用'),
    title: text(...riskLengths.title).describe('风险点名称：一个短名词，例如“红线提前泄露”'),
    manifestation: text(...riskLengths.manifestation).describe(
      '表现形式：谁、在哪一步、做什么、谁得利，25–60 字为宜',
    ),
    category: z.enum(categories).describe('五类风险之一'),
    grade: z.enum(grades).describe('风险等级，按做实以后的最坏后果定'),
    gradeReason: text(...riskLengths.gradeReason).describe('一句话说明为什么定这个等级'),
    postLevel: z.enum(postLevels).describe('岗位层级'),
    department: text(...riskLengths.department).describe(
      '处室，须在 bureau.yaml 的 departments 里',
    ),
    posts: z
      .array(text(...riskLengths.post))
      .min(1)
      .max(mostPosts)
      .describe('岗位，写 content/posts/ 里这个处室的岗位名称，例如 [登簿岗]'),
    cause: text(...riskLengths.cause).describe('原因：制度、流程或人的哪个缺口'),
    controls: z.array(controlSchema).describe('防控措施，事前、事中、事后各一条为宜'),
    penalties: z.array(citationSchema).describe('惩处依据'),
    warningSign: text(...riskLengths.warningSign).describe('预警信号：旁人从哪里能看出来'),
    monitor: text(...riskLengths.monitor)
      .optional()
      .describe('监测指标：可以数的一个数'),
  })
  .describe('一个风险点');

const timeLimitSchema = z
  .strictObject({
    text: text(4, 60).describe('时限，例如“公告不少于三十日”'),
    source: citationSchema.optional().describe('出处，例如 tudi-guanli-fa#47'),
    named: text(4, 60)
      .optional()
      .describe('法律目录里没有的文件，写名称和文号，不写条号；页面标“未核条文”'),
  })
  .refine(({ source, named }) => (source === undefined) !== (named === undefined), {
    error: '出处写 source；目录里没有的文件写 named；两个里只写一个',
  })
  .describe('一条法定时限和它的出处');

const nextSchema = z
  .strictObject({
    to: z
      .union([stepIdSchema, exitIdSchema], {
        error: '写成步骤编号（w01-s03）或出口编号（w01-x01）',
      })
      .describe('下一步或出口的编号'),
    label: text(1, 8).optional().describe('分支上的字，例如“是”“补正”；有两个以上分支时必填'),
  })
  .describe('一个去向');

const stepSchema = z
  .strictObject({
    id: stepIdSchema.describe('步骤编号，一经发布永不改动，也不重用'),
    name: text(2, 14).describe('步骤名称'),
    kind: z.enum(stepKinds).describe('步骤类型'),
    actor: text(2, 26).describe('由谁办'),
    posts: z
      .array(
        written(z.string(), /^[^/\s]{2,20}\/[^/\s]{2,16}$/, '写成处室/岗位，例如 地籍处/登簿岗'),
      )
      .max(6)
      .default([])
      .describe('办这一步的岗位，写成处室/岗位；没有本局岗位的不写'),
    task: text(6, 90).describe('做什么'),
    requirements: z.array(text(8, 90)).min(1).describe('工作要求，逐条写'),
    basis: z.array(citationSchema).min(1).describe('工作依据'),
    timeLimits: z.array(timeLimitSchema).default([]).describe('法定时限，没有就不写'),
    ownLimit: text(2, 30)
      .optional()
      .describe('法律没有定时限的，写本单位规定的时限；还没有定的写“＿＿日”，由本单位填'),
    system: systemNameSchema
      .optional()
      .describe('支撑这一步的信息系统，须在 technology.yaml 的 systems 里'),
    isCollectiveDecision: z
      .boolean()
      .default(false)
      .describe('是否属于“三重一大”集体决策的环节，是就写 true'),
    question: text(3, 12).optional().describe('判断框里的问题，有两个以上去向时必填'),
    next: z.array(nextSchema).default([]).describe('去向；只有“办结”的步骤可以没有'),
    risks: z.array(riskSchema).default([]).describe('这一步的风险点'),
  })
  .describe('一个步骤');

const exitSchema = z
  .strictObject({
    id: exitIdSchema.describe('出口编号，一经发布永不改动'),
    kind: z.enum(exitKinds).describe('终止，或转出到另一面墙'),
    name: text(2, 14).describe('出口名称，例如“不予受理”'),
    note: text(6, 90).describe('走到这里以后怎么办、当事人有什么救济'),
    wall: wallIdSchema.optional().describe('转出到哪一面墙，写墙的编号'),
  })
  .describe('流程的一个出口');

const postSchema = z
  .strictObject({
    level: z.enum(postLevels).describe('岗位层级'),
    duties: z.array(text(6, 80)).min(2).describe('岗位职责'),
    authority: z
      .strictObject({
        basis: z.array(citationSchema).min(1).describe('权力的依据'),
        boundary: text(10, 160).describe('权力的边界：能定什么、不能定什么'),
        process: text(10, 160).describe('权力怎样行使：经过谁、留下什么'),
      })
      .describe('权限界定'),
    manifestations: z.array(text(8, 80)).min(2).describe('这一级廉政风险的具体表现形式'),
  })
  .describe('一个岗位层级');

const changeSchema = z
  .strictObject({
    version: versionSchema.describe('改到哪个版本号'),
    date: isoDateSchema,
    summary: text(4, 120).describe('改了什么、为什么改'),
  })
  .describe('一条变更记录');

export const wallSchema = z
  .strictObject({
    id: wallIdSchema.describe('墙的编号，一经发布永不改动，例如 w01'),
    order: z.number().int().min(1).max(999).describe('排列顺序，可以改'),
    powerItem: text(4, 30).describe('权力事项，例如“专项资金拨付”；标题由它生成'),
    powerClass: z.enum(powerClasses).describe('权力类别'),
    alsoPowerClasses: z.array(z.enum(powerClasses)).default([]).describe('兼有的权力类别'),
    leadDepartments: z.array(text(2, 20)).min(1).describe('主办处室，须在 bureau.yaml 里'),
    coDepartments: z.array(text(2, 20)).default([]).describe('协办处室，须在 bureau.yaml 里'),
    summary: text(20, 90).describe('一句话说明这项权力和最容易出事的地方'),
    scope: text(20, 160).describe('适用范围：从哪里起、到哪里止、哪些不在这面墙上'),
    synonyms: z.array(text(2, 20)).default([]).describe('同事们平时的叫法，供查找用'),
    version: versionSchema.describe('版本号，例如 1.0，写在引号里'),
    effectiveDate: isoDateSchema.describe('启用日期'),
    lastReviewDate: isoDateSchema.describe('上次审定日期'),
    nextReviewDate: isoDateSchema.describe('下次复核日期'),
    isDraft: z.boolean().default(false).describe('草稿写 true，不进网站'),
    changeLog: z.array(changeSchema).min(1).describe('变更记录，新的在前'),
    posts: z.array(postSchema).describe('三级岗位：领导、中层、普通各一项'),
    rights: z
      .array(
        z.strictObject({
          text: text(8, 90).describe('相对人可以怎么做'),
          basis: z.array(citationSchema).min(1),
        }),
      )
      .min(1)
      .describe('相对人的权利'),
    steps: z.array(stepSchema).min(3).describe('步骤，按办理顺序'),
    exits: z.array(exitSchema).default([]).describe('流程的其他出口：终止、转出'),
  })
  .describe('一面防控墙');

/** What an author writes, after defaults are filled in. */
export type WallSource = z.output<typeof wallSchema>;
export type Step = WallSource['steps'][number];
export type Risk = Step['risks'][number];
export type Control = Risk['controls'][number];
export type Exit = WallSource['exits'][number];
export type Post = WallSource['posts'][number];
export type TimeLimit = Step['timeLimits'][number];
