import type { Letter } from '../model/letter/letter.ts';
import {
  dateForPen,
  layOutLetter,
  signatureRowMm,
  typeSizes,
} from '../model/letter/layoutLetter.ts';
import { linesOf } from '../model/text/breakLines.ts';
import { saveFile } from './files.ts';

/** Fonts as Word names them; each is on every Chinese Windows, WPS has its own for them. */
const fonts = { title: '方正小标宋简体', body: '仿宋', lead: '黑体', number: '宋体' } as const;

/**
 * Type in half points, lines and the space between characters in twentieths of a point. 三号 by
 * GB/T 9704-2012, 22 lines of 28 characters on 156 x 225 mm: 28 characters of 16 pt are 5 pt wider
 * than the line, so each gives way a little. The character grid of Word would do the same, but it
 * counts from the type size of the default style, and other office programs count otherwise.
 */
const sizes = {
  三号: { halfPoints: 32, lineTwentieths: 579, spaceTwentieths: -5 },
  四号: { halfPoints: 28, lineTwentieths: 490, spaceTwentieths: 0 },
} as const;
const titleHalfPoints = 44;
const twentiethsPerMm = 56.6929;
const mm = (value: number) => Math.round(value * twentiethsPerMm);

/** A4 with the margins of an official document, in mm. */
const paper = { width: 210, height: 297, top: 37, right: 26, bottom: 35, left: 28 };

/** A line to write on, as long as the label and the date leave room for it. */
const ruleAfter = (label: string) =>
  '＿'.repeat(Math.max(3, typeSizes.三号.charsPerLine - Array.from(label + dateForPen).length));

/** What stands on the paper beside the letter itself. */
export interface WordWords {
  /** Below the text: version and check code; empty for none. */
  readonly foot: string;
  readonly reportLine: string;
}

/** Makes the letter as a Word file with the same text and layout. The writer is fetched only now. */
export async function wordBlob(letter: Letter, { foot, reportLine }: WordWords): Promise<Blob> {
  const word = await import('docx');
  const { halfPoints, lineTwentieths, spaceTwentieths } = sizes[layOutLetter(letter).size];
  const font = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });
  const spacing = { line: lineTwentieths, lineRule: word.LineRuleType.EXACT, before: 0, after: 0 };
  const run = (text: string, face: string, size: number = halfPoints) =>
    new word.TextRun({ text, font: font(face), size, characterSpacing: spaceTwentieths });
  const empty = () => new word.Paragraph({ children: [], spacing });

  const title = new word.Paragraph({
    children: [run(letter.title, fonts.title, titleHalfPoints)],
    alignment: word.AlignmentType.CENTER,
    spacing,
  });
  const paragraphs = letter.paragraphs.flatMap(({ runs, indent }) =>
    linesOf(runs).map((line) => ({ runs: line, indent })),
  );
  const body = paragraphs.map(
    ({ runs, indent }) =>
      new word.Paragraph({
        children: runs.map(({ text, isLead }) => run(text, isLead ? fonts.lead : fonts.body)),
        // Not spread: another office program loses a comma that hangs over the edge of a spread line,
        // and lines of full-width characters end alike anyway.
        alignment: word.AlignmentType.LEFT,
        indent: indent === 0 ? {} : { firstLine: halfPoints * 20 },
        spacing,
        widowControl: true,
      }),
  );
  const signers = letter.signers.map(
    (who) =>
      new word.Paragraph({
        // Signs that fill a line to write on, since a rule would move when the text is changed.
        children: [run(`${who}${ruleAfter(who)}${dateForPen}`, fonts.body)],
        spacing: { ...spacing, before: mm(signatureRowMm) - lineTwentieths },
        keepNext: true,
        keepLines: true,
      }),
  );
  const members =
    letter.memberLines > 0
      ? [
          new word.Paragraph({
            children: [run('全体人员签名：', fonts.body)],
            spacing,
            keepNext: true,
          }),
          ...Array.from({ length: letter.memberLines }, empty),
        ]
      : [];
  const footText = (text: string) =>
    new word.Paragraph({
      children: [new word.TextRun({ text, font: font(fonts.number), size: 16 })],
    });
  const pageNumber = new word.Paragraph({
    alignment: word.AlignmentType.RIGHT,
    children: [
      new word.TextRun({
        children: ['— ', word.PageNumber.CURRENT, ' —'],
        font: font(fonts.number),
        size: 28,
      }),
    ],
  });
  const document = new word.Document({
    title: letter.title,
    creator: '',
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(paper.width), height: mm(paper.height) },
            margin: {
              top: mm(paper.top),
              right: mm(paper.right),
              bottom: mm(paper.bottom),
              left: mm(paper.left),
              footer: mm(15),
            },
          },
        },
        footers: {
          default: new word.Footer({
            children: [
              pageNumber,
              ...[letter.copiesLine, reportLine, foot].filter(Boolean).map(footText),
            ],
          }),
        },
        children: [empty(), title, empty(), ...body, ...members, ...signers],
      },
    ],
  });
  return word.Packer.toBlob(document);
}

/** Offers the letter as a Word file. */
export async function saveWord(fileName: string, letter: Letter, words: WordWords): Promise<void> {
  saveFile(fileName, await wordBlob(letter, words));
}
