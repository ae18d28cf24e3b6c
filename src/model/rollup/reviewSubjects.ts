import { atOnce } from '../atOnce.ts';
import type { Addition } from '../assessment/record.ts';
import type { RegisterData, RegisterRow } from '../register/rows.ts';
import { gradeEntries, grades, type Grade } from '../vocabulary.ts';
import { stateNumber } from './totals/marks.ts';
import type { Totals } from './totals/totals.ts';

/** What people propose, of three kinds. */
export const subjectKinds = ['自行补充', '等级建议', '不适用'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** What one person said of a subject. */
export interface Voice {
  readonly personId: string;
  readonly name: string;
  readonly department: string;
  readonly post: string;
  /** The reason; empty where none was written. */
  readonly text: string;
}

interface SubjectHead {
  /**
   * `add-<hand-in>-<addition>`, `grade-<risk>-<1 to 3>`, `na-<risk>`: never of wording, so that a
   * decision stays with its subject when texts change.
   */
  readonly id: string;
  readonly voices: readonly Voice[];
}

export interface AdditionSubject extends SubjectHead {
  readonly kind: '自行补充';
  readonly addition: Addition;
}

export interface GradeSubject extends SubjectHead {
  readonly kind: '等级建议';
  readonly risk: RegisterRow;
  readonly grade: Grade;
}

export interface InapplicableSubject extends SubjectHead {
  readonly kind: '不适用';
  readonly risk: RegisterRow;
}

export type ReviewSubject = AdditionSubject | GradeSubject | InapplicableSubject;

/** Hand-ins between two breaths: 250 answers each, some ten ms on an old machine. */
const peoplePerSlice = 60;

const assessmentPrefix = 'assessment-';

/**
 * Collects what is to be reviewed out of what counts, piece by piece so that a page with 2,000
 * hand-ins can draw in between. As in the pictures a person speaks of the risks of the own scope only.
 * @returns finds first, then grades, then what does not apply, the latter two in the order of the walls.
 */
export function* collectSubjects(
  { ground, people, marks }: Totals,
  { rows }: Pick<RegisterData, 'rows'>,
): Generator<void, readonly ReviewSubject[]> {
  const places = new Map(rows.map(({ id }, place) => [id, place]));
  const placeOf = ground.index.risks.map(({ id }) => places.get(id));
  const inapplicable = stateNumber('不适用');
  const additions: AdditionSubject[] = [];
  /** By place of the risk, then by rank of the grade; rank 0 holds those who say 不适用. */
  const proposed: (Voice[] | undefined)[][] = rows.map(() => []);
  for (const [number, { id: personId, name, department, post, assessment }] of people.entries()) {
    const own = marks[number];
    if (!own) continue;
    const voice = (text = ''): Voice => ({ personId, name, department, post, text });
    const hear = (place: number, rank: number, text: string | undefined) => {
      const heard = proposed[placeOf[own.risks[place] ?? 0] ?? -1];
      if (heard) (heard[rank] ??= []).push(voice(text));
    };
    const answerAt = (place: number) =>
      assessment.answers[ground.index.risks[own.risks[place] ?? 0]?.id ?? ''];
    const handInId = assessment.id.startsWith(assessmentPrefix)
      ? assessment.id.slice(assessmentPrefix.length)
      : assessment.id;
    for (const addition of assessment.additions) {
      if (addition.isRemoved) continue;
      additions.push({
        kind: '自行补充',
        id: `add-${handInId}-${addition.id}`,
        addition,
        voices: [voice(addition.manifestation)],
      });
    }
    for (let place = 0; place < own.states.length; place += 1) {
      if (own.states[place] === inapplicable) hear(place, 0, answerAt(place)?.reason);
    }
    for (const place of own.proposals) {
      const answer = answerAt(place);
      if (answer?.grade) hear(place, gradeEntries[answer.grade].rank, answer.gradeReason);
    }
    if (number % peoplePerSlice === peoplePerSlice - 1) yield;
  }
  return [
    ...additions,
    ...rows.flatMap((risk, place) =>
      grades.flatMap((grade): GradeSubject[] => {
        const { rank } = gradeEntries[grade];
        const voices = proposed[place]?.[rank];
        return voices
          ? [{ kind: '等级建议', id: `grade-${risk.id}-${rank}`, risk, grade, voices }]
          : [];
      }),
    ),
    ...rows.flatMap((risk, place): InapplicableSubject[] => {
      const voices = proposed[place]?.[0];
      return voices ? [{ kind: '不适用', id: `na-${risk.id}`, risk, voices }] : [];
    }),
  ];
}

/** The same at once. */
export function reviewSubjects(
  totals: Totals,
  register: Pick<RegisterData, 'rows'>,
): readonly ReviewSubject[] {
  return atOnce(collectSubjects(totals, register));
}

/** What a subject is called in a list. */
export const subjectTitle = (subject: ReviewSubject): string =>
  subject.kind === '自行补充'
    ? subject.addition.title.trim() || '（没有写名称）'
    : subject.risk.title;

/** The departments whose people speak of it, each once. */
export const subjectDepartments = ({ voices }: ReviewSubject): string[] => [
  ...new Set(voices.map(({ department }) => department)),
];

/** Reasons that several people gave in the same words, the most frequent first. */
export function groupedReasons(
  voices: readonly Voice[],
): { readonly text: string; readonly voices: readonly Voice[] }[] {
  const byText = new Map<string, Voice[]>();
  for (const voice of voices) {
    const text = voice.text.trim();
    const same = byText.get(text);
    if (same) same.push(voice);
    else byText.set(text, [voice]);
  }
  return [...byText]
    .map(([text, same]) => ({ text, voices: same }))
    .sort((a, b) => b.voices.length - a.voices.length);
}
