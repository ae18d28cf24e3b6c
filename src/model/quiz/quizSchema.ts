import { z } from 'zod';
import { citationPattern } from '../law/citation.ts';
import { idSchema, tellForms, text, wallIdSchema } from '../fields/fields.ts';
import { questionIdPattern, questionPartIdPattern } from '../fields/ids.ts';
import { difficulties, postLevels, questionTypes } from '../vocabulary.ts';

/**
 * The shape of one file of questions. Whether what a question rests on exists, whether two stems
 * are alike or the bank gives its answers away is checked in `checks/quizzes.ts`.
 */

const questionId = idSchema(
  questionIdPattern,
  '写成墙的编号加题号，例如 w01-q03；通用题写 gen-q03',
);
const partId = idSchema(questionPartIdPattern, '写成题目编号加小题，例如 w01-q10-a');

const toldByType = {
  error: tellForms('type', '题型', `${questionTypes.join('、')}；小题只能是单选、多选、判断`),
};

const option = z
  .strictObject({
    text: text(1, 80).describe('选项文字，四个选项长短相近'),
    isRight: z.boolean().default(false).describe('是不是正确选项，不写就是错的'),
    feedback: text(6, 120).describe('选了它以后看到的话：为什么对，或者错在哪里'),
  })
  .describe('一个选项');

/** What a question of any type carries. */
const common = {
  id: questionId.describe('题目编号，例如 w01-q03，一经发布永不改动，也不重用'),
  difficulty: z.enum(difficulties).describe('难度'),
  postLevels: z.array(z.enum(postLevels)).min(1).describe('适合哪几级岗位'),
  restsOn: z
    .array(
      z.union([z.string().regex(citationPattern), z.string().regex(/^page:[a-z]+$/)], {
        error:
          '依据写风险点（w01-r03）、步骤（w01-s02）、法条（tudi-guanli-fa#47）或者 page:页面名',
      }),
    )
    .min(1)
    .describe('依据：风险点编号、步骤编号、法条引用，或者 page:页面名'),
  explanation: text(8, 200).optional().describe('答完以后看到的总说明'),
};

const ofType = <T extends (typeof questionTypes)[number]>(type: T) =>
  z.literal(type).describe('题型，决定还要写哪些字段');

const stem = text(8, 160).describe('题干');

const single = {
  type: ofType('单选'),
  stem,
  options: z.array(option).length(4).describe('选项，只有一个对'),
};
const multiple = {
  type: ofType('多选'),
  stem,
  options: z.array(option).min(4).max(6).describe('选项，至少两个对、一个错'),
};
const judgement = {
  type: ofType('判断'),
  stem,
  isTrue: z.boolean().describe('这句话对不对'),
  feedback: z
    .strictObject({
      ifTrue: text(6, 120).describe('选“对”以后看到的话'),
      ifFalse: text(6, 120).describe('选“错”以后看到的话'),
    })
    .describe('两种选择各自的说明'),
};

const partCommon = { id: partId.describe('小题编号，例如 w01-q10-a') };

export const questionSchema = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ ...common, ...single }),
    z.strictObject({ ...common, ...multiple }),
    z.strictObject({ ...common, ...judgement }),
    z.strictObject({
      ...common,
      type: ofType('排序'),
      stem,
      items: z.array(text(2, 40)).min(3).max(7).describe('按正确的先后写，答题时打乱'),
      explanation: text(8, 200).describe('为什么是这个先后'),
    }),
    z.strictObject({
      ...common,
      type: ofType('配对'),
      stem,
      pairs: z
        .array(
          z.strictObject({
            left: text(2, 40).describe('左边一项'),
            right: text(2, 50).describe('和它对应的右边一项'),
          }),
        )
        .min(3)
        .max(6)
        .describe('左右一一对应，答题时右边打乱'),
      explanation: text(8, 200).describe('为什么这样对应'),
    }),
    z.strictObject({
      ...common,
      type: ofType('案例'),
      stem: text(30, 400).describe('案情，写明是虚构的，人物只用岗位称呼'),
      parts: z
        .array(
          z.discriminatedUnion(
            'type',
            [
              z.strictObject({ ...partCommon, ...single }),
              z.strictObject({ ...partCommon, ...multiple }),
              z.strictObject({ ...partCommon, ...judgement }),
            ],
            toldByType,
          ),
        )
        .min(2)
        .max(4)
        .describe('小题：单选、多选或判断'),
    }),
  ],
  toldByType,
);

export const quizSchema = z
  .strictObject({
    wall: wallIdSchema.optional().describe('这些题属于哪一面墙；general.yaml 不写'),
    questions: z.array(questionSchema).min(1).describe('题目'),
  })
  .describe('一个题库文件');

export type QuizSource = z.output<typeof quizSchema>;
export type Question = QuizSource['questions'][number];
export type QuestionOf<T extends Question['type']> = Extract<Question, { type: T }>;
export type QuestionPart = QuestionOf<'案例'>['parts'][number];
/** A question, or a part of a case, that is answered by ticking. */
export type Ticked = QuestionOf<'单选' | '多选' | '判断'> | QuestionPart;
