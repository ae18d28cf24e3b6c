import { useHash } from '../../browser/useHash.ts';

/** The parts of the page; each has an address. */
export const parts = ['take', 'missing', 'picture', 'review', 'tables', 'keep'] as const;
export type Part = (typeof parts)[number];

export const partNames: Readonly<Record<Part, string>> = {
  take: '收文件',
  missing: '谁没交',
  picture: '情况',
  review: '审核',
  tables: '表和报告',
  keep: '存和比',
};

/** What stands behind a slash is the part's own: `#picture/w01`. */
const readPart = (hash: string): Part =>
  parts.find((part) => part === hash.split('/')[0]) ?? 'take';

export const usePart = (): Part => useHash(readPart);
