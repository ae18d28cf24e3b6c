import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldRows } from '../../../src/model/fields/fieldRows.ts';
import { quizSchema } from '../../../src/model/quiz/quizSchema.ts';
import { wallSchema } from '../../../src/model/wall/wallSchema.ts';

const rowsOf = (schema: z.ZodType) => fieldRows(z.toJSONSchema(schema, { io: 'input' }));
const quiz = rowsOf(quizSchema);
const of = (path: string) => quiz.filter((row) => row.path === path);

test('题型只列一行，六种都写着', () => {
  expect(of('questions › type')).toMatchObject([
    { isRequired: true, limit: '单选、多选、判断、排序、配对、案例' },
  ]);
  expect(of('questions › parts › type')).toMatchObject([{ limit: '单选、多选、判断' }]);
});

test('各题型都有的字段不重复，只有几种有的写明是哪几种', () => {
  expect(of('questions › id')).toHaveLength(1);
  expect(of('questions › id')[0]?.description).not.toContain('〔');
  expect(of('questions › options')).toMatchObject([
    { description: expect.stringContaining('〔单选〕') as string, limit: '列表，4 项' },
    {
      description: expect.stringContaining('〔多选〕') as string,
      limit: '列表，至少 4 项，至多 6 项',
    },
  ]);
  expect(of('questions › items')).toMatchObject([
    { isRequired: true, description: expect.stringContaining('〔排序〕') as string },
  ]);
  expect(of('questions › options › isRight')).toMatchObject([
    { isRequired: false, description: expect.stringContaining('〔单选、多选〕') as string },
  ]);
});

test.each([
  ['墙', rowsOf(wallSchema)],
  ['题库', quiz],
])('%s的每个字段都有说明，没有一行重复', (_, rows) => {
  expect(rows.filter(({ description }) => description.replace(/〔.*?〕/, '') === '')).toEqual([]);
  expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
});
