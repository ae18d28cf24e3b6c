import { textWidthEm } from './textWidth.ts';
import { breakEvenly } from './lineBreaking.ts';
import type { Grade, StepKind } from '../model/vocabulary.ts';
import { gradeEntries } from '../model/vocabulary.ts';
import {
  countByGrade,
  exitAnchor,
  gradeSummary,
  gradeSummarySpoken,
  gravestRisk,
  riskAnchor,
  stepAnchor,
} from '../model/wall/wall.ts';
import type { Exit, Step, WallSource } from '../model/wall/wallSchema.ts';

/** What the chart shows, before anybody decides where it stands. Sizes in px at natural size. */
export interface ChartPlan {
  readonly nodes: readonly PlannedNode[];
  readonly edges: readonly PlannedEdge[];
}

interface Sized {
  readonly id: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface StepNode extends Sized {
  readonly type: 'step';
  readonly kind: StepKind;
  readonly href: string;
  readonly spoken: string;
  readonly nameLines: readonly string[];
  readonly actorLines: readonly string[];
  /** Counts by grade and, where its shape does not tell it, the kind: `▲2 ■1 ［公示］`. */
  readonly countsLine: string;
  readonly note?: {
    readonly grade: Grade;
    readonly href: string;
    readonly spoken: string;
    readonly lines: readonly string[];
  };
}

export interface DecisionNode extends Sized {
  readonly type: 'decision';
  readonly lines: readonly string[];
}

export interface ExitNode extends Sized {
  readonly type: 'exit';
  readonly kind: Exit['kind'];
  readonly href: string;
  readonly spoken: string;
  readonly lines: readonly string[];
}

export type PlannedNode = StepNode | DecisionNode | ExitNode;

export interface PlannedEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  /** A return to an earlier step. */
  readonly isReturn: boolean;
  /** A way that leaves the main line: a return, or a jump over a step. */
  readonly isJump: boolean;
}

export const fontSizePx = 14;
export const lineHeightPx = 19;
export const paddingPx = 10;

/** GB/T 1526: a rounded box begins or ends a process. */
export function isRounded(node: PlannedNode): boolean {
  if (node.type === 'step') return node.kind === '开始' || node.kind === '办结';
  return node.type === 'exit';
}

/** Widths of the two parts of a step's card: the step itself, and the note beside it. */
export const stepPartPx = 228;
export const notePartPx = 150;

/** Kinds that the card names, since shape alone does not tell them. */
const namedKinds = new Set<StepKind>(['会审', '公示', '拨付']);

/** Bold Chinese is no wider than regular, bold Latin is. */
const boldFactor = 1.06;
const exitMaxEm = 7;

const roomEm = (partPx: number) => (partPx - 2 * paddingPx) / fontSizePx;

/** Longest question in one line, in em: its diamond is still narrower than a step's card. */
const questionMaxEm = 12;

/** A flat diamond costs little height: a text of w × h fits when w / width + h / height <= 1. */
function planDecision(id: string, question: string): DecisionNode {
  const lines = breakEvenly(question, questionMaxEm);
  const textWidth = Math.max(...lines.map(textWidthEm)) * fontSizePx;
  const textHeight = (lines.length - 1) * lineHeightPx + fontSizePx + 2;
  const heightPx = textHeight + 4 * paddingPx;
  const widthPx = Math.ceil(textWidth / (1 - textHeight / heightPx)) + paddingPx;
  return { type: 'decision', id, lines, widthPx, heightPx };
}

function planStep(step: Step, number: number): StepNode {
  const nameLines = breakEvenly(`${number} ${step.name}`, roomEm(stepPartPx) / boldFactor);
  const actorLines = breakEvenly(step.actor, roomEm(stepPartPx));
  const counts = countByGrade(step.risks);
  const gravest = gravestRisk(step.risks);
  const note = gravest && {
    grade: gravest.grade,
    href: `#${riskAnchor(gravest.id)}`,
    spoken: `最重的风险点：${gravest.grade}，${gravest.title}`,
    lines: breakEvenly(`${gradeEntries[gravest.grade].mark} ${gravest.title}`, roomEm(notePartPx)),
  };
  const countsLine = [gradeSummary(counts), namedKinds.has(step.kind) ? `［${step.kind}］` : '']
    .filter(Boolean)
    .join(' ');
  const lineCount = nameLines.length + actorLines.length + (countsLine ? 1 : 0);
  return {
    type: 'step',
    id: `s${number}`,
    kind: step.kind,
    href: `#${stepAnchor(step.id)}`,
    // The name begins with the visible words, so that voice control finds the link by them. A thin
    // space parts them for listeners.
    spoken: [
      nameLines.join(''),
      actorLines.join(''),
      countsLine,
      `${step.kind}，风险点：${gradeSummarySpoken(counts)}`,
    ].join('\u2009'),
    nameLines,
    actorLines,
    countsLine,
    ...(note && { note }),
    widthPx: stepPartPx + notePartPx,
    heightPx: Math.max(lineCount, note?.lines.length ?? 0) * lineHeightPx + 2 * paddingPx - 4,
  };
}

function planExit(exit: Exit, id: string): ExitNode {
  const lines = breakEvenly(exit.name, exitMaxEm);
  const widest = Math.max(...[exit.kind, ...lines].map(textWidthEm));
  return {
    type: 'exit',
    id,
    kind: exit.kind,
    href: `#${exitAnchor(exit.id)}`,
    spoken: `${exit.kind}：${exit.name}`,
    lines,
    widthPx: Math.ceil(widest * fontSizePx + 2.4 * paddingPx),
    heightPx: (lines.length + 1) * lineHeightPx + paddingPx,
  };
}

/**
 * Decides what a wall's chart shows: steps, questions, exits, and the ways between them. An exit that
 * several steps lead to stands beside each of them, so that no line runs across the chart to it.
 */
export function planChart({ steps, exits }: WallSource): ChartPlan {
  const stepIds = new Map(steps.map((step, i) => [step.id, `s${i + 1}`]));
  const exitsById = new Map(exits.map((exit, i) => [exit.id, { exit, id: `x${i + 1}` }]));
  const order = new Map(steps.map(({ id }, i) => [id, i]));
  const nodes: PlannedNode[] = [];
  const edges: PlannedEdge[] = [];
  steps.forEach((step, i) => {
    const node = planStep(step, i + 1);
    nodes.push(node);
    let from = node.id;
    if (step.question) {
      from = `q${i + 1}`;
      nodes.push(planDecision(from, step.question));
      edges.push({ from: node.id, to: from, isReturn: false, isJump: false });
    }
    for (const { to, label } of step.next) {
      const exit = exitsById.get(to);
      const target = exit ? `${exit.id}from${i + 1}` : stepIds.get(to);
      if (!target) continue;
      if (exit) nodes.push(planExit(exit.exit, target));
      const index = order.get(to);
      const isReturn = index !== undefined && index <= i;
      const isJump = index !== undefined && index !== i + 1;
      edges.push({ from, to: target, isReturn, isJump, ...(label && { label }) });
    }
  });
  return { nodes, edges };
}
