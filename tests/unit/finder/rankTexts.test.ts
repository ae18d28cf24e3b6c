import { describe, expect, test } from 'vitest';
import { growIndex, rankTexts } from '../../../src/model/finder/nearIndex.ts';
import { packRelation, unpackRelation } from '../../../src/model/finder/packRelation.ts';
import { queryUnits } from '../../../src/model/finder/queryUnits.ts';

function groupsOf(query: string, texts: readonly (readonly [group: number, text: string])[]) {
  const index = growIndex();
  index.add(texts.map(([group, text]) => ({ fields: ['', text], group })));
  return rankTexts(queryUnits([query], []), index).map(({ at }) => texts[at]?.[0]);
}

describe('最接近的', () => {
  test('一个词多在一面墙上，这面墙排在碰巧提到它的墙前面', () => {
    const other = ['渣土', '界桩', '台账', '公告'].map((text) => [9, text] as const);
    const mines = ['矿山储量', '矿山界桩', '矿山巡查'].map((text) => [1, text] as const);
    expect(groupsOf('矿山', [[0, '矿山'], ...mines, ...other])).toEqual([1, 1, 1, 0]);
  });

  test('一个词在两组里，两组指的都查', () => {
    const [unit] = queryUnits(
      ['贷款'],
      [
        { say: ['贷款'], mean: ['抵押'] },
        { say: ['贷款'], mean: ['资金来源'] },
      ],
    );
    expect(unit?.words).toEqual(['贷款', '抵押', '资金来源']);
  });

  test('发布的词组取回来是同样的词，全角和大写已经折成一样', () => {
    const relation = { say: ['ＫＴＶ', '唱歌'], mean: ['宴请'] };
    expect(unpackRelation(packRelation(relation))).toEqual({
      say: ['ktv', '唱歌'],
      mean: ['宴请'],
    });
  });
});
