import type { Problem } from '../problem.ts';
import type { ContentSet } from '../site.ts';
import { checkCitations } from './citations.ts';
import { checkDates } from './dates.ts';
import { checkFlow } from './flow.ts';
import { checkIds } from './ids.ts';
import { checkPosts } from './posts.ts';
import { checkRisks } from './risks.ts';

/**
 * All rules that one file or one field cannot check by itself.
 * @param content every file that has the right shape.
 * @param today YYYY-MM-DD, for overdue reviews.
 * @returns every fault and reminder, not only the first.
 */
export function checkContent(content: ContentSet, today: string): Problem[] {
  return [
    ...checkIds(content),
    ...checkPosts(content),
    ...checkFlow(content),
    ...checkCitations(content),
    ...checkRisks(content),
    ...checkDates(content, today),
  ];
}
