import { gradeEntries, type ControlPhase, type Grade } from '../vocabulary.ts';
import { gravestFirst } from '../wall/wall.ts';
import type { Risk, Step } from '../wall/wallSchema.ts';

/**
 * What a board (展板) tells: `lite` hangs in a corridor and spells out the gravest risks, `full` is
 * kept with the files and tells all.
 */
export const boardDensities = {
  lite: { name: '走廊板', tells: '最重的风险点写全，其余写名称', leastPt: 20 },
  full: { name: '存档板', tells: '全部风险点', leastPt: 14 },
} as const;

export type BoardDensity = keyof typeof boardDensities;

/** The order in which a control is chosen when there is room for one: what stops the act at once. */
const phaseOrder: readonly ControlPhase[] = ['事中', '事前', '事后'];

export interface BoardControl {
  readonly phase: ControlPhase;
  readonly by: string;
  readonly text: string;
  /** Also on the board of the corridor. */
  readonly isLite: boolean;
}

export interface BoardProblem {
  readonly risk: Risk;
  readonly grade: Grade;
  /** Spelled out on the board of the corridor too; else it stands there by name. */
  readonly isLite: boolean;
  readonly controls: readonly BoardControl[];
}

/** A time limit of a step, or the number of the step above that says the same one. */
export type BoardLimit = { readonly text: string } | { readonly sameAs: number };

/** One step as a band of the board, gravest risks first. */
export interface BoardBand {
  readonly step: Step;
  readonly number: number;
  readonly limits: readonly BoardLimit[];
  readonly problems: readonly BoardProblem[];
  /** Of the risks that the corridor spells out. */
  readonly litePenalties: readonly string[];
  readonly penalties: readonly string[];
}

/** Requirements that the board of the corridor has room for; the first ones are written first. */
export const liteRequirements = 3;

/** Risks of one step that a board which has to be short spells out. */
export const shortProblems = 2;

function controlsOf(risk: Risk, isLite: boolean): BoardControl[] {
  const first = phaseOrder.find((phase) => risk.controls.some((one) => one.phase === phase));
  const lead = risk.controls.find(({ phase }) => phase === first);
  // All of them stand on the wall's table; a board has room for what stops the graver acts.
  const rank = gradeEntries[risk.grade].rank;
  const told = rank === 1 ? risk.controls : lead && (isLite || rank === 2) ? [lead] : [];
  return told.map((control) => ({ ...control, isLite: isLite && control === lead }));
}

/**
 * Several steps of a procedure run within one limit, which each of them says in the wall: on one sheet
 * it stands at the first of them.
 */
function boardLimits(steps: readonly Step[]): BoardLimit[][] {
  const firstWith = new Map<string, number>();
  return steps.map(({ timeLimits }, i) => {
    const limits = timeLimits.map(({ text }): BoardLimit => {
      const sameAs = firstWith.get(text);
      return sameAs === undefined ? { text } : { sameAs };
    });
    for (const { text } of timeLimits) if (!firstWith.has(text)) firstWith.set(text, i + 1);
    return limits;
  });
}

/** The bands of a wall's board, from the first step to the last. */
export function boardBands(steps: readonly Step[]): BoardBand[] {
  const limits = boardLimits(steps);
  return steps.map((step, i) => {
    const risks = gravestFirst(step.risks);
    const gravest = risks.filter(({ grade }) => gradeEntries[grade].rank === 1);
    // A step without a crime is no empty band: its gravest risk stands for it.
    const spelled = new Set(gravest.length > 0 ? gravest : risks.slice(0, 1));
    return {
      step,
      number: i + 1,
      limits: limits[i] ?? [],
      problems: risks.map((risk) => ({
        risk,
        grade: risk.grade,
        isLite: spelled.has(risk),
        controls: controlsOf(risk, spelled.has(risk)),
      })),
      litePenalties: [...new Set([...spelled].flatMap(({ penalties }) => penalties))],
      penalties: [...new Set(risks.flatMap(({ penalties }) => penalties))],
    };
  });
}

/** Sheets that boards are made on, in mm, upright. */
export const boardSizes = {
  a3: { name: 'A3', widthMm: 297, heightMm: 420 },
  a2: { name: 'A2', widthMm: 420, heightMm: 594 },
  a1: { name: 'A1', widthMm: 594, heightMm: 841 },
  a0: { name: 'A0', widthMm: 841, heightMm: 1189 },
  '600x900': { name: '600×900 毫米', widthMm: 600, heightMm: 900 },
  '900x1200': { name: '900×1200 毫米', widthMm: 900, heightMm: 1200 },
} as const;

export type BoardSize = keyof typeof boardSizes;

export const isBoardSize = (text: string): text is BoardSize =>
  Object.keys(boardSizes).includes(text);
export const isBoardDensity = (text: string): text is BoardDensity =>
  Object.keys(boardDensities).includes(text);

/** Printers cut off so much outside the trim; what touches the edge has to go on so far. */
export const bleedMm = 3;
/** Around the trim, for the bleed and the marks at which it is cut. */
export const cropRoomMm = 10;

/**
 * From how far a text is read in passing: 21 pt from 1.2 m, so that a character is seen under a
 * third of a degree, and in proportion.
 * @param textPt size of the text in points.
 * @returns metres, to one digit.
 */
export const readingDistanceM = (textPt: number): number => Math.round((textPt / 21) * 12) / 10;
