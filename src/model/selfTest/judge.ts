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
import { lineNames, none, type Line, type LineId, type Verdict } from './line.ts';
import type { Measured, Place, Served } from './measured.ts';
import { serverOf } from './servers.ts';

const ofServer = [
  ...(['types', 'folders', 'compression', 'caching', 'framing', 'policy', 'sniffing'] as const),
  ...(['referrer', 'notFound', 'versions', 'files', 'clock'] as const),
] as const;
type OfServer = (typeof ofServer)[number];

function judgeServer(served: Served, place: Place): Record<OfServer, Verdict> {
  const header = served.samples.find(({ headers }) => headers['server'])?.headers['server'];
  const server = serverOf(header);
  return {
    types: judgeTypes(served, server),
    folders: judgeFolders(served, server),
    compression: judgeCompression(served, server),
    caching: judgeCaching(served, server),
    framing: judgeFraming(served, server),
    policy: judgePolicy(served, place, server),
    sniffing: judgeSniffing(served, server),
    referrer: judgeReferrer(served, server),
    notFound: judgeMissing(served, server),
    versions: judgeVersions(served, place),
    files: judgeFiles(served, place),
    clock: judgeClock(served),
  };
}

const withoutServer = Object.fromEntries(
  ofServer.map((id) => [id, none('从文件夹打开的，没有服务器。')]),
) as Record<OfServer, Verdict>;

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
