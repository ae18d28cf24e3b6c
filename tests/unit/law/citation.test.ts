import { describe, expect, test } from 'vitest';
import {
  chineseNumeral,
  compareArticles,
  locatorLabel,
  parseCitation,
} from '../../../src/model/law/citation.ts';

describe('法条引用', () => {
  test.each([
    ['tudi-guanli-fa#47', '第四十七条'],
    ['tudi-guanli-fa#47.2', '第四十七条第二款'],
    ['tudi-guanli-fa#47.2.3', '第四十七条第二款第（三）项'],
    ['xing-fa#388-1', '第三百八十八条之一'],
    ['minfadian#1010', '第一千零一十条'],
    ['lianjie-zhunze', ''],
  ])('%s 读作“%s”', (text, label) => {
    const citation = parseCitation(text);
    expect(citation && locatorLabel(citation)).toBe(label);
  });

  test.each(['土地管理法#47', 'tudi#', 'tudi#0', 'tudi#47.', 'Tudi#47', 'tudi#47.2.3.4'])(
    '“%s”不是引用的写法',
    (text) => expect(parseCitation(text)).toBeUndefined(),
  );

  test.each([
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [101, '一百零一'],
    [110, '一百一十'],
    [1001, '一千零一'],
  ])('%i 写成%s', (value, text) => expect(chineseNumeral(value)).toBe(text));

  test('条号按大小排，之一排在本条后面', () => {
    expect(['388-1', '47', '9', '388'].sort(compareArticles)).toEqual(['9', '47', '388', '388-1']);
  });
});
