import type { Problem } from '../problem/problem.ts';
import type { ContentSet } from '../content/contentSet.ts';
import { fault, reminder } from '../problem/fault.ts';
import { reviewStateOf } from '../wall/reviews.ts';

/**
 * Dates agree with each other, and reviews are not overdue.
 * @param today YYYY-MM-DD; dates in this form compare as text.
 */
export function checkDates({ walls }: ContentSet, today: string): Problem[] {
  return walls.flatMap((wall) => {
    const { lastReviewDate, nextReviewDate, version, changeLog } = wall.data;
    const problems: Problem[] = [];
    if (nextReviewDate <= lastReviewDate) {
      problems.push(
        fault(wall, {
          path: ['nextReviewDate'],
          problem: `下次复核日期 ${nextReviewDate} 不晚于上次审定日期 ${lastReviewDate}`,
          remedy: '一般写上次审定日期之后十二个月',
        }),
      );
    } else if (reviewStateOf(nextReviewDate, today) === '已过期') {
      problems.push(
        reminder(wall, {
          kind: '复核已过期',
          path: ['nextReviewDate'],
          problem: `复核已过期：应在 ${nextReviewDate} 前复核`,
          remedy: '复核以后改写 lastReviewDate 和 nextReviewDate，并在 changeLog 里记一条',
        }),
      );
    } else if (reviewStateOf(nextReviewDate, today) === '快到期') {
      problems.push(
        reminder(wall, {
          kind: '快到复核日期',
          path: ['nextReviewDate'],
          problem: `应在 ${nextReviewDate} 前复核`,
          remedy: '安排人复核；复核以后改写 lastReviewDate 和 nextReviewDate',
        }),
      );
    }
    if (changeLog[0] && changeLog[0].version !== version) {
      problems.push(
        fault(wall, {
          path: ['changeLog', 0, 'version'],
          problem: `最新一条变更记录是 ${changeLog[0].version} 版，文件写的是 ${version} 版`,
          remedy: '升版时在 changeLog 最前面加一条同版本号的记录',
        }),
      );
    }
    return problems;
  });
}
