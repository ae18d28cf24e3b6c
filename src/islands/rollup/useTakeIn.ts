import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type ChosenFile } from '../../browser/chosenFiles.ts';
import {
  readHandInFiles,
  readRosterFile,
  type PathFile,
  type ReadFile,
  type ReadRosterResult,
} from '../../browser/rollupFiles.ts';
import { breather } from '../../browser/inSlices.ts';
import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
import { addHandIns, type Addition } from '../../model/rollup/addHandIns.ts';
import { expandHandIn } from '../../model/rollup/compact.ts';
import { mostFiles, planFile } from '../../model/rollup/files.ts';
import type { HandIn, Rollup } from '../../model/rollup/rollup.ts';

/** A file of which nothing was taken, and why. */
export interface LeftFile {
  readonly path: string;
  readonly why: string;
}

/** The files that were chosen last, and how far they are. */
export interface TakingIn {
  readonly isReading: boolean;
  readonly total: number;
  readonly done: number;
  readonly added: number;
  /** A later state of a record that was there. */
  readonly replaced: number;
  /** There already. */
  readonly known: number;
  /** Files that are there already, and files in whose place a later one stands now. */
  readonly doubles: readonly LeftFile[];
  readonly faults: readonly LeftFile[];
  readonly skipped: readonly LeftFile[];
  readonly wasStopped: boolean;
}

const nothing: TakingIn = {
  isReading: false,
  total: 0,
  done: 0,
  added: 0,
  replaced: 0,
  known: 0,
  doubles: [],
  faults: [],
  skipped: [],
  wasStopped: false,
};

export interface RosterRead {
  readonly fileName: string;
  readonly roster: ReadRosterResult;
}

/** How far it is is told so often, in ms. */
const tellEveryMs = 500;
/** What was read goes into the roll-up so often: each time everything is counted and listed anew. */
const addEveryMs = 2_500;
/** The first of it soon, so that it is seen what comes of it. */
const firstAddMs = 700;

export interface TakeInDesk {
  readonly taking: TakingIn;
  /** The roster that was read last, with what is to be said of it. */
  readonly rosterRead: RosterRead | undefined;
  readonly isReadingRoster: boolean;
  readonly take: (files: readonly ChosenFile[]) => Promise<void>;
  readonly takeRoster: (file: File, fileName: string) => Promise<ReadRosterResult>;
  readonly stop: () => void;
}

interface SortedFiles {
  readonly handIns: readonly PathFile[];
  readonly tables: readonly ChosenFile[];
  readonly faults: readonly LeftFile[];
  readonly skipped: readonly LeftFile[];
}

/** The browser asks the disk for the size of each file, and the page waits meanwhile. */
const sortPauseMs = 30;

/** What each of the chosen files is taken for. */
async function sortFiles(files: readonly ChosenFile[]): Promise<SortedFiles> {
  const faults: LeftFile[] = [];
  const skipped: LeftFile[] = [];
  const tables: ChosenFile[] = [];
  const handIns: PathFile[] = [];
  const breath = breather(sortPauseMs);
  for (const one of files.slice(0, mostFiles)) {
    const bytes = one.file.size;
    const plan = planFile({ path: one.path, bytes });
    if (plan.as === 'hand-in') handIns.push({ ...one, bytes });
    else if (plan.as === 'roster') tables.push(one);
    else if ('why' in plan) {
      (plan.as === 'skipped' ? skipped : faults).push({ path: one.path, why: plan.why });
    }
    await breath();
  }
  if (files.length > mostFiles) {
    faults.push({ path: '后面的文件', why: `一次最多收 ${mostFiles} 个，多的没有读。` });
  }
  return { handIns, tables, faults, skipped };
}

/** What was handed in twice, by the names of the files. */
const doublesOf = ({ known, replaced }: Addition): LeftFile[] => [
  ...known.map(({ fileName }) => ({
    path: fileName,
    why: '和收过的一份相同，或者比它存得早，没有再收。',
  })),
  ...replaced.map(({ before, now }) => ({
    path: before.fileName,
    why: `换成后来改过的“${now.fileName}”。`,
  })),
];

/** Adds what was read to the roll-up, some at a time, and counts what became of it. */
function gatherer(
  change: (next: (rollup: Rollup) => Rollup) => void,
  tell: (step: (before: TakingIn) => TakingIn) => void,
) {
  let done = 0;
  let faults: LeftFile[] = [];
  let handIns: HandIn[] = [];
  let told = Date.now();
  let nextAdd = told + firstAddMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tellProgress = () => {
    const read = done;
    const left = faults;
    done = 0;
    faults = [];
    if (read > 0) {
      tell((before) => ({
        ...before,
        done: before.done + read,
        faults: left.length > 0 ? [...before.faults, ...left] : before.faults,
      }));
    }
    told = Date.now();
  };
  const add = () => {
    clearTimeout(timer);
    timer = undefined;
    tellProgress();
    const taken = handIns;
    handIns = [];
    if (taken.length > 0) {
      const counts = { added: 0, replaced: 0, known: 0 };
      let doubles: readonly LeftFile[] = [];
      change((rollup) => {
        const addition = addHandIns(rollup, taken);
        counts.added = addition.added.length;
        counts.replaced = addition.replaced.length;
        counts.known = addition.known.length;
        doubles = doublesOf(addition);
        return addition.rollup;
      });
      tell((before) => ({
        ...before,
        added: before.added + counts.added,
        replaced: before.replaced + counts.replaced,
        known: before.known + counts.known,
        doubles: doubles.length > 0 ? [...before.doubles, ...doubles] : before.doubles,
      }));
    }
    nextAdd = Date.now() + addEveryMs;
  };
  return {
    gather(read: readonly ReadFile[]) {
      done += read.length;
      for (const { path, taken } of read) {
        if (taken.compact) handIns.push(expandHandIn(taken.compact));
        else faults.push({ path, why: taken.fault });
      }
      const now = Date.now();
      // In a turn of its own: the page answers between the reading and the counting.
      if (now >= nextAdd) timer ??= setTimeout(add);
      else if (now - told >= tellEveryMs) tellProgress();
    },
    add,
  };
}

/**
 * Reads the tables among the files until one of them is a roster.
 * @returns why the others are none, or were not read.
 */
async function takeFirstRoster(
  tables: readonly ChosenFile[],
  read: TakeInDesk['takeRoster'],
): Promise<LeftFile[]> {
  const left: LeftFile[] = [];
  let taken: string | undefined;
  for (const { path, file } of tables) {
    if (taken !== undefined) {
      left.push({ path, why: `一次只读一份名册，读的是“${taken}”。` });
      continue;
    }
    const { entries, fault } = await read(file, path);
    if (entries.length > 0) taken = path;
    else left.push({ path, why: fault ?? '里面没有读到人。' });
  }
  return left;
}

/** Taking in: files, folders and the roster. It goes on while other parts of the page are looked at. */
export function useTakeIn(
  index: ChecklistIndex,
  change: (next: (rollup: Rollup) => Rollup) => void,
): TakeInDesk {
  const [taking, setTaking] = useState(nothing);
  const [rosterRead, setRosterRead] = useState<RosterRead>();
  const [isReadingRoster, setIsReadingRoster] = useState(false);
  const reading = useRef<AbortController>(undefined);

  const takeRoster = useCallback(
    async (file: File, fileName: string) => {
      setIsReadingRoster(true);
      const { posts, walls } = index;
      const departments = [...new Set([...posts.map(({ name }) => name), ...index.departments])];
      const context = { departments, posts, walls, edits: new Map(), fillsDown: true };
      const roster = await readRosterFile(file, context);
      setIsReadingRoster(false);
      setRosterRead({ fileName, roster });
      if (roster.entries.length > 0) {
        change((rollup) => ({ ...rollup, roster: roster.entries }));
      }
      return roster;
    },
    [index, change],
  );

  const take = useCallback(
    async (files: readonly ChosenFile[]) => {
      reading.current?.abort();
      const controller = new AbortController();
      reading.current = controller;
      setTaking({ ...nothing, isReading: true });
      const { handIns, tables, faults, skipped } = await sortFiles(files);
      if (controller.signal.aborted) return;
      setTaking({ ...nothing, isReading: true, total: handIns.length, faults, skipped });
      const left = await takeFirstRoster(tables, takeRoster);
      if (controller.signal.aborted) return;
      if (left.length > 0) {
        setTaking((before) => ({ ...before, faults: [...before.faults, ...left] }));
      }
      const { gather, add } = gatherer(change, setTaking);
      const isWhole = await readHandInFiles(
        {
          files: handIns,
          fingerprints: index.risks.map(({ id, fingerprint }) => [id, fingerprint] as const),
          takenAt: Date.now(),
        },
        { onRead: gather, signal: controller.signal },
      );
      add();
      if (reading.current !== controller) return;
      const unread = { path: '后面的文件', why: '读文件的程序没有取到：请刷新页面再选一次。' };
      setTaking((before) => ({
        ...before,
        isReading: false,
        wasStopped: controller.signal.aborted,
        faults: isWhole ? before.faults : [...before.faults, unread],
      }));
    },
    [index, change, takeRoster],
  );

  const stop = useCallback(() => reading.current?.abort(), []);
  useEffect(() => stop, []);
  return { taking, rosterRead, isReadingRoster, take, takeRoster, stop };
}
