import { atOnce } from '../model/atOnce.ts';
import {
  readHandIns,
  readRosterJob,
  type HandInJob,
  type ReadFile,
  type ReadRosterResult,
  type RosterJob,
} from './rollupReader.ts';

export type RollupJob =
  ({ readonly job: 'hand-ins' } & HandInJob) | ({ readonly job: 'roster' } & RosterJob);

/** What the worker tells the page. */
export type RollupWorkerNews =
  | { readonly read: readonly ReadFile[] }
  | { readonly roster: ReadRosterResult }
  | { readonly isDone: true };

/** The scope of a worker; the types of a page know no other way to it. */
const worker = self as unknown as {
  onmessage: ((event: MessageEvent<RollupJob>) => void) | null;
  postMessage: (news: RollupWorkerNews) => void;
};

/** The page hears of what was read so often, in ms: more often would only make it draw. */
const tellEveryMs = 150;
/** More at once would be a pause of the page while it takes them: 1 to 2 ms each on a slow machine. */
const mostAtOnce = 15;

async function readAll(job: HandInJob): Promise<void> {
  let read: ReadFile[] = [];
  let told = Date.now();
  for await (const one of readHandIns(job)) {
    read.push(one);
    if (read.length < mostAtOnce && Date.now() - told < tellEveryMs) continue;
    worker.postMessage({ read });
    read = [];
    told = Date.now();
  }
  worker.postMessage({ read });
  worker.postMessage({ isDone: true });
}

worker.onmessage = ({ data }) => {
  if (data.job === 'hand-ins') void readAll(data);
  else worker.postMessage({ roster: atOnce(readRosterJob(data)) });
};
