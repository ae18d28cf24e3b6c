import { describe, expect, test } from 'vitest';
import { dataPath } from '../../../src/model/published/dataFiles.ts';
import {
  allFetched,
  bothFetched,
  faultText,
  isOfOtherSite,
  mapFetched,
  type DataFault,
  type Fetched,
} from '../../../src/model/published/fetched.ts';

const here = <T>(data: T): Fetched<T> => ({ status: 'present', data });
const fault: DataFault = { cause: 'network', path: 'data/quiz.json' };
const away: Fetched<never> = { status: 'absent', fault };

describe('数据文件没有取到', () => {
  test.each<[string, DataFault, string]>([
    [
      '服务器没有给',
      { cause: 'refused', path: 'data/register.json', httpStatus: 404 },
      '服务器没有给出 data/register.json（404）：请管理员检查服务器上的文件类型设置。',
    ],
    ['断了网', fault, '没有连上服务器'],
    [
      '文件坏了',
      { cause: 'unreadable', path: 'data/quiz/w01.json' },
      'data/quiz/w01.json 读不出来',
    ],
    ['站点更新了', { cause: 'outdated' }, '本站刚刚更新，这一页还是旧的，请刷新页面'],
  ])('%s，说的就是这个原因', (_, one, expected) => {
    expect(faultText(one)).toContain(expected);
  });

  test('几个文件里少一个，就不拿剩下的充数', () => {
    expect(allFetched([here(1), away, here(3)])).toEqual(away);
    expect(allFetched([here(1), here(2)])).toEqual(here([1, 2]));
    expect(bothFetched(here(1), away)).toEqual(away);
    expect(bothFetched(away, here(1))).toEqual(away);
    expect(bothFetched(here(1), here('二'))).toEqual(here([1, '二']));
    expect(mapFetched(away, () => 1)).toEqual(away);
  });
});

describe('页面和数据文件是不是同一次发布的', () => {
  test.each<[string, unknown, string | undefined, boolean]>([
    ['版本相同', { siteVersion: 'a1' }, 'a1', false],
    ['页面是旧的', { siteVersion: 'b2' }, 'a1', true],
    ['页面没有写版本', { siteVersion: 'b2' }, undefined, false],
    ['文件没有写版本', { contentVersion: 'x' }, 'a1', false],
    ['文件不是一个对象', [1, 2], 'a1', false],
    ['文件是空的', null, 'a1', false],
  ])('%s', (_, data, page, isOther) => {
    expect(isOfOtherSite(data, page)).toBe(isOther);
  });
});

test('文件的地址：有几个的，说是哪一个', () => {
  expect(dataPath('register')).toBe('data/register.json');
  expect(dataPath('checklist/*', 'w01')).toBe('data/checklist/w01.json');
  expect(dataPath('quiz/*-key', 'gen')).toBe('data/quiz/gen-key.json');
  expect(dataPath('finder-details-*', 0)).toBe('data/finder-details-0.json');
});
