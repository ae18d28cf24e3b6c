import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';

const mmPerPoint = 25.4 / 72;

/**
 * Fonts map some glyphs to a radical instead of the character that looks the same, and a PDF gives
 * the radical back. NFKC mends those of the Kangxi block; these are of the supplement. So it is with
 * the dash.
 */
const radicals =
  '⺟母⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻰龙⻳龟⺠民戶户―—';
const characterOf = new Map(
  Array.from({ length: radicals.length / 2 }, (_, i) => [radicals[2 * i], radicals[2 * i + 1]]),
);

/** Text as it was written, from text as a PDF gives it back. */
export function writtenText(printed: string): string {
  return Array.from(printed.normalize('NFKC'), (char) => characterOf.get(char) ?? char).join('');
}

export interface PrintedText {
  readonly text: string;
  /** From the left and top edge of the sheet. */
  readonly xMm: number;
  readonly yMm: number;
  readonly sizePt: number;
  /** Along its line. */
  readonly widthMm: number;
  /** Runs up the sheet, as a label on its left edge does. */
  readonly isTurned: boolean;
}

export interface PrintedPage {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly texts: readonly PrintedText[];
}

/** Prints a page as a reader would, with the page's own sheet size, and reads the PDF back. */
export async function printPage(page: Page): Promise<PrintedPage[]> {
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: false });
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false })
    .promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const sheet = await document.getPage(number);
    const { width, height } = sheet.getViewport({ scale: 1 });
    const { items } = await sheet.getTextContent();
    pages.push({
      widthMm: width * mmPerPoint,
      heightMm: height * mmPerPoint,
      texts: items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
        return {
          text: item.str,
          xMm: x * mmPerPoint,
          yMm: (height - y) * mmPerPoint,
          sizePt: Math.hypot(a, b),
          widthMm: item.width * mmPerPoint,
          isTurned: Math.abs(b) > Math.abs(a),
        };
      }),
    });
  }
  return pages;
}

/** All that is printed on a sheet, as it was written, without spaces. */
export const textOf = ({ texts }: PrintedPage): string =>
  writtenText(texts.map(({ text }) => text).join('')).replace(/\s/g, '');
