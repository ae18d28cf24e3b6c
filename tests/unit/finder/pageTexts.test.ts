import { expect, test } from 'vitest';
import { pageParts, unpacked, type PageText } from '../../../src/model/finder/pageTexts.ts';

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
  ],
};

test('由编号就知道的条名不写进数据，读出来一个字不差', () => {
  const [part] = pageParts([page]);
  const [written] = part?.pages ?? [];
  expect(written?.sections.map(([, heading]) => heading)).toEqual([
    '',
    '',
    '',
    '第四十八条（已废止）',
    '哪里引用了它',
  ]);
  expect(written && unpacked(written)).toEqual(page);
});
