import { Worker } from 'node:worker_threads';
import { drawHere, type Drawing, type DrawingRequest } from './drawingRequest.ts';

export interface DrawingAnswer {
  readonly key: string;
  readonly drawing?: unknown;
  /** Why nothing could be drawn, in Chinese, for the author. */
  readonly reason?: string;
}

interface Waiting {
  readonly promise: Promise<unknown>;
  readonly resolve: (drawing: unknown) => void;
  readonly reject: (reason: Error) => void;
}

function newWaiting(): Waiting {
  let resolve: Waiting['resolve'] = () => undefined;
  let reject: Waiting['reject'] = () => undefined;
  const promise = new Promise<unknown>((onDrawn, onFailed) => {
    resolve = onDrawn;
    reject = onFailed;
  });
  return { promise, resolve, reject };
}

/** Drawings of an earlier build, by what they were drawn from. */
export interface KeptDrawings {
  get(request: string): unknown;
  put(request: string, drawing: unknown): void;
}

/** A second thread that draws while the pages are being built. */
class DrawingRoom {
  readonly #program: URL;
  readonly #kept: KeptDrawings | undefined;
  readonly #drawings = new Map<string, Waiting>();
  #worker: Worker | undefined;

  constructor(program: URL, kept: KeptDrawings | undefined) {
    this.#program = program;
    this.#kept = kept;
  }

  #newWorker(): Worker {
    // Its garbage is young: left to itself the thread lets a hundred MB of it lie before it looks.
    const worker = new Worker(this.#program, { resourceLimits: { maxYoungGenerationSizeMb: 48 } });
    worker.on('message', ({ key, drawing, reason }: DrawingAnswer) => {
      const waiting = this.#drawings.get(key);
      if (reason !== undefined) {
        waiting?.reject(new Error(reason));
        return;
      }
      this.#kept?.put(key, drawing);
      waiting?.resolve(drawing);
    });
    worker.on('error', (error) => {
      for (const { reject } of this.#drawings.values())
        reject(error instanceof Error ? error : new Error(String(error)));
    });
    return worker;
  }

  draw(request: DrawingRequest): Promise<unknown> {
    const key = JSON.stringify(request);
    const waiting = this.#drawings.get(key) ?? newWaiting();
    if (!this.#drawings.has(key)) {
      this.#drawings.set(key, waiting);
      // Whoever asked ahead of time does not listen; whoever needs the drawing does.
      waiting.promise.catch(() => undefined);
      const drawing = this.#kept?.get(key);
      if (drawing !== undefined) waiting.resolve(drawing);
      else (this.#worker ??= this.#newWorker()).postMessage({ key, request });
    }
    return waiting.promise;
  }

  getReady(): void {
    (this.#worker ??= this.#newWorker()).postMessage({ key: '' });
  }

  /** Lets the thread go when all that was asked for is drawn; who asks later gets another one. */
  async rest(): Promise<void> {
    let asked = -1;
    while (asked !== this.#drawings.size) {
      asked = this.#drawings.size;
      await Promise.allSettled([...this.#drawings.values()].map(({ promise }) => promise));
    }
    await this.close();
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}

// The pages are bundled apart from the program that starts the build, so what both of them use
// hangs on the one thing that they share.
const place = Symbol.for('fangkongqiang.drawingRoom');
const shared = globalThis as { [place]?: DrawingRoom | undefined };

/**
 * Opens the drawing room for this build.
 * @param kept what need not be drawn again; what is drawn is put there.
 * @returns what closes it again.
 */
export function openDrawingRoom(kept?: KeptDrawings): () => Promise<void> {
  const room = new DrawingRoom(new URL('./drawingWorker.ts', import.meta.url), kept);
  shared[place] = room;
  return async () => {
    shared[place] = undefined;
    await room.close();
  };
}

/** Loads Mermaid, which takes seconds, while it is not yet known what there is to draw. */
export function getReadyToDraw(): void {
  shared[place]?.getReady();
}

/** Has drawings made that will be asked for later; does nothing where no room is open. */
export function drawAhead(requests: readonly DrawingRequest[]): void {
  for (const request of requests) void shared[place]?.draw(request);
}

/**
 * Lets the second thread go as soon as all is drawn that was asked for so far: Mermaid and its browser
 * fill hundreds of MB, which the pages need.
 */
export function restFromDrawing(): void {
  void shared[place]?.rest();
}

/**
 * Draws in the drawing room when one is open, otherwise here (development, tests).
 * @throws Error with a Chinese message when a diagram is wrong.
 */
export async function draw<R extends DrawingRequest>(request: R): Promise<Drawing<R>> {
  const room = shared[place];
  return room ? ((await room.draw(request)) as Drawing<R>) : drawHere(request);
}
