/**
 * Everything that this site keeps in a reader's browser: one row a kind. What a kind consists of
 * stands with its domain; here stands what the pages must know of all of them.
 */
export interface KindRow {
  /** As the pages call it. */
  readonly label: string;
  /** How an item is counted: 份, 次, 题. */
  readonly unit: string;
  /** Counted by items, or by the elements of its one item. */
  readonly countsBy: 'item' | 'part';
  /**
   * Whether a second copy is kept that a power cut does not reach. Choices that a click brings back
   * do without.
   */
  readonly hasSafetyCopy: boolean;
}

export const kindRows = {
  assessment: {
    label: '自查记录',
    unit: '份',
    countsBy: 'item',
    hasSafetyCopy: true,
  },
  exam: { label: '考试', unit: '次', countsBy: 'item', hasSafetyCopy: true },
  'wrong-book': {
    label: '错题本',
    unit: '题',
    countsBy: 'part',
    hasSafetyCopy: true,
  },
  round: {
    label: '没有做完的练习',
    unit: '组',
    countsBy: 'item',
    hasSafetyCopy: true,
  },
  'letter-draft': {
    label: '没有写完的承诺书',
    unit: '份',
    countsBy: 'item',
    hasSafetyCopy: true,
  },
  'print-log': {
    label: '承诺书打印记录',
    unit: '次',
    countsBy: 'part',
    hasSafetyCopy: true,
  },
  // Kept in a database of its own, see depot.ts: thousands of files do not fit on the shelf.
  rollup: { label: '汇总', unit: '份', countsBy: 'item', hasSafetyCopy: false },
  'my-post': {
    label: '我的岗位',
    unit: '项',
    countsBy: 'item',
    hasSafetyCopy: false,
  },
  preferences: {
    label: '大字、深色的选择',
    unit: '项',
    countsBy: 'item',
    hasSafetyCopy: false,
  },
} as const satisfies Readonly<Record<string, KindRow>>;

export type KindName = keyof typeof kindRows;
