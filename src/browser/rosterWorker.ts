import { readRosterBytes, type ReadTable } from './rosterReader.ts';

/** What the worker tells the page: how far it is, and at last what it read. */
export type WorkerNews = { readonly progress: number } | { readonly result: ReadTable };

/** The scope of a worker; the types of a page know no other way to it. */
const worker = self as unknown as {
  onmessage: ((event: MessageEvent<ArrayBuffer>) => void) | null;
  postMessage: (news: WorkerNews) => void;
};

worker.onmessage = ({ data }) => {
  const steps = readRosterBytes(new Uint8Array(data));
  let step = steps.next();
  for (; !step.done; step = steps.next()) worker.postMessage({ progress: step.value });
  worker.postMessage({ result: step.value });
};
