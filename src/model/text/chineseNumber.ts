const digits = '零一二三四五六七八九';

/** 1 to 9999 as written in Chinese or in digits: 两, 十五, 一百二十, 三千, 45. @returns NaN for other text. */
export function chineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const match =
    /^(?:([一二两三四五六七八九])?(千))?零?(?:([一二两三四五六七八九])?(百))?零?(?:([一二三四五六七八九])?(十))?([一二两三四五六七八九])?$/.exec(
      text,
    );
  if (!match || text === '') return NaN;
  const value = (digit: string | undefined, otherwise: number) =>
    digit === undefined ? otherwise : digit === '两' ? 2 : digits.indexOf(digit);
  const [, thousands, thousand, hundreds, hundred, tens, ten, ones] = match;
  return (
    (thousand ? value(thousands, 1) * 1000 : 0) +
    (hundred ? value(hundreds, 1) * 100 : 0) +
    (ten ? value(tens, 1) * 10 : 0) +
    value(ones, 0)
  );
}
