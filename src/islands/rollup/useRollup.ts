import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { newId } from '../../browser/keeper.ts';
import { afterPaint, onLeaving } from '../../browser/page.ts';
import { rollups } from '../../browser/rollupStore.ts';
import { tellTabs, watchTabs } from '../../browser/rollupTabs.ts';
import type { Hurt } from '../../model/kept/keep.ts';
import type { SaveOutcome } from '../../model/kept/keeper.ts';
import type { Parts } from '../../model/kept/kind.ts';
import { createRollup, type Rollup } from '../../model/rollup/rollup.ts';
import type { ReadRollup } from '../../model/rollup/rollupFile.ts';
import { isUntouched, rollupChanges, withParts } from '../../model/rollup/rollupKept.ts';
import { clockTime, unsaved, type SaveState } from '../kept/saveWords.ts';

export type OpenState = 'opening' | 'open' | 'blocked' | 'newer';

export interface RollupDesk {
  readonly rollup: Rollup;
  readonly state: OpenState;
  /** What of the roll-up could not be read. */
  readonly hurt: readonly Hurt[];
  readonly save: SaveState;
  /** Changes the roll-up: painted first, saved right after. */
  readonly change: (change: (rollup: Rollup) => Rollup) => void;
  /** Opens the one of that id in its place; without one the latest, or a new one. */
  readonly open: (id?: string) => Promise<void>;
  /** Joins one out of a file with what is kept of it, and opens it. */
  readonly take: (read: ReadRollup) => Promise<void>;
  /** Begins a new one in its place; the open one stays kept. */
  readonly begin: () => void;
  /** Removes the open one for good. */
  readonly forget: () => Promise<void>;
}

/** Elements written in one transaction: more would hold the page while they are sealed, 1 ms each. */
const partsAtATime = 25;

const isFailure = (outcome: SaveOutcome) => outcome !== 'durable' && outcome !== 'kept';

/** The id of the roll-up on which somebody has worked last. */
async function latestId(): Promise<string | undefined | 'blocked'> {
  const ids = await rollups.list();
  if (!ids) return 'blocked';
  const heads = await Promise.all(
    ids.map(async (id) => {
      const { head } = await rollups.read(id, ['head']);
      return { id, at: (head as Rollup['head'] | undefined)?.at ?? 0 };
    }),
  );
  return heads.sort((a, b) => b.at - a.at)[0]?.id;
}

/** Writes elements in pieces; stops at the first that is not kept. */
async function writeAll(id: string, values: Parts): Promise<SaveOutcome> {
  const entries = Object.entries(values);
  let outcome: SaveOutcome = 'durable';
  for (let from = 0; from < entries.length; from += partsAtATime) {
    const some = Object.fromEntries(entries.slice(from, from + partsAtATime));
    outcome = await rollups.write(id, some);
    if (isFailure(outcome)) return outcome;
    tellTabs({ item: id, parts: Object.keys(some) });
  }
  return outcome;
}

/** Joins the elements of a file with those that are kept, in pieces. */
async function mergeAll(id: string, sealed: ReadRollup['sealed']): Promise<SaveOutcome> {
  const entries = [...sealed];
  let outcome: SaveOutcome = 'durable';
  for (let from = 0; from < entries.length; from += partsAtATime) {
    const some = new Map(entries.slice(from, from + partsAtATime));
    outcome = await rollups.merge(id, some);
    if (isFailure(outcome)) return outcome;
    tellTabs({ item: id, parts: [...some.keys()] });
  }
  return outcome;
}

const newRollup = (unit: string): Rollup => {
  const now = Date.now();
  return createRollup(newId(), `${new Date(now).getFullYear()}年度`, unit, now);
};
const unkept = ({ id }: Rollup): Rollup => createRollup(id, '', '', 0);

/**
 * The roll-up that is open, kept while it is worked on: every change is painted first and saved right
 * after, and what another tab saves shows here.
 * @param unit as it stands on the tables.
 */
export function useRollup(unit: string): RollupDesk {
  const [rollup, setRollup] = useState(() => newRollup(unit));
  const [state, setState] = useState<OpenState>('opening');
  const [hurt, setHurt] = useState<readonly Hurt[]>([]);
  const [save, setSave] = useState<SaveState>(unsaved);
  /** As shown, and as handed to the depot: what differs is what has to be saved. */
  const shown = useRef(rollup);
  const kept = useRef<Rollup>(unkept(rollup));
  /** What the depot has refused; it is offered again with the next change. */
  const refused = useRef<Parts>({});
  const isWaiting = useRef(false);
  const saves = useRef(0);
  const running = useRef<Promise<unknown>>(Promise.resolve());

  const show = useCallback((next: Rollup) => {
    shown.current = next;
    setRollup(next);
  }, []);

  const flush = useCallback(() => {
    if (!isWaiting.current) return;
    isWaiting.current = false;
    const { id } = shown.current;
    const values = { ...refused.current, ...rollupChanges(kept.current, shown.current) };
    kept.current = shown.current;
    if (Object.keys(values).length === 0) return;
    refused.current = {};
    saves.current += 1;
    const mine = saves.current;
    setSave(({ time }) => ({ outcome: 'saving', time }));
    running.current = running.current
      .then(() => writeAll(id, values))
      .then((outcome) => {
        if (isFailure(outcome) && id === shown.current.id) {
          refused.current = { ...values, ...refused.current };
        }
        if (mine === saves.current) setSave({ outcome, time: clockTime() });
      });
  }, []);

  const change = useCallback(
    (next: (rollup: Rollup) => Rollup) => {
      show(next(shown.current));
      if (isWaiting.current) return;
      isWaiting.current = true;
      afterPaint(flush);
    },
    [flush, show],
  );

  const begin = useCallback(() => {
    flush();
    refused.current = {};
    const fresh = newRollup(unit);
    kept.current = unkept(fresh);
    setHurt([]);
    setSave(unsaved);
    setState('open');
    show(fresh);
  }, [flush, show, unit]);

  const open = useCallback(
    async (wanted?: string) => {
      flush();
      await running.current;
      const id = wanted ?? (await latestId());
      if (id === undefined) return begin();
      const opened = id === 'blocked' ? { status: 'blocked' as const } : await rollups.open(id);
      if (opened.status === 'present') {
        refused.current = {};
        kept.current = opened.item;
        setHurt(opened.hurt);
        show(opened.item);
        setState('open');
        return;
      }
      if (opened.status === 'blocked' || opened.status === 'newer') setState(opened.status);
      else begin();
    },
    [begin, flush, show],
  );

  const take = useCallback(
    async ({ rollup: taken, sealed }: ReadRollup) => {
      flush();
      await running.current;
      const outcome = await mergeAll(taken.id, sealed);
      if (!isFailure(outcome)) await open(taken.id);
      if (shown.current.id !== taken.id) {
        // It cannot be kept here: it is worked on all the same, and the notice says so.
        refused.current = {};
        kept.current = unkept(taken);
        show(taken);
        setState('open');
      }
      // The one that was worked on last is opened with the page.
      change((now) => ({ ...now, head: { ...now.head, at: Date.now() } }));
    },
    [change, flush, open, show],
  );

  const forget = useCallback(async () => {
    isWaiting.current = false;
    const { id } = shown.current;
    await running.current;
    await rollups.remove(id);
    tellTabs({ item: id, parts: [] });
    await open();
  }, [open]);

  useEffect(() => {
    void open();
    const unwatch = watchTabs(({ item, parts }) => {
      const isMine = item === shown.current.id;
      if (item === undefined || (isMine && parts.length === 0)) {
        // Removed elsewhere: what is here would come back in fragments with the next change.
        isWaiting.current = false;
        void open();
      } else if (isMine) {
        flush();
        void rollups.read(item, parts).then((read) => {
          if (shown.current.id !== item) return;
          kept.current = withParts(kept.current, read);
          show(withParts(shown.current, read));
        });
      } else if (isUntouched(shown.current)) {
        // Two tabs that were opened before there was anything go on with one roll-up.
        void open();
      }
    });
    const stay = onLeaving(flush);
    return () => {
      flush();
      unwatch();
      stay();
    };
  }, []);

  return { rollup, state, hurt, save, change, open, take, begin, forget };
}
