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

/** A second thread that draws while the pages are being built. */
class DrawingRoom {
  readonly #worker: Worker;
  readonly #drawings = new Map<string, Waiting>();

  constructor(program: URL) {
    this.#worker = new Worker(program);
    this.#worker.on('message', ({ key, drawing, reason }: DrawingAnswer) => {
      const waiting = this.#drawings.get(key);
      if (reason === undefined) waiting?.resolve(drawing);
      else waiting?.reject(new Error(reason));
    });
    this.#worker.on('error', (error) => {
      for (const { reject } of this.#drawings.values())
        reject(error instanceof Error ? error : new Error(String(error)));
    });
  }

  draw(request: DrawingRequest): Promise<unknown> {
    const key = JSON.stringify(request);
    const waiting = this.#drawings.get(key) ?? newWaiting();
    if (!this.#drawings.has(key)) {
      this.#drawings.set(key, waiting);
      // Whoever asked ahead of time does not listen; whoever needs the drawing does.
      waiting.promise.catch(() => undefined);
      this.#worker.postMessage({ key, request });
    }
    return waiting.promise;
  }

  close(): Promise<number> {
    return this.#worker.terminate();
  }
}

// The pages are bundled apart from the program that starts the build, so what both of them use
// hangs on the one thing that they share.
const place = Symbol.for('fangkongqiang.drawingRoom');
const shared = globalThis as { [place]?: DrawingRoom | undefined };

/** Opens the drawing room for this build. @returns what closes it again. */
export function openDrawingRoom(): () => Promise<void> {
  const room = new DrawingRoom(new URL('./drawingWorker.ts', import.meta.url));
  shared[place] = room;
  return async () => {
    shared[place] = undefined;
    await room.close();
  };
}

/** Has drawings made that will be asked for later; does nothing where no room is open. */
export function drawAhead(requests: readonly DrawingRequest[]): void {
  for (const request of requests) void shared[place]?.draw(request);
}

/**
 * Draws in the drawing room when one is open, otherwise here (development, tests).
 * @throws Error with a Chinese message when a diagram is wrong.
 */
export async function draw<R extends DrawingRequest>(request: R): Promise<Drawing<R>> {
  const room = shared[place];
  return room ? ((await room.draw(request)) as Drawing<R>) : drawHere(request);
}
