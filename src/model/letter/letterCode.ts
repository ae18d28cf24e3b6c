import { checkCode } from '../kept/checkCode.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { promiseOf, type Pledge } from './pledges.ts';
import {
  composeLetter,
  generalPromises,
  type Letter,
  type LetterFields,
  type LetterPromise,
  type NamedTemplate,
} from './letter.ts';

/**
 * The code at the foot of a letter: changes with any word of its text or of what was filled in.
 * It shows that paper and record hold the same text, not who signed.
 */
export function letterCode({
  templateId,
  version,
  fields,
  title,
  paragraphs,
  copiesLine,
}: Letter): string {
  const texts = paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''));
  return checkCode({ kind: 'letter', templateId, version, fields, title, texts, copiesLine });
}

/** What a scanned letter tells: enough to build its text again from the site. */
export interface LetterTicket {
  readonly templateId: string;
  readonly version: string;
  readonly contentVersion: string;
  readonly fields: LetterFields;
  readonly promises: readonly Pick<LetterPromise, 'id' | 'isEdited'>[];
  readonly code: string;
}

/** Of the form of the ticket; a change makes old letters unreadable, so it is never reused. */
const ticketForm = 1;

function toBase64Url(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
  return btoa(bytes.join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): string {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(
    Uint8Array.from(binary, (char) => char.charCodeAt(0)),
  );
}

/** The id of a pledge in a ticket: short, since it has to stand in a code on paper. */
export const ticketId = (id: string): string => (id.includes('/') ? `~${fingerprint(id)}` : id);

/** The ticket of a letter as text for an address. */
export function letterTicket(letter: Letter): string {
  const { templateId, version, contentVersion, fields, promises } = letter;
  const { unit, department, post, name, period, supervisor, salutation, copies, isOutside } =
    fields;
  return toBase64Url(
    JSON.stringify([
      ticketForm,
      letterCode(letter).replace('-', ''),
      templateId,
      version,
      contentVersion,
      [
        unit,
        department,
        post,
        name,
        period,
        supervisor,
        copies,
        salutation,
        ...(isOutside ? [1] : []),
      ],
      promises.map(({ id, isEdited }) => (isEdited ? `${ticketId(id)}!` : ticketId(id))).join(' '),
    ]),
  );
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length < 200;

/** Reads a ticket. @returns undefined when the text is none. */
export function readLetterTicket(text: string): LetterTicket | undefined {
  let data: unknown;
  try {
    data = JSON.parse(fromBase64Url(text));
  } catch {
    return undefined;
  }
  if (!Array.isArray(data) || data[0] !== ticketForm) return undefined;
  const [, code, templateId, version, contentVersion, fields, promises] = data as unknown[];
  if (!Array.isArray(fields) || ![code, templateId, version, contentVersion].every(isText)) {
    return undefined;
  }
  const [unit, department, post, name, period, supervisor, copies, salutation, outside] =
    fields as unknown[];
  if (![unit, department, post, name, period, supervisor, salutation].every(isText))
    return undefined;
  if (typeof promises !== 'string' || promises.length > 1000) return undefined;
  return {
    templateId: templateId as string,
    version: version as string,
    contentVersion: contentVersion as string,
    code: `${(code as string).slice(0, 5)}-${(code as string).slice(5)}`,
    fields: {
      unit: unit as string,
      department: department as string,
      post: post as string,
      name: name as string,
      period: period as string,
      supervisor: supervisor as string,
      salutation: salutation as string,
      copies: copies === 3 ? 3 : copies === 4 ? 4 : 2,
      ...(outside === 1 && { isOutside: true }),
    },
    promises: promises
      .split(' ')
      .filter(Boolean)
      .map((id) => ({ id: id.replace('!', ''), isEdited: id.endsWith('!') })),
  };
}

/** The letter that a ticket speaks of, built from the site as it is now. */
export interface RebuiltLetter {
  readonly letter: Letter;
  readonly code: string;
  /** Ids of promises whose text was written by hand or is gone from the site. */
  readonly unknown: readonly string[];
}

/**
 * Builds a letter again from its ticket.
 * @param pledges all that the site has today.
 */
export function rebuildLetter(
  ticket: LetterTicket,
  template: NamedTemplate,
  pledges: readonly Pledge[],
): RebuiltLetter {
  const known = [...generalPromises(template), ...pledges.map(promiseOf)];
  const byId = new Map(known.map((promise) => [ticketId(promise.id), promise]));
  const found = ticket.promises.map(({ id, isEdited }) => ({
    id,
    promise: isEdited ? undefined : byId.get(id),
  }));
  const promises = found.map(
    ({ id, promise }): LetterPromise =>
      promise ?? { id, lead: '', text: '（打印前改写过的一条，以纸上为准）', isEdited: true },
  );
  const letter = composeLetter(template, ticket.fields, promises, ticket.contentVersion);
  return {
    letter,
    code: letterCode(letter),
    unknown: found.flatMap(({ id, promise }) => (promise ? [] : [id])),
  };
}
