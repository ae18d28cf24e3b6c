import { describe, expect, test } from 'vitest';
import { plainDays } from '../../src/model/checks/workingDays.ts';

describe('法律按工作日算的期限，要写明是工作日', () => {
  test.each([
    ['xingzheng-xuke-fa', '自受理之日起二十日内作出决定', ['二十日']],
    ['xingzheng-xuke-fa', '自受理之日起二十个工作日内作出决定', []],
    ['xingzheng-xuke-fa', '五天内一次告知', ['五天']],
    ['xingzheng-chufa-fa', '决定书七日内送达', ['七日']],
    ['xingzheng-chufa-fa', '自立案之日起九十日内作出处罚决定', []],
    ['xingzheng-qiangzhi-fa', '催告书送达十日后', ['十日']],
    ['xingzheng-qiangzhi-fa', '三十日内作出处理决定', []],
    ['xingzheng-fuyi-fa', '收到申请后五日内审查', ['五日']],
    ['xingzheng-fuyi-fa', '知道之日起六十日内申请', []],
    ['tudi-guanli-fa', '公告不少于三十日', []],
    ['xingzheng-xuke-fa', '期满三十日前申请延续', ['三十日']],
    ['xingzheng-chufa-fa', '当场交付，工作日期间送达', []],
  ])('%s：%s', (law, text, said) => {
    expect(plainDays(text, law)).toEqual(said);
  });

  test('申请人的期限不是实施许可的期限：延续在届满三十日前申请，是自然日', () => {
    expect(plainDays('期满三十日前申请延续', 'xingzheng-xuke-fa', '50')).toEqual([]);
    expect(plainDays('受理之日起二十日内决定', 'xingzheng-xuke-fa', '42')).toEqual(['二十日']);
  });
});
