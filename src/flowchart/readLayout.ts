/** Where Mermaid put things: read from its SVG, so that the drawing can be our own. */
export interface Layout {
  readonly nodes: ReadonlyMap<string, PlacedNode>;
  readonly edges: readonly PlacedEdge[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedNode {
  readonly centerX: number;
  readonly centerY: number;
  readonly element: Element;
}

export interface PlacedEdge {
  readonly from: string;
  readonly to: string;
  /** Corners of the line, from border to border. */
  readonly points: readonly Point[];
  readonly label?: { readonly centerX: number; readonly centerY: number; readonly text: string };
  readonly hasArrow: boolean;
  readonly isDotted: boolean;
}

function translate(element: Element | null): readonly [number, number] {
  const match = /translate\(\s*([-\d.e]+)[ ,]+([-\d.e]+)/.exec(
    element?.getAttribute('transform') ?? '',
  );
  return match ? [Number(match[1]), Number(match[2])] : [0, 0];
}

/** Sum of the translations of all groups around an element, its own included. */
function position(element: Element): readonly [number, number] {
  let x = 0;
  let y = 0;
  for (let group: Element | null = element; group; group = group.parentElement) {
    const [dx, dy] = translate(group);
    x += dx;
    y += dy;
  }
  return [x, y];
}

/** Mermaid keeps the corners of a line, before it shortens and rounds it, as Base64 JSON. */
function pointsOf(element: Element): Point[] {
  const data = element.getAttribute('data-points') ?? '';
  return JSON.parse(Buffer.from(data, 'base64').toString()) as Point[];
}

/** Reads nodes, edges and edge labels from a flowchart that Mermaid rendered. */
export function readLayout(svg: Element): Layout {
  const nodes = new Map<string, PlacedNode>();
  for (const element of Array.from(svg.querySelectorAll('g.node'))) {
    const id = /flowchart-(.+)-\d+$/.exec(element.id)?.[1];
    if (id === undefined) continue;
    const [centerX, centerY] = position(element);
    nodes.set(id, { centerX, centerY, element });
  }
  const labels = new Map(
    Array.from(svg.querySelectorAll('.edgeLabels g.label[data-id]')).map((element) => {
      const [centerX, centerY] = element.parentElement ? position(element.parentElement) : [0, 0];
      const text = element.textContent.trim();
      return [element.getAttribute('data-id'), { centerX, centerY, text }] as const;
    }),
  );
  const edges = Array.from(svg.querySelectorAll('path[data-edge]')).flatMap((element) => {
    const id = element.getAttribute('data-id') ?? '';
    const match = /^L_(.+)_(\d+)$/.exec(id);
    const ends = match?.[1]?.split('_') ?? [];
    // An id may itself hold underscores: take the split at which both halves are nodes.
    const cut = ends.findIndex(
      (_, i) => nodes.has(ends.slice(0, i + 1).join('_')) && nodes.has(ends.slice(i + 1).join('_')),
    );
    if (cut < 0) return [];
    const label = labels.get(id);
    return {
      from: ends.slice(0, cut + 1).join('_'),
      to: ends.slice(cut + 1).join('_'),
      points: pointsOf(element),
      hasArrow: element.hasAttribute('marker-end'),
      isDotted: element.classList.contains('edge-pattern-dotted'),
      ...(label?.text && { label }),
    };
  });
  return { nodes, edges };
}
