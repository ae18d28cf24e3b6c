import { describe, expect, test } from 'vitest';
import { groupCitations } from '../../../src/model/paper/groupCitations.ts';

const laws = new Map([
  ['a', { shortTitle: '甲法', isVerified: true }],
  ['b', { shortTitle: '乙办法', isVerified: false }],
]);
const said = (...citations: string[]) =>
  groupCitations(citations, laws).map(({ name, places }) => name + places);

describe('纸上的法条', () => {
  test('一部法只写一次名称，条按先后排，同一处只写一次', () => {
    expect(said('a#48', 'b', 'a#9', 'a#388-1', 'a#48')).toEqual([
      '《甲法》第九条、第四十八条、第三百八十八条之一',
      '《乙办法》',
    ]);
  });

  test('同一条、同一款的几项，条和款只写一次', () => {
    expect(said('a#39.1.5', 'a#39.1.1', 'a#39.2', 'a#40.1.1')).toEqual([
      '《甲法》第三十九条第一款第（一）项、第（五）项、第二款、第四十条第一款第（一）项',
    ]);
  });

  test('引了整条又引其中一项，两处都写明是哪一条', () => {
    expect(said('a#39', 'a#39.1.1')).toEqual(['《甲法》第三十九条、第三十九条第一款第（一）项']);
  });

  test('整款之后的项仍写明哪一款，不会读成整款', () => {
    expect(said('a#39.1', 'a#39.1.2')).toEqual(['《甲法》第三十九条第一款、第一款第（二）项']);
  });

  test('没有核过的法标出来，目录里没有的法不写', () => {
    expect(groupCitations(['b#3', 'c#1'], laws)).toEqual([
      { name: '《乙办法》', places: '第三条', isVerified: false },
    ]);
  });
});
