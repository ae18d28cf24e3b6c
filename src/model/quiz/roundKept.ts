import { fits } from '../kept/fits.ts';
import { isObject, keptKind, type Parts } from '../kept/kind.ts';
import { z } from '../kept/miniZod.ts';
import { questionIdPattern } from '../fields/ids.ts';
import { comesBackAfter, type Round, type Turn } from './practice.ts';

/**
 * Names of the elements: `start` (the questions in their order), `q.w01-q03` (how it was last
 * answered, and at which turn). Two tabs that answer different questions of one round both count.
 */
const questionPart = 'q.';

const idShape = z.string().check(z.maxLength(40));
const startShape = z.object({ seed: idShape, ids: z.array(idShape).check(z.maxLength(500)) });
const turnShape = z.object({
  isRight: z.boolean(),
  wasMissed: z.boolean(),
  turn: z.number(),
  isLeft: z.optional(z.boolean()),
});

type Start = z.infer<typeof startShape>;

/** Data of a round: as it is worked with, or as versions before the envelope kept it. */
function partsOf(data: unknown): Parts {
  if (!isObject(data) || !isObject(data['practice'])) return {};
  const { queue, done, missed } = data['practice'];
  if (!Array.isArray(queue) || !Array.isArray(done) || !Array.isArray(missed)) return {};
  const turns = isObject(data['turns']) ? data['turns'] : {};
  const ids = Array.isArray(data['ids']) ? data['ids'] : [...done, ...queue];
  const parts: Record<string, unknown> = { start: { seed: data['seed'], ids } };
  const asLast = (id: unknown, i: number) => ({
    isRight: done.includes(id),
    wasMissed: missed.includes(id),
    turn: i + 1,
  });
  [...done, ...missed.filter((id) => !done.includes(id))].forEach((id, i) => {
    parts[`${questionPart}${String(id).slice(0, 40)}`] = turns[String(id)] ?? asLast(id, i);
  });
  return parts;
}

function readPart(part: string, data: unknown) {
  if (part === 'start') return fits(startShape, data);
  return questionIdPattern.test(part.slice(questionPart.length))
    ? fits(turnShape, data)
    : undefined;
}

/** The questions still to come: a wrong one when its turn has come again, else the next new one. */
function queueOf(ids: readonly string[], turns: ReadonlyMap<string, Turn>): string[] {
  const fresh = ids.filter((id) => !turns.has(id));
  const again = [...turns]
    .filter(([, { isRight, isLeft }]) => !isRight && !isLeft)
    .map(([id, { turn }]) => ({ id, due: turn + comesBackAfter + 1 }))
    .sort((a, b) => a.due - b.due);
  const queue: string[] = [];
  let turn = Math.max(0, ...[...turns.values()].map((one) => one.turn)) + 1;
  while (fresh.length > 0 || again.length > 0) {
    const isDue = again[0] !== undefined && (again[0].due <= turn || fresh.length === 0);
    const id = isDue ? again.shift()?.id : fresh.shift();
    if (id !== undefined) queue.push(id);
    turn += 1;
  }
  return queue;
}

function join(_: string, parts: Parts): Round | undefined {
  const turns = new Map<string, Turn>();
  for (const [part, data] of Object.entries(parts)) {
    if (part.startsWith(questionPart)) turns.set(part.slice(questionPart.length), data as Turn);
  }
  // Without its start a round has only what was answered; that is in the wrong-answer book too.
  const start = parts['start'] as Start | undefined;
  if (!start) return undefined;
  const answered = [...turns].sort(([, a], [, b]) => a.turn - b.turn);
  return {
    seed: start.seed,
    ids: start.ids,
    turn: Math.max(0, ...answered.map(([, { turn }]) => turn)),
    turns: Object.fromEntries(turns),
    practice: {
      queue: queueOf(start.ids, turns),
      done: answered.filter(([, { isRight }]) => isRight).map(([id]) => id),
      missed: answered.filter(([, { wasMissed }]) => wasMissed).map(([id]) => id),
      left: answered.filter(([, { isLeft }]) => isLeft).map(([id]) => id),
    },
  };
}

/** A round of practice, question by question. */
export const roundKept = keptKind<Round>({
  name: 'round',
  schema: 1,
  migrations: {},
  partsOf,
  readPart,
  join,
  partName: (part) =>
    part === 'start' ? '这一组有哪些题' : `${part.slice(questionPart.length)} 题的对错`,
  itemOf: (data) => (isObject(data) && typeof data['seed'] === 'string' ? data['seed'] : undefined),
});
