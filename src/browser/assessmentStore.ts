import { assessmentKept } from '../model/assessment/assessmentKept.ts';
import { keeper } from './keeper.ts';

/** Self-assessments in this browser, by their ids. */
export const assessments = keeper.of(assessmentKept);
