import { breakEvenly } from './lineBreaking.ts';
import { textWidthEm } from '../model/text/textWidth.ts';
import type { StepNode } from './wallGraph.ts';

/**
 * How much of a wall a chart tells: `compact` names each step and shows one sign per risk, so that a
 * whole wall stands on one screen; `wide` adds who acts, the time limits and every risk by name.
 */
export type ChartLevel = 'compact' | 'wide';

/** Sizes in px at natural size. */
export interface Metrics {
  readonly level: ChartLevel;
  readonly marginPx: number;
  /** Sizes of letters: names of steps, small print in boxes, questions, labels, exits. */
  readonly namePx: number;
  readonly smallPx: number;
  readonly questionPx: number;
  readonly labelPx: number;
  readonly exitFontPx: number;
  /** Step boxes. */
  readonly stepLeastPx: number;
  readonly rowPx: number;
  readonly linePx: number;
  readonly badgePx: number;
  readonly insetPx: number;
  readonly signPx: number;
  readonly decisionPx: number;
  readonly decisionLeastPx: number;
  /** Distances from one row to the next. */
  readonly toDecisionPx: number;
  readonly afterDecisionPx: number;
  readonly betweenPx: number;
  readonly breakPx: number;
  /** What leaves a node at its sides. */
  readonly branchPx: number;
  readonly busPx: number;
  readonly labelGapPx: number;
  readonly downLabelPx: number;
  readonly arrowRoomPx: number;
  readonly circlePx: number;
  readonly hookPx: number;
  readonly exitPx: number;
  readonly exitPaddingPx: number;
  readonly exitSignPx: number;
  readonly terminatorPx: number;
  readonly terminatorWidthPx: number;
}

const compact: Metrics = {
  level: 'compact',
  marginPx: 3,
  namePx: 14,
  smallPx: 12.5,
  questionPx: 13,
  labelPx: 12.5,
  exitFontPx: 12.5,
  stepLeastPx: 250,
  rowPx: 22,
  linePx: 18,
  badgePx: 9,
  insetPx: 8,
  signPx: 12.5,
  decisionPx: 28,
  decisionLeastPx: 140,
  toDecisionPx: 5,
  afterDecisionPx: 8,
  betweenPx: 7,
  breakPx: 12,
  branchPx: 19,
  busPx: 7,
  labelGapPx: 3,
  downLabelPx: 34,
  arrowRoomPx: 14,
  circlePx: 9,
  hookPx: 15,
  exitPx: 18,
  exitPaddingPx: 18,
  exitSignPx: 8,
  terminatorPx: 17,
  terminatorWidthPx: 92,
};

const wide: Metrics = {
  ...compact,
  level: 'wide',
  marginPx: 6,
  namePx: 16,
  smallPx: 13,
  questionPx: 15,
  labelPx: 14,
  exitFontPx: 14,
  stepLeastPx: 660,
  rowPx: 26,
  linePx: 20,
  badgePx: 11,
  insetPx: 12,
  signPx: 14,
  decisionPx: 36,
  decisionLeastPx: 180,
  toDecisionPx: 10,
  afterDecisionPx: 18,
  betweenPx: 16,
  breakPx: 20,
  branchPx: 24,
  busPx: 10,
  labelGapPx: 4,
  downLabelPx: 40,
  arrowRoomPx: 20,
  circlePx: 11,
  hookPx: 18,
  exitPx: 24,
  exitPaddingPx: 24,
  terminatorPx: 24,
  terminatorWidthPx: 120,
};

export function metricsOf(level: ChartLevel): Metrics {
  return level === 'compact' ? compact : wide;
}

/** Width of the left part of a wide box, and of one column of risks. */
export const wideTextPx = 300;
const boldFactor = 1.04;

export interface StepBox {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Lines under the name; none in a compact box. */
  readonly noteLines: readonly string[];
  readonly nameLines: readonly string[];
  /** Width of one column of risks, in a wide box. */
  readonly riskColumnPx: number;
  readonly riskColumns: number;
}

/** Both bars of a 会审 take room inside the box. */
export const barPx = ({ kind }: Pick<StepNode, 'kind'>): number => (kind === '会审' ? 5 : 0);

/** How large the box of a step is, and what stands in its lines. */
export function stepBox(step: StepNode, m: Metrics): StepBox {
  const textLeft = barPx(step) + m.insetPx + 2 * m.badgePx + 6;
  if (m.level === 'compact') {
    const name = textWidthEm(step.name) * m.namePx * boldFactor;
    const strip = step.risks.length * m.signPx;
    return {
      widthPx: Math.ceil(textLeft + name + 12 + strip + m.insetPx + barPx(step)),
      heightPx: m.rowPx,
      nameLines: [step.name],
      noteLines: [],
      riskColumnPx: 0,
      riskColumns: 0,
    };
  }
  const roomEm = (fontPx: number) => (wideTextPx - textLeft - 24) / fontPx;
  const nameLines = breakEvenly(step.name, roomEm(m.namePx * boldFactor));
  const noteLines = [step.actor, ...step.limits].flatMap((text) =>
    breakEvenly(text, roomEm(m.smallPx)),
  );
  const longest = Math.max(...step.risks.map(({ title }) => textWidthEm(title)), 6);
  const riskColumnPx = Math.ceil((longest + 1.4) * m.smallPx + 10);
  const riskColumns = step.risks.length > 3 ? 2 : 1;
  const rows = Math.max(
    nameLines.length * (m.rowPx / m.linePx) + noteLines.length,
    Math.ceil(step.risks.length / riskColumns),
  );
  return {
    widthPx: wideTextPx + 2 * riskColumnPx + m.insetPx + barPx(step),
    heightPx: Math.ceil(rows * m.linePx + 10),
    nameLines,
    noteLines,
    riskColumnPx,
    riskColumns,
  };
}
