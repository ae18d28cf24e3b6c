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

/** The grade that stands at a place; undefined only where none is proposed. */
function proposedAt(totals: Totals, person: number, place: number) {
  const risk = totals.marks[person]?.risks[place];
  const id = risk === undefined ? undefined : totals.ground.index.risks[risk]?.id;
  return id === undefined ? undefined : totals.people[person]?.assessment.answers[id];
}

/** Risks with proposals, in the order of the site. */
export function proposedGrades(totals: Totals): ProposedGrades[] {
  const found = new Map<number, { counts: number[]; reasons: number }>();
  totals.marks.forEach(({ risks, proposals }, person) => {
    for (const place of proposals) {
      const risk = risks[place] ?? 0;
      const answer = proposedAt(totals, person, place);
      const held = found.get(risk) ?? { counts: grades.map(() => 0), reasons: 0 };
      found.set(risk, held);
      if (!answer?.grade) continue;
      const grade = grades.indexOf(answer.grade);
      held.counts[grade] = (held.counts[grade] ?? 0) + 1;
      if (answer.gradeReason?.trim()) held.reasons += 1;
    }
  });
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
    return Array.from(marks.proposals).filter((place) => {
      if (wanted !== undefined && marks.risks[place] !== wanted) return false;
      const answer = proposedAt(totals, person, place);
      if (grade !== undefined && answer?.grade !== grade) return false;
      return hasReason === undefined || Boolean(answer?.gradeReason?.trim()) === hasReason;
    });
  });
}
