import type { ChartLevel } from './metrics.ts';
import type { GraphNode, GraphWay } from './wallGraph.ts';

/** What a laid out wall consists of. All lengths in px at natural size. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode<N extends GraphNode = GraphNode> extends Box {
  readonly node: N;
}

export interface PlacedLabel extends Box {
  readonly text: string;
}

/** A circle with the number of the step where the way goes on, or from which it comes. */
export interface Connector {
  readonly center: Point;
  readonly number: number;
  /** Goes back to the step itself or one before it. */
  readonly isReturn: boolean;
}

export interface PlacedWay {
  readonly way: GraphWay;
  /** Pieces of the line; the last one ends in an arrowhead. A piece is left out where the label stands. */
  readonly lines: readonly (readonly Point[])[];
  readonly label?: PlacedLabel;
  readonly connector?: Connector;
}

/** Where a step is entered that nothing leads to from above: numbers of the steps it comes from. */
export interface Entrance {
  readonly to: string;
  readonly connectors: readonly Connector[];
  readonly line: readonly Point[];
}

export interface ColumnLayout {
  readonly level: ChartLevel;
  readonly nodes: readonly PlacedNode[];
  readonly ways: readonly PlacedWay[];
  readonly entrances: readonly Entrance[];
  readonly widthPx: number;
  readonly heightPx: number;
}

export const middle = ({ left, width }: Box): number => left + width / 2;
export const bottom = ({ top, height }: Box): number => top + height;
