import {
  AlignmentType,
  BorderStyle,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
  type IParagraphOptions,
} from 'docx';
import { unzipSync } from 'fflate';
import { zipOf } from '../archive.ts';
import type { Block, Note } from './note.ts';

/** In half points. */
const sizes = { title: 32, heading: 22, body: 21, code: 17 } as const;
const fontOf = (name: string, latin = name) => ({
  ascii: latin,
  hAnsi: latin,
  eastAsia: name,
  cs: latin,
});
const song = fontOf('宋体');
const hei = fontOf('黑体');
const typed = fontOf('宋体', 'Consolas');

const bullets = 'bullets';
/** Twentieths of a point: 14 and 18 mm around. */
const margins = { top: 794, bottom: 794, left: 1020, right: 1020 };
const hanging = { left: 360, hanging: 360 };

const line = (text: string, options: IParagraphOptions, font = song, size: number = sizes.body) =>
  new Paragraph({ ...options, children: [new TextRun({ text, font, size })] });

const frame = { style: BorderStyle.SINGLE, size: 4, space: 1, color: '999999' };
const framed = { top: frame, bottom: frame, left: frame, right: frame };

function paragraphsOf(block: Block): Paragraph[] {
  switch (block.kind) {
    case 'heading':
      return [line(block.text, { spacing: { before: 80 }, keepNext: true }, hei, sizes.heading)];
    case 'text':
      return [line(block.text, {})];
    case 'list':
      return block.items.map((item) => line(item, { numbering: { reference: bullets, level: 0 } }));
    case 'code':
      return block.lines.map((one) => line(one, { border: framed }, typed, sizes.code));
  }
}

/** The moment at which Word says a file was made; the writer puts that of the clock. */
const moments = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

/**
 * The note as a Word file.
 * @param time that it carries: the same note at the same time is the same file.
 */
export async function noteWord({ title, subtitle, blocks }: Note, time: Date): Promise<Uint8Array> {
  const centred = { alignment: AlignmentType.CENTER };
  const document = new Document({
    title,
    numbering: {
      config: [
        {
          reference: bullets,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              style: { paragraph: { indent: hanging } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: margins } },
        children: [
          line(title, centred, hei, sizes.title),
          line(subtitle, centred),
          ...blocks.flatMap(paragraphsOf),
        ],
      },
    ],
  });
  const parts = new Map(Object.entries(unzipSync(await Packer.toBuffer(document))));
  const core = 'docProps/core.xml';
  const day = [time.getFullYear(), time.getMonth() + 1, time.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const dated = new TextDecoder().decode(parts.get(core)).replace(moments, `$1${day}T00:00:00Z`);
  return zipOf(parts.set(core, new TextEncoder().encode(dated)), time);
}
