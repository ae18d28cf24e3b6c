import {
  judgeFonts,
  judgeKernel,
  judgeOpened,
  judgePrinting,
  judgeStorage,
  judgeWasm,
} from './judgeBrowser.ts';
import { judgeCaching, judgeCompression, judgeFolders, judgeTypes } from './judgeDelivery.ts';
import { judgeFraming, judgePolicy, judgeReferrer, judgeSniffing } from './judgeHeaders.ts';
import { judgeClock, judgeFiles, judgeMissing, judgeSearch, judgeVersions } from './judgeSite.ts';
import { bad, lineNames, none, type Line, type LineId, type Verdict } from './line.ts';
import type { Measured, Place, Served } from './measured.ts';
import { serverOf } from './servers.ts';

const ofServer = [
  ...(['types', 'folders', 'compression', 'caching', 'framing', 'policy', 'sniffing'] as const),
  ...(['referrer', 'notFound', 'versions', 'files', 'clock'] as const),
] as const;
type OfServer = (typeof ofServer)[number];

const allOfServer = (verdict: Verdict) =>
  Object.fromEntries(ofServer.map((id) => [id, verdict])) as Record<OfServer, Verdict>;

/** Nothing came at all: because somebody's policy forbids it, or because nobody is there. */
function judgeSilence(policy: Verdict): Record<OfServer, Verdict> {
  if (policy.state === 'bad') {
    return { ...allOfServer(none('被策略拦住了，先改好策略。')), policy };
  }
  const files = bad('没有连上服务器，什么也没有取到。', ['看网线和网络，服务器还开着没有。']);
  return { ...allOfServer(none('没有连上服务器。')), files };
}

function judgeServer(served: Served, place: Place): Record<OfServer, Verdict> {
  const header = served.samples.find(({ headers }) => headers['server'])?.headers['server'];
  const server = serverOf(header);
  const policy = judgePolicy(served, place, server);
  if (served.samples.every(({ status }) => status === 0)) return judgeSilence(policy);
  return {
    types: judgeTypes(served, server),
    folders: judgeFolders(served, server),
    compression: judgeCompression(served, server),
    caching: judgeCaching(served, server),
    framing: judgeFraming(served, server),
    policy,
    sniffing: judgeSniffing(served, server),
    referrer: judgeReferrer(served, server),
    notFound: judgeMissing(served, server),
    versions: judgeVersions(served, place),
    files: judgeFiles(served, place),
    clock: judgeClock(served),
  };
}

const withoutServer = allOfServer(none('从文件夹打开的，没有服务器。'));

/** Lines that the data of the search suffers from. */
const hindering: readonly OfServer[] = ['types', 'compression', 'policy', 'versions', 'files'];

/** What was measured, line by line: each fault is told once, in the line whose remedy mends it. */
export function judge({ place, served, phrase, searched, browser }: Measured): readonly Line[] {
  const server = served ? judgeServer(served, place) : withoutServer;
  const isHindered = hindering.some((id) => server[id].state === 'bad');
  const verdicts: Readonly<Record<LineId, Verdict>> = {
    ...server,
    opened: judgeOpened(place),
    search: judgeSearch(searched, phrase, isHindered),
    kernel: judgeKernel(place),
    storage: judgeStorage(browser),
    printing: judgePrinting(browser),
    fonts: judgeFonts(browser),
    wasm: judgeWasm(),
  };
  return (Object.keys(lineNames) as LineId[]).map((id) => ({ id, ...verdicts[id] }));
}
