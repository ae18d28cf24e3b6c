/**
 * What was changed in the paragraphs of a report, by roll-up and paragraph. It lives as long as the
 * page: a report is written when it is printed, from the figures of that day.
 */
const drafts = new Map<string, Readonly<Record<string, string>>>();

export const draftsOf = (rollupId: string): Readonly<Record<string, string>> =>
  drafts.get(rollupId) ?? {};

export function keepDrafts(rollupId: string, texts: Readonly<Record<string, string>>): void {
  drafts.set(rollupId, texts);
}
