import { z } from 'zod';
import { postLevels } from '../vocabulary.ts';
import { idSchema, isoDateSchema, text, versionSchema, written } from '../fields/fields.ts';
import { promiseIdPattern } from '../fields/ids.ts';
import { letterKinds, type CopyCount } from './letterWords.ts';

/** One line of text in which only the known placeholders may stand in braces. */
const filledText = (min: number, max: number) =>
  written(
    z.string().trim().min(min).max(max),
    /^(?:[^<>{}\n\r\t]|\{(?:单位|处室|岗位|姓名|期限|监督人|任职)\})*$/,
    '只能是一行文字；花括号里只能写：单位、处室、岗位、姓名、期限、监督人、任职',
  );

/** A template of the commitment letter under `content/letters/`. */
export const letterSchema = z
  .strictObject({
    name: text(2, 12).describe('给谁用，例如“普通岗位”'),
    order: z.number().int().min(1).describe('排在第几'),
    kind: z.enum(letterKinds).describe('个人、集体或家属'),
    postLevel: z.enum(postLevels).optional().describe('哪一级岗位用；集体和家属不写'),
    version: versionSchema.describe('文字的版本，改了文字就加一'),
    effectiveDate: isoDateSchema.describe('从哪天起用'),
    title: text(4, 20).describe('标题'),
    salutation: filledText(2, 28).describe('称谓，以冒号结尾'),
    preamble: filledText(20, 140).describe('开头，以“承诺如下：”结尾'),
    promises: z
      .array(
        z.strictObject({
          id: idSchema(promiseIdPattern, '写成文件名加 -p 和两位数字，例如 staff-p01').describe(
            '编号，一经发布永不改动',
          ),
          lead: text(3, 12).describe('小题，以句号结尾，印成黑体'),
          text: text(16, 90).describe('承诺，两行以内（五十字左右）最好'),
        }),
      )
      .min(1)
      .max(6)
      .describe('人人都要承诺的几条'),
    closingOutside: text(16, 140)
      .optional()
      .describe('外单位人员的结语：他们不归本单位处分；不写就和别人的一样'),
    closing: text(16, 140).describe('结语：请谁监督，违反了承担什么责任'),
    signers: z
      .array(text(2, 10))
      .min(1)
      .max(3)
      .describe('谁签名，按先后；个人的只写承诺人，对谁签由 bureau.yaml 的 countersigners 定'),
    memberLines: z.number().int().min(0).max(8).default(0).describe('集体签名留几行'),
    keepers: z.array(text(2, 12)).length(4).describe('一式四份时各由谁存；份数少的取前几个'),
    copies: z
      .number()
      .int()
      .min(2)
      .max(4)
      .describe('默认一式几份')
      .transform((count): CopyCount => (count === 3 ? 3 : count === 4 ? 4 : 2)),
  })
  .describe('一份承诺书的文字');

export type LetterTemplate = z.output<typeof letterSchema>;
