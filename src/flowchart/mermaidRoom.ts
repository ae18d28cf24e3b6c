import { JSDOM } from 'jsdom';
import { installMeasuring } from './measuring.ts';

/** Mermaid could not read a diagram; the message is for the author. */
export class DiagramError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DiagramError';
  }
}

export type Mermaid = (typeof import('mermaid'))['default'];

/** The names of a browser that Mermaid looks for in the global scope. */
const browserNames = [
  'window',
  'document',
  'navigator',
  'Element',
  'HTMLElement',
  'SVGElement',
  'Node',
  'DOMParser',
  'XMLSerializer',
  'CSSStyleSheet',
  'getComputedStyle',
] as const;

export const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true });
installMeasuring(window);

/**
 * Runs a task while the globals look like a browser, and takes them back afterwards: the rest of
 * the build asks `typeof document` to learn where it runs.
 */
async function asBrowser<T>(task: () => Promise<T>): Promise<T> {
  const before = browserNames.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  for (const name of browserNames) {
    const value: unknown = name === 'window' ? window : window[name];
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  try {
    return await task();
  } finally {
    browserNames.forEach((name, i) => {
      const descriptor = before[i];
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    });
  }
}

/** What the drawing of a flowchart may ask for, of the settings that have parts. */
const flowchartSettings = ['flowchart', 'swimlane', 'elk', 'themeVariables'];

/**
 * Lets go of the settings of all the other kinds of diagrams. Mermaid copies everything for each node
 * that it reads: 795 settings took a millisecond, and half of the time of a chart.
 */
function letGoOfOthers({ defaultConfig }: Mermaid['mermaidAPI']): void {
  for (const [name, value] of Object.entries(defaultConfig) as [string, unknown][]) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    if (flowchartSettings.includes(name)) continue;
    for (const part of Object.keys(value)) Reflect.deleteProperty(value, part);
  }
}

function configure(mermaid: Mermaid): void {
  letGoOfOthers(mermaid.mermaidAPI);
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    deterministicIds: true,
    htmlLabels: false,
    layout: 'elk',
    look: 'classic',
    theme: 'base',
    themeVariables: { fontSize: '14px' },
    elk: {
      // Returns go back up only when layout keeps the order in which the steps are written.
      cycleBreakingStrategy: 'MODEL_ORDER',
      // Of the placements tried, this one keeps the main line straightest and the chart narrowest.
      nodePlacementStrategy: 'BRANDES_KOEPF',
      nodePlacementAlignment: 'NONE',
      considerModelOrder: 'NODES_AND_EDGES',
      lineHops: false,
      straightenEdges: true,
    },
    flowchart: {
      padding: 8,
      minNodeWidth: 1,
      nodeSpacing: 28,
      rankSpacing: 30,
      wrappingWidth: 10_000,
    },
  });
}

function explain(error: unknown): DiagramError {
  const message = error instanceof Error ? error.message : String(error);
  const line = /line (\d+)/i.exec(message)?.[1];
  return new DiagramError(
    `流程图写法有错${line ? `，在第 ${line} 行` : ''}。检查这一行的括号、引号和箭头（-->）是否成对、完整。`,
  );
}

let queue: Promise<unknown> = Promise.resolve();

/**
 * Runs a task when no other one is at work here, while the globals are those of Node: a library that
 * asks as it is loaded whether there is a browser would draw otherwise, depending on what is drawn
 * beside it.
 */
export function outsideBrowser<T>(task: () => Promise<T>): Promise<T> {
  const result = queue.then(task);
  queue = result.catch(() => undefined);
  return result;
}

/**
 * Runs a task with the real Mermaid in a world that looks like a browser. Mermaid keeps its state in
 * one place: one task at a time.
 * @throws DiagramError with a Chinese message when Mermaid cannot read the source.
 */
export function withMermaid<T>(task: (mermaid: Mermaid) => Promise<T>): Promise<T> {
  const run = async () => {
    const { default: mermaid } = await import('mermaid');
    configure(mermaid);
    try {
      return await task(mermaid);
    } catch (error) {
      throw explain(error);
    }
  };
  return outsideBrowser(() => asBrowser(run));
}
