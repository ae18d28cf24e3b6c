import { z } from '../kept/miniZod.ts';
import { csvText } from '../text/csv.ts';
import { localTime } from '../text/dates.ts';

/** One letter that was printed from this computer. */
const printedLetterSchema = z.object({
  name: z.string().check(z.maxLength(60)),
  department: z.string().check(z.maxLength(60)),
  code: z.string().check(z.regex(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)),
});

const printEventSchema = z.object({
  /** ms since 1970. */
  at: z.number(),
  templateName: z.string().check(z.maxLength(40)),
  version: z.string().check(z.maxLength(12)),
  contentVersion: z.string().check(z.maxLength(40)),
  letters: z.array(printedLetterSchema).check(z.maxLength(1000)),
});

/** 本机打印记录: what was sent to the printer, the latest first. It does not know what was signed. */
export const printLogSchema = z.array(printEventSchema).check(z.maxLength(500));

export type PrintedLetter = z.infer<typeof printedLetterSchema>;
export type PrintEvent = z.infer<typeof printEventSchema>;
export type PrintLog = readonly PrintEvent[];

const mostLetters = 20_000;

/** Adds an event; the oldest ones leave when the log grows beyond what a browser can keep. */
export function withEvent(log: PrintLog, event: PrintEvent): PrintEvent[] {
  const kept: PrintEvent[] = [];
  let letters = 0;
  for (const one of [event, ...log].slice(0, 500)) {
    letters += one.letters.length;
    if (letters > mostLetters && kept.length > 0) break;
    kept.push(one);
  }
  return kept;
}

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

/** The log as a file that `/verify/` reads. */
export function printLogFile(log: PrintLog): string {
  return JSON.stringify({ kind: 'fangkong.print-log', v: 1, data: log }, null, 1);
}

/** Reads such a file. @returns undefined when it is none. */
export function readPrintLogFile(text: string): PrintEvent[] | undefined {
  try {
    const file: unknown = JSON.parse(text);
    if (typeof file !== 'object' || file === null || !('kind' in file) || !('data' in file)) {
      return undefined;
    }
    if (file.kind !== 'fangkong.print-log') return undefined;
    const result = printLogSchema.safeParse(file.data);
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}
