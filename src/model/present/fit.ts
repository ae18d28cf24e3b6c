import type { Risk, Step, WallSource } from '../wall/wallSchema.ts';
import type { SlideQuestion } from './slideQuestion.ts';

/**
 * Whether a slide holds what stands on it, in a window of 4:3, which has the shortest lines. Counted
 * in characters and rows, since nobody measures when pages are built; the figures are those of
 * presentation.css as a browser lays it out, and a browser test holds them to it.
 */

/** Characters on a line of each size. */
const perLine = { lead: 31, body: 36, small: 44 } as const;
/** Rows of body text under the heading of a step. */
const stepRoom = 14.9;
/** The same of larger text. */
const roomyRoom = 11.5;
/** A row of the strip, as a part of a row of body text. */
const flowRow = 0.86;
const flowFrame = 2.4;
/** Characters beside the sign in the left and right column of the strip. */
const flowFromWidth = 12;
const flowWayWidth = 17;

const rows = (text: string, width: number): number => Math.max(1, Math.ceil(text.length / width));
const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

function flowRows(step: Step, { steps, exits }: Pick<WallSource, 'steps' | 'exits'>): number {
  const nameOf = (id: string): string => {
    const exit = exits.find((one) => one.id === id);
    if (exit) return `${exit.kind}：${exit.name}${exit.wall ? `（${exit.wall} 墙）` : ''}`;
    return `10 ${steps.find((one) => one.id === id)?.name ?? ''}`;
  };
  const from = steps.filter(({ next }) => next.some(({ to }) => to === step.id));
  return Math.max(
    2,
    sum(from.map(({ name }) => rows(`10 ${name}`, flowFromWidth))),
    sum(step.next.map(({ to, label = '' }) => rows(`${label}　${nameOf(to)}`, flowWayWidth))),
  );
}

/** What the slide of a step tells, without its way on. */
interface ToldStep {
  readonly step: Step;
  readonly limits: string;
  readonly requirements: readonly string[];
}

/** @param width characters on a line. */
function stepRows({ step, limits, requirements }: ToldStep, width: number): number {
  const facts = step.actor.length + limits.length + 8;
  const asked = sum(requirements.map((text) => rows(text, width - 2)));
  return Math.ceil(facts / width) + rows(step.task, width) + asked + 2;
}

/** Whether the way on has room under what a step asks; else it has a slide of its own. */
export function hasRoomForFlow(told: ToldStep, wall: Pick<WallSource, 'steps' | 'exits'>): boolean {
  const flow = flowFrame + flowRow * flowRows(told.step, wall);
  return stepRows(told, perLine.body) + flow <= stepRoom;
}

/** Whether a step without its way on leaves room for larger letters. */
export const isRoomyStep = (told: ToldStep): boolean => stepRows(told, perLine.lead) <= roomyRoom;

/** Whether a risk is told in smaller letters, so that it stands on one slide. */
export function isDenseRisk({ manifestation, controls, penalties }: Risk): boolean {
  const told = controls.map(({ by, text }) => rows(`${by}：${text}`, perLine.body - 4) + 0.5);
  const laws = Math.ceil((penalties.length * 21) / (perLine.body - 4));
  return 1.2 * rows(manifestation, perLine.lead) + sum(told) + laws > 12.2;
}

/** The same of a question with its answer. */
export function isDenseQuestion({ stem, lefts, choices, answer, reasons }: SlideQuestion): boolean {
  const width = lefts.length > 0 ? 15 : perLine.body - 4;
  const column = (items: SlideQuestion['choices']) =>
    sum(items.map(({ text }) => rows(text, width) + 0.55));
  const told = rows(answer, perLine.body) + sum(reasons.map((one) => rows(one, perLine.body - 2)));
  return 1.2 * rows(stem, perLine.lead) + Math.max(column(lefts), column(choices)) + told > 13;
}

/** The same of the rights of those concerned. */
export function isDenseRights(rights: WallSource['rights']): boolean {
  const told = rights.map(
    ({ text, basis }) =>
      rows(text, perLine.body - 2) + 0.9 * Math.ceil((basis.length * 18) / perLine.small) + 0.3,
  );
  return sum(told) > 11;
}
