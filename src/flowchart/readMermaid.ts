import { withMermaid } from './mermaidRoom.ts';
import type { GraphWay } from './wallGraph.ts';

/** What Mermaid reads in a flowchart. */
export interface ReadFlowchart {
  /** Node id → the lines of its label. */
  readonly nodes: ReadonlyMap<string, string>;
  readonly ways: readonly GraphWay[];
}

interface FlowchartDb {
  getVertices(): ReadonlyMap<string, { readonly id: string; readonly text?: string }>;
  getEdges(): readonly { readonly start: string; readonly end: string; readonly text: string }[];
}

/** Mermaid holds entities as these signs until it draws. */
function decoded(text: string): string {
  return text
    .replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/<br\s*\/?>/g, '\n');
}

const isFlowchartDb = (db: unknown): db is FlowchartDb =>
  typeof db === 'object' && db !== null && 'getVertices' in db && 'getEdges' in db;

/**
 * Reads a flowchart with Mermaid's own parser, without laying it out.
 * @throws DiagramError with a Chinese message when Mermaid cannot read the source.
 */
export function readFlowchart(source: string): Promise<ReadFlowchart> {
  return withMermaid(async (mermaid) => {
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(source);
    if (!isFlowchartDb(db)) throw new Error('no flowchart');
    return {
      nodes: new Map(
        [...db.getVertices().values()].map(({ id, text }) => [id, decoded(text ?? id)]),
      ),
      ways: db.getEdges().map(({ start, end, text }) => ({
        from: start,
        to: end,
        ...(text && { label: decoded(text) }),
      })),
    };
  });
}
