import { expect, test } from 'vitest';
import {
  pageParts,
  stepHeadings,
  unpacked,
  type PageText,
} from '../../../src/model/finder/pageTexts.ts';

const page: PageText = {
  path: 'laws/a/',
  title: '甲法',
  kind: '法律',
  powerClasses: [],
  sections: [
    ['', '', '开头'],
    ['article-47', '第四十七条', '要点'],
    ['article-388-1', '第三百八十八条之一', '要点'],
    ['article-48', '第四十八条（已废止）', '要点'],
    ['uses', '哪里引用了它', ''],
    ['step-w01-s02', '第 2 步公告', '张贴'],
    ['step-w01-s09', '第 9 步没有这一步', ''],
  ],
};

const steps = stepHeadings([{ steps: ['受理', '公告'], stepIds: ['w01-s01', 'w01-s02'] }]);

test('由编号就知道的条名、步骤名不写进数据，读出来一个字不差', () => {
  const [part] = pageParts([page], steps);
  const [written] = part?.pages ?? [];
  expect(written?.sections.map(([, heading]) => heading)).toEqual([
    '',
    '',
    '',
    '第四十八条（已废止）',
    '哪里引用了它',
    '',
    '第 9 步没有这一步',
  ]);
  expect(written && unpacked(written, steps)).toEqual(page);
});
