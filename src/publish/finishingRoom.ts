import { Worker } from 'node:worker_threads';
import type { PageText } from '../model/finder/pageTexts.ts';
import type { ListedFile } from '../model/published/fileList.ts';

export interface FinishingSetup {
  /** Folder of the site. */
  readonly outDir: string;
  /** Version of the program, under which texts are kept; undefined keeps none. */
  readonly program: string | undefined;
}

/** A file as the program of the pages has made it. */
export interface MadeFile {
  /** In the folder of the site. */
  readonly path: string;
  /** Of a page, from the home page; undefined for what is no page and stays as it is. */
  readonly address: string | undefined;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type FinishingOrder =
  { readonly kind: 'file'; readonly file: MadeFile } | { readonly kind: 'end' | 'close' };

export interface Finished {
  /** The files as the list of all files has them. */
  readonly listed: readonly ListedFile[];
  /** The texts of the pages that are searched, by path. */
  readonly pages: readonly PageText[];
}

/**
 * A second thread that puts pages into their last form, writes them, and has their texts read for the
 * search, while the next ones are made.
 */
export class FinishingRoom {
  readonly #worker: Worker;
  readonly #finished: Promise<Finished>;
  readonly #gone: Promise<void>;

  constructor(setup: FinishingSetup) {
    const worker = new Worker(new URL('./finishingWorker.ts', import.meta.url), {
      workerData: setup,
      // See drawingRoom.ts.
      resourceLimits: { maxYoungGenerationSizeMb: 24 },
    });
    this.#worker = worker;
    this.#gone = new Promise((onGone) => worker.once('exit', () => onGone()));
    this.#finished = new Promise((onFinished, onFailed) => {
      worker.once('message', onFinished);
      worker.once('error', onFailed);
    });
    // Whoever waits for the end is told of it; until then nobody listens.
    this.#finished.catch(() => undefined);
  }

  /** Takes a file over: its bytes are gone from here. */
  take(file: MadeFile): void {
    this.#order({ kind: 'file', file }, [file.bytes.buffer]);
  }

  /**
   * What has been made of all files that were taken.
   * @throws Error when one could not be written, or in Chinese when one could not be read.
   */
  finish(): Promise<Finished> {
    this.#order({ kind: 'end' });
    return this.#finished;
  }

  /** Lets the thread go, finished or not. */
  async close(): Promise<void> {
    this.#order({ kind: 'close' });
    await this.#gone;
  }

  #order(order: FinishingOrder, handedOver: ArrayBuffer[] = []): void {
    this.#worker.postMessage(order, handedOver);
  }
}
