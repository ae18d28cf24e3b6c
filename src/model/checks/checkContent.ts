import type { Problem } from '../problem/problem.ts';
import type { ContentSet } from '../content/contentSet.ts';
import { checkAlike } from './alike.ts';
import { checkCatalog } from './catalog.ts';
import { checkCatalogue } from './catalogue.ts';
import { checkCitations } from './citations.ts';
import { checkCoverage } from './coverage.ts';
import { checkDates } from './dates.ts';
import { checkFlow } from './flow.ts';
import { checkGradeReasons } from './gradeReasons.ts';
import { checkGuards } from './guards.ts';
import { checkIds } from './ids.ts';
import { checkLetters } from './letters.ts';
import { checkMechanisms } from './mechanisms.ts';
import { checkPenalties } from './penalties.ts';
import { checkPledges } from './pledges.ts';
import { checkPosts } from './posts.ts';
import { checkQuizGaps } from './quizGaps.ts';
import { checkQuizzes } from './quizzes.ts';
import { checkProse } from './prose.ts';
import { checkResults } from './results.ts';
import { checkRisks } from './risks.ts';
import { checkStandards } from './standards.ts';
import { checkSupervision } from './supervision.ts';
import { checkTechnology } from './technology.ts';
import { checkTimeLimits } from './timeLimits.ts';
import { checkWording } from './wording.ts';
import { checkWorkingDays } from './workingDays.ts';

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
    ...checkCatalogue(content),
    ...checkFlow(content),
    ...checkCitations(content),
    ...checkWorkingDays(content),
    ...checkGradeReasons(content),
    ...checkRisks(content),
    ...checkPenalties(content),
    ...checkGuards(content),
    ...checkTimeLimits(content),
    ...checkWording(content),
    ...checkStandards(content),
    ...checkQuizzes(content),
    ...checkLetters(content),
    ...checkPledges(content),
    ...checkMechanisms(content),
    ...checkSupervision(content),
    ...checkTechnology(content),
    ...checkResults(content),
    ...checkProse(content),
    ...checkDates(content, today),
    ...checkCoverage(content),
    ...checkAlike(content),
    ...checkCatalog(content),
    ...checkQuizGaps(content),
    // A further kind of content joins here with a function of its own.
  ];
}
