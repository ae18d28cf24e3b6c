import { expect, test } from 'vitest';
import { nearestNames } from '../../../src/model/text/nearest.ts';

const known = ['规划处', '财务处', '地籍处', '耕地保护处', '土地利用处', '土地储备中心'].map(
  (name) => ({ name, aliases: name === '规划处' ? ['空间规划科'] : [] }),
);

test.each([
  ['规化处', ['规划处']],
  ['财务', ['财务处']],
  ['空间规划', ['规划处']],
  ['土地利用科', ['土地利用处']],
  ['驾驶班', []],
])('写错一个字、写短了、照老叫法写，都猜得到是哪一个：%s', (written, meant) => {
  expect(nearestNames(written, known, 1)).toEqual(meant);
});
