import { gradeEntries, type Grade, type StepKind } from '../model/vocabulary.ts';
import {
  countByGrade,
  exitAnchor,
  gradeSummary,
  gradeSummarySpoken,
  gravestFirst,
  riskAnchor,
  stepAnchor,
  wallTitle,
} from '../model/wall/wall.ts';
import type { Exit, Step, WallSource } from '../model/wall/wallSchema.ts';

/**
 * A wall as nodes and ways, before anybody decides how it looks: what its Mermaid source says and
 * what its drawing shows. Symbols after GB/T 1526 (ISO 5807): terminators at the ends, boxes,
 * diamonds, a box with both bars for 会审 (predefined process), connectors by number.
 */
export interface WallGraph {
  readonly nodes: readonly GraphNode[];
  readonly ways: readonly GraphWay[];
}

export interface RiskSign {
  readonly id: string;
  readonly grade: Grade;
  readonly mark: string;
  readonly title: string;
  readonly href: string;
}

export interface StepNode {
  readonly type: 'step';
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly kind: StepKind;
  readonly actor: string;
  /** The limits of the law, or what the bureau sets itself; one text each. */
  readonly limits: readonly string[];
  readonly href: string;
  /** Name of the link for listeners; it begins with the visible words. */
  readonly spoken: string;
  /** Gravest first. */
  readonly risks: readonly RiskSign[];
}

export interface DecisionNode {
  readonly type: 'decision';
  readonly id: string;
  /** Number of the step whose question it is. */
  readonly number: number;
  readonly question: string;
}

export interface ExitNode {
  readonly type: 'exit';
  readonly id: string;
  readonly kind: Exit['kind'];
  readonly name: string;
  /** Number of the wall that it leads to, as it is cited: `W13`. */
  readonly wall?: string;
  readonly href: string;
  readonly spoken: string;
}

export interface TerminatorNode {
  readonly type: 'terminator';
  readonly id: typeof startId | typeof doneId;
  readonly name: '开始' | '办结';
}

export type GraphNode = StepNode | DecisionNode | ExitNode | TerminatorNode;

export interface GraphWay {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
}

export const startId = 'start';
export const doneId = 'done';

/** What a node says, without its signs. */
export function nodeText(node: GraphNode): string {
  switch (node.type) {
    case 'step':
      return `${node.number} ${node.name}`;
    case 'decision':
      return node.question;
    case 'exit':
      return [node.kind, node.name, node.wall].filter(Boolean).join(' ');
    case 'terminator':
      return node.name;
  }
}

/** One sign per risk, gravest first: `▲▲■●`. */
export function signStrip({ risks }: Pick<StepNode, 'risks'>): string {
  return risks.map(({ mark }) => mark).join('');
}

function stepNode(step: Step, number: number): StepNode {
  const counts = countByGrade(step.risks);
  const limits = step.timeLimits.map(({ text }) => text);
  return {
    type: 'step',
    id: `s${number}`,
    number,
    name: step.name,
    kind: step.kind,
    actor: step.actor,
    limits: step.ownLimit ? [...limits, `本单位规定${step.ownLimit}`] : limits,
    href: `#${stepAnchor(step.id)}`,
    // Voice control finds the link by its first words, which are those that are seen.
    spoken: [
      `${number} ${step.name}`,
      `${step.kind}，风险点：${gradeSummary(counts) ? gradeSummarySpoken(counts) : '没有列出'}`,
    ].join('\u2009'),
    risks: gravestFirst(step.risks).map(({ id, grade, title }) => ({
      id,
      grade,
      mark: gradeEntries[grade].mark,
      title,
      href: `#${riskAnchor(id)}`,
    })),
  };
}

function exitNode({ id, kind, name, wall }: Exit, nodeId: string): ExitNode {
  const cited = wall?.toUpperCase();
  return {
    type: 'exit',
    id: nodeId,
    kind,
    name,
    ...(cited && { wall: cited }),
    href: `#${exitAnchor(id)}`,
    // The visible words first, as voice control asks for.
    spoken: `${[name, cited].filter(Boolean).join(' ')}，${kind}`,
  };
}

/**
 * The graph of a wall. An exit that several steps lead to stands beside each of them, so that no
 * line has to run to it. Ways to steps or exits that do not exist are left out; the content check
 * reports them.
 */
export function wallGraph({ steps, exits }: Pick<WallSource, 'steps' | 'exits'>): WallGraph {
  const stepIds = new Map(steps.map(({ id }, i) => [id, `s${i + 1}`]));
  const exitIds = new Map(exits.map((exit, i) => [exit.id, { exit, id: `x${i + 1}` }]));
  const nodes: GraphNode[] = [{ type: 'terminator', id: startId, name: '开始' }];
  const ways: GraphWay[] = [{ from: startId, to: 's1' }];
  steps.forEach((step, i) => {
    const node = stepNode(step, i + 1);
    nodes.push(node);
    let from = node.id;
    if (step.question) {
      from = `q${i + 1}`;
      nodes.push({ type: 'decision', id: from, number: i + 1, question: step.question });
      ways.push({ from: node.id, to: from });
    }
    for (const { to, label } of step.next) {
      const exit = exitIds.get(to);
      const target = exit ? `${exit.id}from${i + 1}` : stepIds.get(to);
      if (!target) continue;
      if (exit) nodes.push(exitNode(exit.exit, target));
      ways.push({ from, to: target, ...(label && { label }) });
    }
    if (step.next.length === 0) ways.push({ from, to: doneId });
  });
  nodes.push({ type: 'terminator', id: doneId, name: '办结' });
  return { nodes, ways };
}

/**
 * All that the chart of a wall shows, and nothing else of the wall: whoever rewords what the chart
 * does not show need not wait until it is drawn anew.
 */
export interface ChartPlan {
  readonly id: string;
  readonly title: string;
  readonly graph: WallGraph;
}

/** What is to be drawn of a wall. */
export const chartPlan = (wall: WallSource): ChartPlan => ({
  id: wall.id,
  title: wallTitle(wall),
  graph: wallGraph(wall),
});
