import { chineseNumeral } from '../law/citation.ts';
import { tenureWords } from '../post/postWords.ts';
import type { LetterTemplate } from './letterSchema.ts';
import type { CopyCount, Placeholder } from './letterWords.ts';

/** What is filled in. An empty field is left open for the pen. */
export interface LetterFields {
  readonly unit: string;
  readonly department: string;
  readonly post: string;
  readonly name: string;
  /** In words: `2027年1月1日至2027年12月31日` or `在岗期间`. */
  readonly period: string;
  readonly supervisor: string;
  /** To whom; empty means the salutation of the template. */
  readonly salutation: string;
  readonly copies: CopyCount;
  /** Staff of another body, whom the bureau's rules of sanction do not bind. */
  readonly isOutside?: boolean;
}

/** One promise as it stands in the letter. */
export interface LetterPromise {
  /** `staff-p01` from the template, `cadastre/review-and-entry` a pledge, `own-1` by hand. */
  readonly id: string;
  readonly lead: string;
  readonly text: string;
  /** Whether its text was changed before printing. */
  readonly isEdited: boolean;
}

export interface Run {
  readonly text: string;
  /** Printed in 黑体. */
  readonly isLead: boolean;
}

export interface Paragraph {
  readonly runs: readonly Run[];
  /** Characters left free before the first line: 2, or 0 for the salutation. */
  readonly indent: 0 | 2;
}

/** A letter put together, before it is laid out. */
export interface Letter {
  readonly templateName: string;
  readonly templateId: string;
  readonly version: string;
  readonly contentVersion: string;
  readonly fields: LetterFields;
  readonly promises: readonly LetterPromise[];
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
  /** Who signs; the name is never typed where it has to be signed. */
  readonly signers: readonly string[];
  readonly memberLines: number;
  /** How many copies and who keeps them: stands in the foot, so that the text keeps its lines. */
  readonly copiesLine: string;
}

export interface NamedTemplate extends LetterTemplate {
  readonly id: string;
}

/** Room for the pen, in full-width signs. */
const blanks: Readonly<Record<Exclude<Placeholder, '任职'>, string>> = {
  单位: '＿＿＿＿＿＿＿＿',
  处室: '＿＿＿＿＿＿',
  岗位: '＿＿＿＿＿＿',
  姓名: '＿＿＿＿',
  期限: '＿＿＿＿年＿＿月＿＿日至＿＿＿＿年＿＿月＿＿日期间',
  监督人: '＿＿＿＿',
};

/** `2027年1月1日至12月31日期间`: a sentence on a time, not two dates. */
function periodWords(period: string): string {
  const text = period.trim();
  return !text || text.endsWith('期间') ? text : `${text}期间`;
}

/** Puts what was filled in into a text of the template; what is empty becomes a line to write on. */
export function fillIn(text: string, fields: LetterFields): string {
  const values: Readonly<Record<Exclude<Placeholder, '任职'>, string>> = {
    单位: fields.unit,
    处室: fields.department,
    岗位: fields.post,
    姓名: fields.name,
    期限: periodWords(fields.period),
    监督人: fields.supervisor,
  };
  return text.replace(/\{(单位|处室|岗位|姓名|期限|监督人|任职)\}/g, (_, name: Placeholder) => {
    if (name === '任职') return tenureWords(fields.department, fields.post);
    return values[name].trim() || blanks[name];
  });
}

const plain = (text: string): Run => ({ text, isLead: false });

function copiesLine({ keepers }: LetterTemplate, copies: CopyCount): string {
  const numerals = { 2: '两', 3: '三', 4: '四' } as const;
  return `本承诺书一式${numerals[copies]}份，${keepers.slice(0, copies).join('、')}各存一份。`;
}

/** `承诺人（签名）：`, with the name in print where it is known: letters of a batch are told apart by it. */
function signerLabel(
  who: string,
  place: number,
  { kind }: LetterTemplate,
  { name, supervisor }: LetterFields,
): string {
  const title = place === 1 && supervisor.trim() ? supervisor.trim() : who || '＿＿＿＿＿＿';
  const isNamed = name.trim() !== '' && place === { 个人: 0, 家属: 1, 集体: -1 }[kind];
  return isNamed ? `${title}（${name.trim()}）签名：` : `${title}（签名）：`;
}

/** A personal letter is signed against somebody, whom the caller names; empty is a line to write on. */
const signersOf = ({ kind, signers }: LetterTemplate): readonly string[] =>
  kind === '个人' && signers.length === 1 ? [...signers, ''] : signers;

const closingOf = ({ closing, closingOutside }: LetterTemplate, { isOutside }: LetterFields) =>
  (isOutside && closingOutside) || closing;

/** Flush left and ending in a colon, as on every letter. */
function salutationOf({ salutation }: LetterTemplate, fields: LetterFields): string {
  const own = fields.salutation.trim().replace(/[:：]$/, '');
  return own ? `${own}：` : fillIn(salutation, fields);
}

/**
 * Puts a letter together: salutation, preamble, numbered promises, closing.
 * Structure of real letters: see the study of forms, section 3.
 */
export function composeLetter(
  template: NamedTemplate,
  fields: LetterFields,
  promises: readonly LetterPromise[],
  contentVersion: string,
): Letter {
  const numbered = promises.map(({ lead, text }, i): Paragraph => ({
    runs: [{ text: `${chineseNumeral(i + 1)}、${lead}`, isLead: true }, plain(text)],
    indent: 2,
  }));
  return {
    templateName: template.name,
    templateId: template.id,
    version: template.version,
    contentVersion,
    fields,
    promises,
    title: template.title,
    paragraphs: [
      { runs: [plain(salutationOf(template, fields))], indent: 0 },
      { runs: [plain(fillIn(template.preamble, fields))], indent: 2 },
      ...numbered,
      { runs: [plain(closingOf(template, fields))], indent: 2 },
    ],
    signers: signersOf(template).map((who, i) => signerLabel(who, i, template, fields)),
    memberLines: template.memberLines,
    copiesLine: copiesLine(template, fields.copies),
  };
}

/** The general promises of a template, as they stand before anyone has edited them. */
export function generalPromises({ promises }: LetterTemplate): LetterPromise[] {
  return promises.map(({ id, lead, text }) => ({ id, lead, text, isEdited: false }));
}
