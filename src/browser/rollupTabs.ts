import { storageScope } from './edition.ts';

/** What tabs tell each other of the roll-up: which elements are no longer as they were. */
export interface RollupNews {
  /** Undefined: everything is gone. */
  readonly item: string | undefined;
  readonly parts: readonly string[];
}

let shared: BroadcastChannel | undefined;

/**
 * One for both ways: a channel does not hear itself. It is there since 54; without it another tab
 * shows what was changed when it is opened anew.
 */
function channel(): BroadcastChannel | undefined {
  try {
    shared ??= new BroadcastChannel(`${storageScope()}fangkong-rollup`);
  } catch {
    return undefined;
  }
  return shared;
}

/** Tells the other tabs of this browser. */
export function tellTabs(news: RollupNews): void {
  channel()?.postMessage(news);
}

/** Calls back with what other tabs have changed. @returns a function that ends it. */
export function watchTabs(told: (news: RollupNews) => void): () => void {
  const listener = ({ data }: MessageEvent<RollupNews>) => told(data);
  const listened = channel();
  listened?.addEventListener('message', listener);
  return () => listened?.removeEventListener('message', listener);
}
