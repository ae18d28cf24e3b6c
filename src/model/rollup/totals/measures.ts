import type { PlaceList } from './answers.ts';
import { dayNumber, noDueDate } from './marks.ts';
import type { Totals } from './totals.ts';

/** How a measure stands on a day. */
export const dueStandings = ['逾期', '没到期', '没写时限'] as const;
export type DueStanding = (typeof dueStandings)[number];

/**
 * Measures that people have written to what is 未落实 or 部分落实. What goes with a 自行补充 is part of
 * the proposal and stands in the review.
 */
export interface OpenMeasures {
  /** Overdue ones first, then by due date, those without a date last; else by department and person. */
  readonly places: PlaceList;
  /** By measure, rising: `20261231` or `noDueDate`. */
  readonly dueDates: Uint32Array;
}

/** @param today a day number: what is due today is not overdue. */
export function dueStanding(dueDate: number, today: number): DueStanding {
  if (dueDate === noDueDate) return '没写时限';
  return dueDate < today ? '逾期' : '没到期';
}

/** More than there are measures. */
const measureRoom = 2 ** 24;

function sorted({ marks }: Totals): OpenMeasures {
  const count = marks.reduce((sum, { measures }) => sum + measures.length, 0);
  const people = new Uint32Array(count);
  const places = new Uint16Array(count);
  // One number for date and place in the list: numbers are sorted many times faster than by a rule.
  const keys = new Float64Array(count);
  let next = 0;
  marks.forEach(({ measures, dueDates }, person) => {
    for (let i = 0; i < measures.length; i += 1) {
      people[next] = person;
      places[next] = measures[i] ?? 0;
      keys[next] = (dueDates[i] ?? noDueDate) * measureRoom + next;
      next += 1;
    }
  });
  keys.sort();
  const order = new Uint32Array(count);
  const dates = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) {
    const key = keys[i] ?? 0;
    dates[i] = Math.floor(key / measureRoom);
    order[i] = key - (dates[i] ?? 0) * measureRoom;
  }
  return {
    places: {
      length: count,
      at: (i) => {
        const number = order[i] ?? 0;
        return { person: people[number] ?? 0, place: places[number] ?? 0 };
      },
    },
    dueDates: dates,
  };
}

const known = new WeakMap<Totals, OpenMeasures>();

/** All open measures; worked out once. */
export function openMeasures(totals: Totals): OpenMeasures {
  const held = known.get(totals) ?? sorted(totals);
  known.set(totals, held);
  return held;
}

/** How many measures a department has on a day, by standing, in the order of `dueStandings`. */
export function measuresByDepartment(
  totals: Totals,
  today: string,
): readonly (readonly number[])[] {
  const day = dayNumber(today);
  const counts = totals.departments.map(() => dueStandings.map(() => 0));
  totals.marks.forEach(({ dueDates }, person) => {
    const own = counts[totals.departmentOf[person] ?? 0];
    if (!own) return;
    for (let i = 0; i < dueDates.length; i += 1) {
      const standing = dueStandings.indexOf(dueStanding(dueDates[i] ?? noDueDate, day));
      own[standing] = (own[standing] ?? 0) + 1;
    }
  });
  return counts;
}

export interface MeasureSelection {
  readonly department?: string;
  readonly due?: DueStanding;
}

/** The measures behind a number, in their order. @param today `2026-12-31`. */
export function measuresBehind(
  totals: Totals,
  { department, due }: MeasureSelection,
  today: string,
): PlaceList {
  const { places, dueDates } = openMeasures(totals);
  if (department === undefined && due === undefined) return places;
  const day = dayNumber(today);
  const wanted = department === undefined ? undefined : totals.departments.indexOf(department);
  const chosen: number[] = [];
  for (let i = 0; i < places.length; i += 1) {
    const { person } = places.at(i);
    if (wanted !== undefined && totals.departmentOf[person] !== wanted) continue;
    if (due !== undefined && dueStanding(dueDates[i] ?? noDueDate, day) !== due) continue;
    chosen.push(i);
  }
  return { length: chosen.length, at: (i) => places.at(chosen[i] ?? 0) };
}
