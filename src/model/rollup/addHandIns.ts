import type { HandIn, Rollup } from './rollup.ts';

/** What became of a file that was read. */
export interface Addition {
  readonly rollup: Rollup;
  /** New in the roll-up. */
  readonly added: readonly HandIn[];
  /** The same record was there already, in an earlier state: the later one stands in its place. */
  readonly replaced: readonly { readonly before: HandIn; readonly now: HandIn }[];
  /** It was there already, in this state or a later one. */
  readonly known: readonly HandIn[];
}

/** Adds what was handed in; of the same record in two states the later one stays. */
export function addHandIns(rollup: Rollup, taken: readonly HandIn[]): Addition {
  const byId = new Map(rollup.handIns.map((one) => [one.id, one]));
  const added: HandIn[] = [];
  const replaced: { before: HandIn; now: HandIn }[] = [];
  const known: HandIn[] = [];
  for (const one of taken) {
    const before = byId.get(one.id);
    if (before && before.at >= one.at) {
      known.push(one);
      continue;
    }
    if (before) replaced.push({ before, now: one });
    else added.push(one);
    byId.set(one.id, one);
  }
  const isSame = added.length + replaced.length === 0;
  return {
    rollup: isSame ? rollup : { ...rollup, handIns: [...byId.values()] },
    added,
    replaced,
    known,
  };
}

/** Takes a hand-in out again, with what was said of whose it is. */
export function withoutHandIn(rollup: Rollup, id: string): Rollup {
  const kept = <T>(
    values: Readonly<Record<string, T>>,
    isGone: (key: string, value: T) => boolean,
  ) => Object.fromEntries(Object.entries(values).filter(([key, value]) => !isGone(key, value)));
  return {
    ...rollup,
    handIns: rollup.handIns.filter((one) => one.id !== id),
    owners: kept(rollup.owners, (key) => key === id),
    choices: kept(rollup.choices, (_, value) => value === id),
  };
}

/** Says of whom on the roster a hand-in is; undefined takes back what was said. */
export function withOwner(rollup: Rollup, id: string, owner: string | undefined): Rollup {
  const others = Object.entries(rollup.owners).filter(([key]) => key !== id);
  return {
    ...rollup,
    owners: Object.fromEntries(owner === undefined ? others : [...others, [id, owner] as const]),
  };
}
