import { grades, type Grade } from '../../vocabulary.ts';
import { placesWhere, type PlaceList } from './answers.ts';
import type { Totals } from './totals.ts';

/** A risk of which somebody proposes another grade than the published one. */
export interface ProposedGrades {
  /** Number of the risk. */
  readonly risk: number;
  /** How many people propose each grade, in the order of `grades`; the published one has none. */
  readonly counts: readonly number[];
  /** How many of them have written why. */
  readonly reasons: number;
}

/** Risks with proposals, in the order of the site. */
export function proposedGrades(totals: Totals): ProposedGrades[] {
  const found = new Map<number, { counts: number[]; reasons: number }>();
  for (const { risks, proposals, proposedGrades: proposed, areReasoned } of totals.marks) {
    for (let i = 0; i < proposals.length; i += 1) {
      const risk = risks[proposals[i] ?? 0] ?? 0;
      const held = found.get(risk) ?? { counts: grades.map(() => 0), reasons: 0 };
      found.set(risk, held);
      const grade = proposed[i] ?? 0;
      held.counts[grade] = (held.counts[grade] ?? 0) + 1;
      held.reasons += areReasoned[i] ?? 0;
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([risk, held]) => ({ risk, ...held }));
}

export interface ProposalSelection {
  /** Id. */
  readonly risk?: string;
  readonly grade?: Grade;
  /** Those that say why, or those that do not. */
  readonly hasReason?: boolean;
}

/** The proposals behind a number, by department and person. */
export function proposalsBehind(totals: Totals, selection: ProposalSelection): PlaceList {
  const { risk, grade, hasReason } = selection;
  const wanted = risk === undefined ? undefined : (totals.ground.numberOf.get(risk) ?? -1);
  return placesWhere(totals, (person) => {
    const marks = totals.marks[person];
    if (!marks) return [];
    return marks.proposals.filter((place, i) => {
      if (wanted !== undefined && marks.risks[place] !== wanted) return false;
      if (grade !== undefined && marks.proposedGrades[i] !== grades.indexOf(grade)) return false;
      return hasReason === undefined || (marks.areReasoned[i] === 1) === hasReason;
    });
  });
}
