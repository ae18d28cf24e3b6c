import { isJudged } from '../assessment/record.ts';
import { filledScope } from '../post/postScope.ts';
import type { CountedPerson, Counting } from './counting.ts';
import type { AssessmentHandIn, RosterEntry } from './rollup.ts';
import type { TallyGround } from './totals/ground.ts';

/** How far a person on the roster is. */
export const progresses = ['没交', '没填完', '交齐'] as const;
export type Progress = (typeof progresses)[number];

/** What the office asks for; each is looked at by itself. */
export const asked = ['自查', '测验'] as const;
export type Asked = (typeof asked)[number];

export interface DuePerson {
  readonly entry: RosterEntry;
  readonly progress: Progress;
  /** Risks of the person that are not judged yet; 0 unless 没填完. */
  readonly left: number;
  /** What to know before somebody is reminded: that a file waits that may be theirs. */
  readonly remark: string;
}

/** Risks that somebody with this scope goes through and has not judged. */
function leftIn({ scope, answers }: AssessmentHandIn, ground: TallyGround): number {
  const numbers = ground.risksOf(scope);
  const { index } = ground;
  // A post without risks of its own is led to the nearest wider choice that has some.
  const ids =
    numbers.length > 0
      ? Array.from(numbers, (number) => index.risks[number]?.id ?? '')
      : filledScope(scope, index).risks.map(({ id }) => id);
  let left = 0;
  for (const id of ids) if (!isJudged(answers[id])) left += 1;
  return left;
}

/** Remarks by roster entry: files that wait to be recognised, and those of another period. */
function remarksByEntry({ listed }: Counting, kind: 'assessment' | 'quiz'): Map<string, string> {
  const remarks = new Map<string, string>();
  for (const { handIn, standing, personId, candidates } of listed) {
    if (handIn.kind !== kind) continue;
    if (standing === '等着认人') {
      for (const { id } of candidates) remarks.set(id, '有一份等着认人，可能是他交的');
    } else if (standing === '期间不符' && handIn.kind === 'assessment' && personId) {
      if (!remarks.has(personId))
        remarks.set(personId, `交的是“${handIn.period || '没有写期间'}”的`);
    }
  }
  return remarks;
}

function dueOf(
  { entry, assessment, quiz }: CountedPerson & { readonly entry: RosterEntry },
  what: Asked,
  remark: string,
  ground: TallyGround,
): DuePerson {
  if (what === '测验')
    return { entry, progress: quiz ? '交齐' : '没交', left: 0, remark: quiz ? '' : remark };
  if (!assessment) return { entry, progress: '没交', left: 0, remark };
  const left = leftIn(assessment, ground);
  return { entry, progress: left > 0 ? '没填完' : '交齐', left, remark: '' };
}

/** People looked at before the page may breathe. */
const peopleAtATime = 50;

/**
 * Everybody on the roster and how far each is, in its order. 没填完 is a self-assessment in which a
 * risk of the person's own choice of posts is not judged (待确认 is no judgement).
 * @returns step by step, so that the page can breathe.
 */
export function* duePeople(
  counting: Counting,
  what: Asked,
  ground: TallyGround,
): Generator<void, readonly DuePerson[]> {
  const remarks = remarksByEntry(counting, what === '自查' ? 'assessment' : 'quiz');
  const due: DuePerson[] = [];
  for (const person of counting.people) {
    const { entry } = person;
    if (!entry) continue;
    due.push(dueOf({ ...person, entry }, what, remarks.get(entry.id) ?? '', ground));
    if (due.length % peopleAtATime === 0) yield;
  }
  return due;
}

/** How many of a group are how far. */
export interface DueRow {
  readonly key: string;
  readonly department: string;
  /** Empty where a whole department is counted. */
  readonly post: string;
  readonly due: number;
  readonly handedIn: number;
  readonly missing: number;
  readonly unfilled: number;
}

const emptyRow = { due: 0, handedIn: 0, missing: 0, unfilled: 0 };

const withPerson = <T extends typeof emptyRow>(row: T, { progress }: DuePerson): T => ({
  ...row,
  due: row.due + 1,
  handedIn: row.handedIn + (progress === '没交' ? 0 : 1),
  missing: row.missing + (progress === '没交' ? 1 : 0),
  unfilled: row.unfilled + (progress === '没填完' ? 1 : 0),
});

/** Counted by department, or by department and post, in the order of the roster. */
export function dueRows(people: readonly DuePerson[], by: '处室' | '岗位'): readonly DueRow[] {
  const rows = new Map<string, DueRow>();
  for (const person of people) {
    const { department } = person.entry;
    const post = by === '岗位' ? person.entry.post : '';
    const key = `${department}\n${post}`;
    rows.set(key, withPerson(rows.get(key) ?? { key, department, post, ...emptyRow }, person));
  }
  const order = [...new Set(people.map(({ entry }) => entry.department))];
  // A roster may come back to a department further down: its rows stand together all the same.
  return [...rows.values()].sort(
    (a, b) => order.indexOf(a.department) - order.indexOf(b.department),
  );
}

/** All of them together. */
export const dueSum = (people: readonly DuePerson[]): Omit<DueRow, 'key' | 'department' | 'post'> =>
  people.reduce(withPerson, emptyRow);
