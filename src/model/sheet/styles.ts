import { attribute, xmlEvents } from './xml.ts';

/**
 * Numbers of formats that show a date without a code of their own: ECMA-376 part 1, 18.8.30, with
 * those that are built in for Chinese.
 */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

/** A code shows a date when a letter of one is left once quoted texts, colours and escapes are gone. */
const showsDate = (code: string) =>
  /[ymdhs]/i.test(
    code
      .replace(/"[^"]*"/g, '')
      .replace(/\\./g, '')
      .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
      .replace(/general/gi, ''),
  );

/** Which styles of cells show a number as a date, by the number of the style. */
export function dateStyles(xml: string): ReadonlySet<number> {
  const codes = new Map<number, string>();
  const dates = new Set<number>();
  let isInCells = false;
  let style = 0;
  for (const event of xmlEvents(xml)) {
    if (event.type === 'text') continue;
    if (event.name === 'cellXfs') isInCells = event.type === 'open';
    if (event.type !== 'open') continue;
    const format = Number(attribute(event.attributes, 'numFmtId') ?? 0);
    if (event.name === 'numFmt') codes.set(format, attribute(event.attributes, 'formatCode') ?? '');
    if (event.name === 'xf' && isInCells) {
      const code = codes.get(format);
      if (code === undefined ? isBuiltInDate(format) : showsDate(code)) dates.add(style);
      style += 1;
    }
  }
  return dates;
}

const dayMs = 86_400_000;

/** A day number as spreadsheets count: from 1900 with a 29 February that never was, or from 1904. */
export function dateOf(serial: number, isFrom1904: boolean): Date {
  const from1900 = isFrom1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  return new Date(Math.round((from1900 - 25_569) * dayMs));
}
