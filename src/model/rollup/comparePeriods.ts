import type { Counting } from './counting.ts';
import type { TallyGround } from './totals/ground.ts';

/**
 * Two periods side by side. What is compared is one risk in one department, never a person: people
 * change posts, and the roll-up ranks nobody. A risk is open in a department when anybody of it says
 * 部分落实 or 未落实, and judged when anybody says these or 已落实 (不适用 and 待确认 judge nothing).
 */
export const changes = ['新增', '整改完成', '仍未落实', '退步', '这期没有判断'] as const;
export type PeriodChange = (typeof changes)[number];

/** What each of them means, as it stands under the tables. */
export const changeWords: Readonly<Record<PeriodChange, string>> = {
  新增: '上期这个处室没有人判断过，这期有人没落实',
  整改完成: '上期有人没落实，这期判断过的人都落实了',
  仍未落实: '两期都有人没落实',
  退步: '上期判断过的人都落实了，这期有人没落实',
  这期没有判断: '上期有人没落实，这期没有人判断，或者都说不适用',
};

/** People of one department on one risk, in one period. */
interface Standing {
  readonly judged: number;
  readonly open: number;
}

export interface ComparedRisk {
  readonly department: string;
  readonly riskId: string;
  readonly wallId: string;
  readonly change: PeriodChange;
  readonly before: Standing;
  readonly now: Standing;
}

export interface Comparison {
  readonly risks: readonly ComparedRisk[];
  /** Risks that were open in the earlier period and are in no wall any more. */
  readonly goneRisks: number;
}

/** By department, then by number of the risk. */
type Tally = ReadonlyMap<string, { readonly judged: Uint16Array; readonly open: Uint16Array }>;

/** People counted before the page may breathe. */
const peopleAtATime = 25;

function* tally(
  { people }: Counting,
  ground: TallyGround,
  gone: Set<string>,
): Generator<void, Tally> {
  const size = ground.index.risks.length;
  const found = new Map<string, { judged: Uint16Array; open: Uint16Array }>();
  let done = 0;
  for (const { department, assessment } of people) {
    if (!assessment) continue;
    const own = found.get(department) ?? {
      judged: new Uint16Array(size),
      open: new Uint16Array(size),
    };
    found.set(department, own);
    for (const [id, { state }] of Object.entries(assessment.answers)) {
      const isOpen = state === '部分落实' || state === '未落实';
      if (!isOpen && state !== '已落实') continue;
      const number = ground.numberOf.get(id);
      if (number === undefined) {
        if (isOpen) gone.add(id);
        continue;
      }
      own.judged[number] = (own.judged[number] ?? 0) + 1;
      if (isOpen) own.open[number] = (own.open[number] ?? 0) + 1;
    }
    done += 1;
    if (done % peopleAtATime === 0) yield;
  }
  return found;
}

/** @returns undefined where nothing was open in either period. */
export function changeOf(before: Standing, now: Standing): PeriodChange | undefined {
  if (before.open > 0) {
    if (now.open > 0) return '仍未落实';
    return now.judged > 0 ? '整改完成' : '这期没有判断';
  }
  if (now.open === 0) return undefined;
  return before.judged > 0 ? '退步' : '新增';
}

/**
 * Compares an earlier period with this one, step by step.
 * @returns the risks that were open in either, departments and risks in the order of the site.
 */
export function* comparePeriods(
  before: Counting,
  now: Counting,
  ground: TallyGround,
): Generator<void, Comparison> {
  const gone = new Set<string>();
  const earlier = yield* tally(before, ground, gone);
  const later = yield* tally(now, ground, new Set());
  const risks: ComparedRisk[] = [];
  for (const department of new Set([...later.keys(), ...earlier.keys()])) {
    const standingIn = (found: Tally, number: number): Standing => ({
      judged: found.get(department)?.judged[number] ?? 0,
      open: found.get(department)?.open[number] ?? 0,
    });
    ground.index.risks.forEach(({ id, wallId }, number) => {
      const [was, is] = [standingIn(earlier, number), standingIn(later, number)];
      const change = changeOf(was, is);
      if (change) risks.push({ department, riskId: id, wallId, change, before: was, now: is });
    });
    yield;
  }
  return { risks, goneRisks: gone.size };
}
