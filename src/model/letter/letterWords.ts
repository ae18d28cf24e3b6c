/** Whose promise it is. A group signs one sheet together; a family signs of its own will. */
export const letterKinds = ['个人', '集体', '家属'] as const;

/** What stands in braces in a template and is replaced by what was filled in. */
export const placeholders = ['单位', '处室', '岗位', '姓名', '期限', '监督人', '任职'] as const;
export type Placeholder = (typeof placeholders)[number];

/**
 * The period that letters mostly name: a calendar year, from November on the coming one, since that is
 * when the letters of the next year are signed.
 */
export function usualPeriod(now: Date): string {
  const year = now.getFullYear() + (now.getMonth() >= 10 ? 1 : 0);
  return `${year}年1月1日至12月31日`;
}

/** The fewest and the most copies that are made of a letter, as offices do. */
export const copyCounts = [2, 3, 4] as const;
export type CopyCount = (typeof copyCounts)[number];
