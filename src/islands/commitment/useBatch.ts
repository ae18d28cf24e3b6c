import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { notePrinted } from '../../browser/letterStore.ts';
import { readTable } from '../../browser/rosterFile.ts';
import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
import { usualPeriod } from '../../model/letter/letterWords.ts';
import { letterMaker } from '../../model/letter/batch.ts';
import {
  batchAfter,
  emptyBatch,
  lettersOf,
  type BatchDesk,
  type BatchOptions,
} from '../../model/letter/batchRun.ts';
import { letterCode } from '../../model/letter/letterCode.ts';
import type { LetterData } from '../../model/letter/letterData.ts';
import {
  readRoster,
  type Roster,
  type RosterEdit,
  type RosterPerson,
} from '../../model/letter/roster.ts';

/** Letters made before the browser may breathe: a slow machine makes them in about 100 ms. */
const lettersAtATime = 10;

const breathe = () => new Promise((resolve) => setTimeout(resolve, 0));

interface Batch {
  readonly desk: BatchDesk;
  /** Undefined until a table has been read. */
  readonly roster: Roster | undefined;
  /** Who gets a letter. */
  readonly chosen: readonly RosterPerson[];
  readonly open: (file: File) => Promise<void>;
  readonly refuse: (file: File, text: string) => void;
  /** Gives up the file that is being read. */
  readonly cancel: () => void;
  readonly exclude: (ids: ReadonlySet<string>) => void;
  readonly chooseSheet: (sheet: string) => void;
  /** Puts the same right on all of these rows. */
  readonly edit: (ids: readonly string[], edit: RosterEdit) => void;
  readonly choose: (options: Partial<BatchOptions>) => void;
  readonly make: () => Promise<void>;
  /** Notes in the log of this browser that the letters go to the printer. */
  readonly note: () => void;
}

const startBatch = () =>
  batchAfter(emptyBatch, { type: 'choose', options: { period: usualPeriod(new Date()) } });

/** A roster and its letters, with all that happens outside of the page. */
export function useBatch(letters: LetterData, index: ChecklistIndex): Batch {
  const [desk, dispatch] = useReducer(batchAfter, undefined, startBatch);
  /** Whatever the reader does, and leaving the page, ends what is still being made. */
  const runs = useRef(0);
  const reading = useRef<AbortController>(undefined);
  const nextRun = () => {
    reading.current?.abort();
    return (runs.current += 1);
  };
  useEffect(() => () => void nextRun(), []);

  const { options, table, run } = desk;
  const read = table.status === 'read' ? table : undefined;
  const { sheets, sheet, edits } = read ?? {};
  const { fillsDown } = options;
  const roster = useMemo(() => {
    if (!sheets || !edits) return undefined;
    const { posts, walls } = index;
    const departments = [...new Set([...posts.map(({ name }) => name), ...index.departments])];
    return readRoster(sheets, { departments, posts, edits, walls, fillsDown }, sheet);
  }, [sheets, sheet, edits, index, fillsDown]);
  const chosen = (read && roster?.people.filter(({ id }) => !read.excluded.has(id))) ?? [];

  const open = async (file: File) => {
    const number = nextRun();
    const controller = new AbortController();
    reading.current = controller;
    dispatch({ type: 'open', number, fileName: file.name });
    const result = await readTable(file, {
      signal: controller.signal,
      onProgress: (progress) => dispatch({ type: 'progress', number, progress }),
    }).catch(() => ({ fault: '文件打不开：可能正被别的程序占用，关掉再选一次。' }));
    if (result) dispatch({ type: 'read', number, result });
  };
  const make = async () => {
    const number = nextRun();
    dispatch({ type: 'make', number, total: chosen.length });
    const { templates, pledges, contentVersion, unit, words } = letters;
    const { countersigners } = words;
    const makeLetter = letterMaker(
      { templates, pledges, risks: index.risks, countersigners, contentVersion },
      { unit, period: options.period, copies: undefined },
    );
    for (let i = 0; i < chosen.length; i += lettersAtATime) {
      if (runs.current !== number) return;
      const some = chosen.slice(i, i + lettersAtATime).flatMap((one) => makeLetter(one) ?? []);
      dispatch({ type: 'add', number, letters: some });
      await breathe();
    }
    dispatch({ type: 'finish', number });
  };
  const note = () => {
    const made = lettersOf(run);
    const names = [...new Set(made.map(({ templateName }) => templateName))];
    notePrinted({
      at: Date.now(),
      templateName: `${names.join('、')}（成批）`,
      version: [...new Set(made.map(({ version }) => version))].join('、'),
      contentVersion: letters.contentVersion,
      letters: made.map((letter) => ({
        name: letter.fields.name,
        department: letter.fields.department,
        code: letterCode(letter),
      })),
    });
  };
  return {
    desk,
    roster,
    chosen,
    open,
    refuse: ({ name }, text) => {
      nextRun();
      dispatch({ type: 'refuse', fileName: name, text });
    },
    cancel: () => {
      nextRun();
      dispatch({ type: 'cancel' });
    },
    exclude: (excluded) => {
      nextRun();
      dispatch({ type: 'exclude', excluded });
    },
    chooseSheet: (name) => {
      nextRun();
      dispatch({ type: 'choose sheet', sheet: name });
    },
    edit: (ids, edit) => {
      nextRun();
      dispatch({ type: 'edit', ids, edit });
    },
    choose: (values) => {
      nextRun();
      dispatch({ type: 'choose', options: values });
    },
    make,
    note,
  };
}
