import { readSheetXml, unescapeCell, type SheetCells, type SheetLimits } from './sheetXml.ts';
import { dateStyles } from './styles.ts';
import { attribute, XmlError, xmlEvents } from './xml.ts';
import { zipParts, type ZipPart } from './zip.ts';

/** A sheet of a workbook as it is in the file. */
export interface WorkbookSheet extends SheetCells {
  readonly name: string;
  readonly isHidden: boolean;
}

export interface WorkbookLimits extends SheetLimits {
  /** Of all that is unpacked, whatever the file declares about it. */
  readonly bytes: number;
}

/**
 * Unpacks a deflated part.
 * @returns undefined when it comes to more than `limit` bytes; it must stop there.
 */
export type Inflate = (data: Uint8Array, limit: number) => Uint8Array | undefined;

export type XlsxFault = 'broken' | 'not a workbook' | 'binary workbook' | 'too large';

/** Why a file cannot be read as a workbook. */
export class XlsxError extends Error {
  readonly fault: XlsxFault;
  constructor(fault: XlsxFault) {
    super(fault);
    this.fault = fault;
  }
}

/** XML of office programs is UTF-8; some other writers take UTF-16 with its mark. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** The parts of a workbook by name, unpacked when they are asked for and never past the limit. */
class Package {
  private readonly parts: ReadonlyMap<string, ZipPart>;
  private left: number;
  private readonly inflate: Inflate;

  constructor(bytes: Uint8Array, limit: number, inflate: Inflate) {
    const parts = zipParts(bytes);
    if (!parts) throw new XlsxError('broken');
    // Some writers spell their names otherwise than they refer to them.
    this.parts = new Map(parts.map((part) => [part.name.toLowerCase(), part]));
    this.left = limit;
    this.inflate = inflate;
  }

  has(name: string): boolean {
    return this.parts.has(name.toLowerCase());
  }

  text(name: string): string {
    const part = this.parts.get(name.toLowerCase());
    if (!part) return '';
    const unpacked = part.method === 0 ? part.data : this.unpack(part);
    this.left -= unpacked.length;
    if (this.left < 0) throw new XlsxError('too large');
    return decode(unpacked);
  }

  private unpack({ method, data }: ZipPart): Uint8Array {
    if (method !== 8) throw new XlsxError('broken');
    let unpacked: Uint8Array | undefined;
    try {
      unpacked = this.inflate(data, this.left);
    } catch {
      throw new XlsxError('broken');
    }
    if (!unpacked) throw new XlsxError('too large');
    return unpacked;
  }
}

interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  readonly relation: string;
}

function sheetEntries(xml: string): { sheets: SheetEntry[]; isFrom1904: boolean } {
  const sheets: SheetEntry[] = [];
  let isFrom1904 = false;
  for (const event of xmlEvents(xml)) {
    if (event.type !== 'open') continue;
    const of = (name: string) => attribute(event.attributes, name);
    if (event.name === 'workbookPr') isFrom1904 ||= /^(?:1|true)$/.test(of('date1904') ?? '');
    if (event.name === 'sheet') {
      const name = unescapeCell(of('name') ?? '');
      sheets.push({ name, isHidden: /hidden/i.test(of('state') ?? ''), relation: of('id') ?? '' });
    }
  }
  return { sheets, isFrom1904 };
}

/** Where the parts of a workbook lie. */
function relations(xml: string) {
  const sheets = new Map<string, string>();
  const others = new Map<string, string>();
  for (const event of xmlEvents(xml)) {
    if (event.type !== 'open' || event.name !== 'Relationship') continue;
    const target = attribute(event.attributes, 'Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
    const kind = (attribute(event.attributes, 'Type') ?? '').split('/').pop() ?? '';
    if (kind === 'worksheet') sheets.set(attribute(event.attributes, 'Id') ?? '', path);
    else others.set(kind, path);
  }
  return { sheets, others };
}

/** The table of texts. Readings that stand above words are left out. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isReading = false;
  for (const event of xmlEvents(xml)) {
    if (event.type === 'text') {
      if (isText && !isReading) text += event.text;
      continue;
    }
    if (event.name === 't') isText = event.type === 'open';
    if (event.name === 'rPh') isReading = event.type === 'open';
    if (event.name !== 'si') continue;
    if (event.type === 'close') strings.push(unescapeCell(text));
    text = '';
  }
  return strings;
}

function* readParts(parts: Package, limits: SheetLimits): Generator<number, WorkbookSheet[]> {
  const { sheets, isFrom1904 } = sheetEntries(parts.text('xl/workbook.xml'));
  const places = relations(parts.text('xl/_rels/workbook.xml.rels'));
  const words = {
    strings: sharedStrings(
      parts.text(places.others.get('sharedStrings') ?? 'xl/sharedStrings.xml'),
    ),
    dates: dateStyles(parts.text(places.others.get('styles') ?? 'xl/styles.xml')),
    isFrom1904,
  };
  // Sheets that are only a chart have no cells.
  const tables = sheets.flatMap(({ relation, ...sheet }) => {
    const path = places.sheets.get(relation);
    return path === undefined ? [] : [{ ...sheet, path }];
  });
  const read: WorkbookSheet[] = [];
  for (const [i, { name, isHidden, path }] of tables.entries()) {
    if (!parts.has(path)) throw new XlsxError('broken');
    const steps = readSheetXml(parts.text(path), words, limits);
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield (i + step.value) / tables.length;
    read.push({ name, isHidden, ...step.value });
    yield (i + 1) / tables.length;
  }
  return read;
}

/**
 * Reads an .xlsx: all its sheets, hidden ones too, formula errors as they are shown, formulas
 * without a result as `=…`. Only the parts that hold cells are unpacked.
 * @returns step by step; what is yielded tells how far it is, from 0 to 1.
 * @throws XlsxError for what is no workbook, is broken, or unpacks to more than the limit.
 */
export function* readXlsx(
  bytes: Uint8Array,
  limits: WorkbookLimits,
  inflate: Inflate,
): Generator<number, WorkbookSheet[]> {
  const parts = new Package(bytes, limits.bytes, inflate);
  if (parts.has('xl/workbook.bin')) throw new XlsxError('binary workbook');
  if (!parts.has('xl/workbook.xml')) throw new XlsxError('not a workbook');
  try {
    return yield* readParts(parts, limits);
  } catch (error) {
    if (error instanceof XmlError) throw new XlsxError('broken');
    throw error;
  }
}
