import { fits } from '../kept/fits.ts';
import { isObject, keptKind, type Parts } from '../kept/kind.ts';
import { z } from '../kept/miniZod.ts';
import { categories, controlPhases, grades, postLevels } from '../vocabulary.ts';
import { compactHandIn, compactShape, expandHandIn, type CompactHandIn } from './compact.ts';
import { outcomes, stages, type Decision } from './decision.ts';
import { createRollup, type HandIn, type Rollup, type RosterEntry } from './rollup.ts';

/**
 * Names of the elements: `head`, `roster`, `f.assessment-x1` (what was handed in), `o.assessment-x1`
 * (whose it is), `c.assessment.r-1` (which counts), `d.w01-r07` (what was decided).
 */
const parts = { handIn: 'f.', owner: 'o.', choice: 'c.', decision: 'd.' } as const;

/** A name of an element stands in a key, which has colons of its own. */
const named = (id: string) => id.replace(/[%:]/g, (sign) => (sign === ':' ? '%3A' : '%25'));
const unnamed = (name: string) =>
  name.replace(/%(3A|25)/g, (_, code) => (code === '3A' ? ':' : '%'));

const line = z.string().check(z.maxLength(400));
const long = z.string().check(z.maxLength(4_000));
const time = z.number().check(z.minimum(0), z.maximum(8.64e15));

const headShape = z.object({
  period: line,
  unit: line,
  at: time,
  isNameless: z.optional(z.literal(true)),
});

const rosterShape = z.array(
  z.object({
    id: line,
    name: line,
    department: line,
    post: line,
    level: z.optional(z.enum(postLevels)),
    posts: z.array(line),
  }),
);

const decisionShape = z.object({
  outcome: z.optional(z.enum(outcomes)),
  into: z.optional(line),
  note: long,
  stage: z.enum(stages),
  risk: z.optional(
    z.object({
      wallId: line,
      stepId: line,
      title: long,
      manifestation: long,
      category: z.enum(categories),
      grade: z.enum(grades),
      gradeReason: long,
      postLevel: z.enum(postLevels),
      department: line,
      posts: z.array(line),
      cause: long,
      controls: z.array(z.object({ phase: z.enum(controlPhases), by: line, text: long })),
      penalties: z.array(line),
      warningSign: long,
      monitor: long,
    }),
  ),
  grade: z.optional(z.enum(grades)),
  gradeReason: z.optional(long),
  penalties: z.optional(z.array(line)),
  at: time,
});

const withPrefix = (prefix: string, values: Readonly<Record<string, unknown>>) =>
  Object.entries(values).map(([id, value]) => [prefix + named(id), value] as const);

function partsOf(data: unknown): Parts {
  if (!isObject(data)) return {};
  const { head, roster, handIns, owners, choices, decisions } = data;
  const taken = Array.isArray(handIns) ? (handIns as readonly HandIn[]) : [];
  return Object.fromEntries([
    ...(head === undefined ? [] : [['head', head] as const]),
    ...(roster === undefined ? [] : [['roster', roster] as const]),
    ...taken.map((one) => [parts.handIn + named(one.id), compactHandIn(one)] as const),
    ...(isObject(owners) ? withPrefix(parts.owner, owners) : []),
    ...(isObject(choices) ? withPrefix(parts.choice, choices) : []),
    ...(isObject(decisions) ? withPrefix(parts.decision, decisions) : []),
  ]);
}

/** What was handed in comes out whole: two thousand are read one by one, with pauses between them. */
function readHandIn(part: string, data: unknown) {
  const read = fits(compactShape, data);
  if (!read) return undefined;
  const handIn = expandHandIn(read.data as CompactHandIn);
  return parts.handIn + named(handIn.id) === part ? { data: handIn } : undefined;
}

function readPart(part: string, data: unknown) {
  if (part === 'head') return fits(headShape, data);
  if (part === 'roster') return fits(rosterShape, data);
  if (part.startsWith(parts.handIn)) return readHandIn(part, data);
  // A file can name anything; this name would be no entry but the ancestor of all.
  if (part.endsWith('.__proto__')) return undefined;
  if (part.startsWith(parts.owner) || part.startsWith(parts.choice)) return fits(line, data);
  return part.startsWith(parts.decision) ? fits(decisionShape, data) : undefined;
}

const byTaking = (a: HandIn, b: HandIn) =>
  a.takenAt - b.takenAt || (a.fileName < b.fileName ? -1 : a.fileName > b.fileName ? 1 : 0);

function join(id: string, values: Parts): Rollup {
  const empty = createRollup(id, '', '', 0);
  const handIns: HandIn[] = [];
  const owners: Record<string, string> = {};
  const choices: Record<string, string> = {};
  const decisions: Record<string, Decision> = {};
  for (const [part, data] of Object.entries(values)) {
    const of = unnamed(part.slice(2));
    if (part.startsWith(parts.handIn)) handIns.push(data as HandIn);
    else if (part.startsWith(parts.owner)) owners[of] = data as string;
    else if (part.startsWith(parts.choice)) choices[of] = data as string;
    else if (part.startsWith(parts.decision)) decisions[of] = data as Decision;
  }
  return {
    ...empty,
    head: (values['head'] as Rollup['head'] | undefined) ?? empty.head,
    roster: (values['roster'] as readonly RosterEntry[] | undefined) ?? [],
    handIns: handIns.sort(byTaking),
    owners,
    choices,
    decisions,
  };
}

function partName(part: string): string {
  if (part === 'head') return '期间和单位';
  if (part === 'roster') return '名册';
  if (part.startsWith(parts.handIn)) return '一份收进来的文件';
  return part.startsWith(parts.decision) ? '一条审核意见' : '一处认人或者选用';
}

/** A roll-up, element by element. */
export const rollupKept = keptKind<Rollup>({
  name: 'rollup',
  schema: 1,
  migrations: {},
  partsOf,
  readPart,
  join,
  partName,
  timeOf: (data) => (isObject(data) && typeof data['at'] === 'number' ? data['at'] : undefined),
});

function changedValues(
  prefix: string,
  before: Readonly<Record<string, unknown>>,
  next: Readonly<Record<string, unknown>>,
): (readonly [string, unknown])[] {
  if (before === next) return [];
  const changed = Object.entries(next).filter(([id, value]) => before[id] !== value);
  const gone = Object.keys(before).filter((id) => !(id in next));
  return [
    ...changed.map(([id, value]) => [prefix + named(id), value] as const),
    ...gone.map((id) => [prefix + named(id), undefined] as const),
  ];
}

/** The elements of hand-ins that are not as they were; undefined for one that is gone. */
function changedHandIns(
  before: readonly HandIn[],
  next: readonly HandIn[],
): (readonly [string, unknown])[] {
  if (before === next) return [];
  const was = new Set(before);
  const is = new Set(next);
  const changed = next.filter((one) => !was.has(one));
  const ids = new Set(changed.map(({ id }) => id));
  const gone = before.filter((one) => !is.has(one) && !ids.has(one.id));
  return [
    ...changed.map((one) => [parts.handIn + named(one.id), compactHandIn(one)] as const),
    ...gone.map(({ id }) => [parts.handIn + named(id), undefined] as const),
  ];
}

/**
 * What differs between two states of a roll-up, undefined for what is gone: told by identity, since
 * comparing thousands of hand-ins word by word with each click would stop the page.
 */
export function rollupChanges(before: Rollup, next: Rollup): Parts {
  return Object.fromEntries([
    ...(before.head === next.head ? [] : [['head', next.head] as const]),
    ...(before.roster === next.roster ? [] : [['roster', next.roster] as const]),
    ...changedHandIns(before.handIns, next.handIns),
    ...changedValues(parts.owner, before.owners, next.owners),
    ...changedValues(parts.choice, before.choices, next.choices),
    ...changedValues(parts.decision, before.decisions, next.decisions),
  ]);
}

const without = <T>(values: Readonly<Record<string, T>>, gone: string): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([id]) => id !== gone));

function withValue<T>(
  values: Readonly<Record<string, T>>,
  id: string,
  value: T | undefined,
): Readonly<Record<string, T>> {
  return value === undefined ? without(values, id) : { ...values, [id]: value };
}

/** A roll-up with elements as another tab has left them. @param read as `readPart` gives them. */
export function withParts(rollup: Rollup, read: Parts): Rollup {
  let { head, roster, owners, choices, decisions } = rollup;
  const handIns = new Map(rollup.handIns.map((one) => [one.id, one]));
  for (const [part, data] of Object.entries(read)) {
    const of = unnamed(part.slice(2));
    if (part === 'head') head = (data as Rollup['head'] | undefined) ?? head;
    else if (part === 'roster') roster = (data as Rollup['roster'] | undefined) ?? [];
    else if (part.startsWith(parts.handIn)) {
      if (data === undefined) handIns.delete(of);
      else handIns.set(of, data as HandIn);
    } else if (part.startsWith(parts.owner)) owners = withValue(owners, of, data as string);
    else if (part.startsWith(parts.choice)) choices = withValue(choices, of, data as string);
    else if (part.startsWith(parts.decision)) {
      decisions = withValue(decisions, of, data as Decision);
    }
  }
  return { ...rollup, head, roster, handIns: [...handIns.values()], owners, choices, decisions };
}

/** Nothing has been taken in, said or decided. */
export const isUntouched = ({ roster, handIns, decisions }: Rollup): boolean =>
  roster.length + handIns.length + Object.keys(decisions).length === 0;
