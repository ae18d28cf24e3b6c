import type { ListedHandIn } from './counting.ts';
import type { HandInKind } from './rollup.ts';

/** What kinds of hand-ins are called on the page. */
export const handInNames: Readonly<Record<HandInKind, string>> = {
  assessment: '自查',
  quiz: '测验',
  'print-log': '承诺书打印记录',
};

/** What is to be looked at of a hand-in, in words; empty when all is well. */
export function remarksOf(
  { handIn, standing, candidates }: ListedHandIn,
  period: string,
): string[] {
  const remarks: string[] = [];
  if (standing === '期间不符' && handIn.kind === 'assessment') {
    remarks.push(`期间写的是“${handIn.period || '（空着）'}”，这次汇总的是“${period}”。`);
  }
  if (standing === '等着认人') {
    remarks.push(
      handIn.name.trim() === ''
        ? '没有写姓名，要说是谁的。'
        : candidates.length > 1
          ? '名册上有几个同名的，要说是哪一个。'
          : '姓名或者处室和名册上写的不一样，要说是不是这个人。',
    );
  }
  if (!handIn.isCodeRight) {
    remarks.push('校验码和内容对不上：导出以后改动过，或者没有传完。');
  }
  if (handIn.unread.length > 0) {
    remarks.push(
      `读不出的：${handIn.unread.slice(0, 5).join('、')}${handIn.unread.length > 5 ? '等' : ''}。`,
    );
  }
  return remarks;
}

/** Whether somebody has to look at it. */
export const needsLook = (listed: ListedHandIn): boolean =>
  listed.standing !== '计入' || !listed.handIn.isCodeRight || listed.handIn.unread.length > 0;

/**
 * Hand-ins that wait although only one of the roster can be meant, in the same department or with
 * none written: they can be confirmed together.
 */
export function likelyOwners(listed: readonly ListedHandIn[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    listed.flatMap(({ handIn, standing, candidates }) => {
      const [only] = candidates;
      const isLikely =
        standing === '等着认人' &&
        only !== undefined &&
        candidates.length === 1 &&
        (handIn.department.trim() === '' || handIn.department.trim() === only.department.trim());
      return isLikely ? [[handIn.id, only.id] as const] : [];
    }),
  );
}
