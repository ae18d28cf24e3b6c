import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { notePrinted } from '../../browser/letterStore.ts';
import { readTable } from '../../browser/rosterFile.ts';
import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
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
import { readRoster, type Roster, type RosterPerson } from '../../model/letter/roster.ts';

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
  readonly exclude: (rows: ReadonlySet<number>) => void;
  readonly setPost: (row: number, ref: string | undefined) => void;
  readonly choose: (options: Partial<BatchOptions>) => void;
  readonly make: () => Promise<void>;
  /** Notes in the log of this browser that the letters go to the printer. */
  readonly note: () => void;
}

/** A roster and its letters, with all that happens outside of the page. */
export function useBatch(letters: LetterData, index: ChecklistIndex): Batch {
  const [desk, dispatch] = useReducer(batchAfter, emptyBatch);
  /** Whatever the reader does, and leaving the page, ends what is still being made. */
  const runs = useRef(0);
  const nextRun = () => (runs.current += 1);
  useEffect(() => () => void nextRun(), []);

  const { options, table, run } = desk;
  const rows = table.status === 'read' ? table.rows : undefined;
  const choices = table.status === 'read' ? table.choices : undefined;
  const { fillsDown } = options;
  const roster = useMemo(() => {
    if (!rows || !choices) return undefined;
    const { posts, walls } = index;
    const departments = [...new Set([...posts.map(({ name }) => name), ...index.departments])];
    return readRoster(rows, { departments, posts, choices, walls, fillsDown });
  }, [rows, choices, index, fillsDown]);
  const chosen =
    table.status === 'read'
      ? (roster?.people.filter(({ row }) => !table.excluded.has(row)) ?? [])
      : [];

  const open = async (file: File) => {
    const number = nextRun();
    dispatch({ type: 'open', number, fileName: file.name });
    const result = await readTable(file).catch(() => ({
      fault: '文件打不开：可能正被别的程序占用，关掉再选一次。',
    }));
    dispatch({ type: 'read', number, result });
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
    exclude: (excluded) => {
      nextRun();
      dispatch({ type: 'exclude', excluded });
    },
    setPost: (row, ref) => {
      nextRun();
      dispatch({ type: 'set post', row, ref });
    },
    choose: (values) => {
      nextRun();
      dispatch({ type: 'choose', options: values });
    },
    make,
    note,
  };
}
