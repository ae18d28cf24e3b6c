import { z } from '../kept/miniZod.ts';
import { csvText } from '../text/csv.ts';
import { localTime } from '../text/dates.ts';

/** One letter that was printed from this computer. */
const printedLetterSchema = z.object({
  name: z.string().check(z.maxLength(60)),
  department: z.string().check(z.maxLength(60)),
  code: z.string().check(z.regex(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)),
});

export const printEventShape = z.object({
  /** ms since 1970. */
  at: z.number(),
  templateName: z.string().check(z.maxLength(40)),
  version: z.string().check(z.maxLength(12)),
  contentVersion: z.string().check(z.maxLength(40)),
  letters: z.array(printedLetterSchema).check(z.maxLength(1000)),
});

export type PrintedLetter = z.infer<typeof printedLetterSchema>;
export type PrintEvent = z.infer<typeof printEventShape>;
/** 本机打印记录: what was sent to the printer, the latest first. It does not know what was signed. */
export type PrintLog = readonly PrintEvent[];

/** Where a code was printed, the latest first. */
export function findCode(
  log: PrintLog,
  code: string,
): { readonly event: PrintEvent; readonly letter: PrintedLetter }[] {
  return log.flatMap((event) =>
    event.letters.filter((letter) => letter.code === code).map((letter) => ({ event, letter })),
  );
}

/** The log as a table with a BOM, one line for each letter. */
export function printLogCsv(log: PrintLog): string {
  return csvText([
    ['打印时间', '承诺书', '文字版本', '内容版本', '姓名', '处室', '校验码'],
    ...log.flatMap((event) =>
      event.letters.map(({ name, department, code }) => [
        localTime(event.at),
        event.templateName,
        event.version,
        event.contentVersion,
        name,
        department,
        code,
      ]),
    ),
  ]);
}
