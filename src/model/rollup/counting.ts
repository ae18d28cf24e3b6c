import { atOnce } from '../atOnce.ts';
import { plainPlace } from '../letter/rosterDepartment.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { comparedName, nameKey, nameMatcher, type Match } from './matching.ts';
import { notOnRoster } from './rollup.ts';
import type {
  AssessmentHandIn,
  HandIn,
  LogHandIn,
  QuizHandIn,
  Rollup,
  RosterEntry,
} from './rollup.ts';

/** Somebody who should hand in, or who has handed in without being on the roster. */
export interface CountedPerson {
  /** Of the roster entry; `x-<sum>` of name and department of somebody who is not on it. */
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly post: string;
  readonly entry: RosterEntry | undefined;
  /** What counts of what the person has handed in. */
  readonly assessment: AssessmentHandIn | undefined;
  readonly quiz: QuizHandIn | undefined;
}

/** Why a hand-in does or does not count. */
export const standings = ['计入', '后来的一份算数', '另选了一份', '期间不符', '等着认人'] as const;
export type Standing = (typeof standings)[number];

/** A hand-in as the list of what was taken in shows it. */
export interface ListedHandIn {
  readonly handIn: HandIn;
  readonly standing: Standing;
  /** Whose it is, as far as that is known; print logs are nobody's. */
  readonly personId: string | undefined;
  /**
   * The name was written another way than on the roster (spaces, ·), or stands in it more than once:
   * whom it may be of. A person confirms; until then an exact and only match counts, others wait.
   */
  readonly candidates: readonly RosterEntry[];
}

/** What counts, once names are matched and one of several hand-ins is chosen. */
export interface Counting {
  /** The roster in its order, then those who are not on it. */
  readonly people: readonly CountedPerson[];
  readonly listed: readonly ListedHandIn[];
  readonly logs: readonly LogHandIn[];
}

/** Whose a hand-in is, before one of several is chosen. */
interface Owned {
  readonly person: CountedPerson | undefined;
  readonly candidates: readonly RosterEntry[];
}

type PersonHandIn = AssessmentHandIn | QuizHandIn;

/** `x-<sum>`: somebody who is not on the roster, by name and department. */
const strangerId = (name: string, department: string) =>
  `x-${fingerprint(`${nameKey(name)}\n${plainPlace(department)}`)}`;

const personOf = (entry: RosterEntry): CountedPerson => ({
  id: entry.id,
  name: entry.name,
  department: entry.department,
  post: entry.post,
  entry,
  assessment: undefined,
  quiz: undefined,
});

/**
 * Whom each hand-in is of by its name, for each roster: while files come in, and with each click
 * afterwards, everything is counted anew, and names are what takes the time.
 */
const matchers = new WeakMap<readonly RosterEntry[], (handIn: PersonHandIn) => Match>();

function* knownMatcher(
  roster: readonly RosterEntry[],
): Generator<void, (handIn: PersonHandIn) => Match> {
  const known = matchers.get(roster);
  if (known) return known;
  const match = yield* nameMatcher(roster);
  const matches = new WeakMap<PersonHandIn, Match>();
  const matcher = (handIn: PersonHandIn) => {
    const before = matches.get(handIn);
    if (before) return before;
    const found = match(handIn);
    matches.set(handIn, found);
    return found;
  };
  matchers.set(roster, matcher);
  return matcher;
}

/** The people as they are found: the roster, and strangers as they come up. */
class People {
  readonly byId = new Map<string, CountedPerson>();
  private readonly match: (handIn: PersonHandIn) => Match;

  constructor(roster: readonly RosterEntry[], match: (handIn: PersonHandIn) => Match) {
    for (const entry of roster) this.byId.set(entry.id, personOf(entry));
    this.match = match;
  }

  private stranger(handIn: PersonHandIn): CountedPerson {
    const { name, department } = handIn;
    const id = strangerId(name, department);
    const known = this.byId.get(id);
    if (known) return known;
    const post = handIn.kind === 'assessment' ? handIn.post : '';
    const person = { ...emptyPerson, id, name: comparedName(name), department, post };
    this.byId.set(id, person);
    return person;
  }

  /** @param owner what a person has said of it. */
  ownerOf(handIn: PersonHandIn, owner: string | undefined): Owned {
    const match = this.match(handIn);
    const candidates = match.status === 'unsure' ? match.candidates : [];
    if (owner === notOnRoster) return { person: this.stranger(handIn), candidates };
    const said = owner === undefined ? undefined : this.byId.get(owner);
    if (said) return { person: said, candidates };
    if (match.status === 'sure') return { person: this.byId.get(match.entry.id), candidates };
    // Without a name it is of nobody until somebody says whose it is.
    if (match.status === 'unsure' || comparedName(handIn.name) === '') {
      return { person: undefined, candidates };
    }
    return { person: this.stranger(handIn), candidates };
  }
}

const emptyPerson: Omit<CountedPerson, 'id' | 'name' | 'department' | 'post'> = {
  entry: undefined,
  assessment: undefined,
  quiz: undefined,
};

const plainPeriod = (period: string) => period.normalize('NFKC').replace(/\s+/g, '');

/** The later of two; of the same instant the id decides, so that the order of files does not. */
const isLater = (a: HandIn, b: HandIn) => (a.at === b.at ? a.id > b.id : a.at > b.at);

/** The key of `Rollup.choices`. */
export const choiceKey = (kind: PersonHandIn['kind'], personId: string) => `${kind}.${personId}`;

/** Hand-ins looked at before the page may breathe. */
const handInsAtATime = 100;

type CountedParts = Pick<Rollup, 'head' | 'roster' | 'handIns' | 'owners' | 'choices'>;

/** Looks at one hand-in after another. @returns step by step, so that the page can breathe. */
function* eachOf<T>(
  handIns: readonly HandIn[],
  look: (handIn: HandIn, i: number) => T,
): Generator<void, T[]> {
  const seen: T[] = [];
  for (const [i, handIn] of handIns.entries()) {
    seen.push(look(handIn, i));
    if (i % handInsAtATime === handInsAtATime - 1) yield;
  }
  return seen;
}

/**
 * Decides which of the hand-ins count: those of the period, each of the person that it is of by name
 * or by what somebody has said, and of several of one person and kind the later one, unless another
 * was chosen. It depends on the roster, the hand-ins, the owners, the choices and the period; what
 * was decided on proposals is no matter here.
 * @returns step by step, so that the page can breathe.
 */
export function* countSteps(rollup: CountedParts): Generator<void, Counting> {
  const { head, roster, handIns, owners, choices } = rollup;
  const people = new People(roster, yield* knownMatcher(roster));
  yield;
  const period = plainPeriod(head.period);
  /** Nearly all write it in one of a few ways. */
  const written = new Map<string, boolean>();
  const isOfPeriod = (one: HandIn) => {
    if (one.kind !== 'assessment') return true;
    const isRight = written.get(one.period) ?? plainPeriod(one.period) === period;
    written.set(one.period, isRight);
    return isRight;
  };
  const owned = yield* eachOf(handIns, (handIn): Owned =>
    handIn.kind === 'print-log'
      ? { person: undefined, candidates: [] }
      : people.ownerOf(handIn, owners[handIn.id]),
  );
  const counted = new Map<string, PersonHandIn>();
  yield* eachOf(handIns, (handIn, i) => {
    const person = owned[i]?.person;
    if (!person || handIn.kind === 'print-log' || !isOfPeriod(handIn)) return;
    const key = choiceKey(handIn.kind, person.id);
    const before = counted.get(key);
    const isChosen = choices[key] === handIn.id;
    const isOtherChosen = before !== undefined && choices[key] === before.id;
    if (isChosen || !before || (!isOtherChosen && isLater(handIn, before)))
      counted.set(key, handIn);
  });
  const standingOf = (handIn: HandIn, person: CountedPerson | undefined): Standing => {
    if (!isOfPeriod(handIn)) return '期间不符';
    if (handIn.kind === 'print-log') return '计入';
    if (!person) return '等着认人';
    const key = choiceKey(handIn.kind, person.id);
    const counting = counted.get(key);
    if (counting === handIn) return '计入';
    return counting && choices[key] === counting.id ? '另选了一份' : '后来的一份算数';
  };
  const listed = yield* eachOf(handIns, (handIn, i): ListedHandIn => {
    const { person, candidates = [] } = owned[i] ?? {};
    const standing = standingOf(handIn, person);
    return { handIn, standing, personId: person?.id, candidates };
  });
  return {
    people: [...people.byId.values()].map((person) => {
      const assessment = counted.get(choiceKey('assessment', person.id));
      const quiz = counted.get(choiceKey('quiz', person.id));
      return {
        ...person,
        assessment: assessment?.kind === 'assessment' ? assessment : undefined,
        quiz: quiz?.kind === 'quiz' ? quiz : undefined,
      };
    }),
    listed,
    logs: handIns.flatMap((one) => (one.kind === 'print-log' ? [one] : [])),
  };
}

/** The same at once. */
export function countHandIns(rollup: CountedParts): Counting {
  return atOnce(countSteps(rollup));
}
