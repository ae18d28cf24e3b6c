import { useHash } from '../../../browser/useHash.ts';

const part = 'review';

/** The address of a subject, without `#`; of the list when none is named. */
export const subjectHash = (subjectId?: string): string =>
  subjectId === undefined ? part : `${part}/${subjectId}`;

const readSubject = (hash: string): string | undefined =>
  hash.startsWith(`${part}/`) ? hash.slice(part.length + 1) : undefined;

/** The subject that the address names. */
export const useSubjectId = (): string | undefined => useHash(readSubject);
