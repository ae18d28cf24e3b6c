import { depotOf, memoryPlace, type DepotPlace } from '../model/kept/depot.ts';
import { rollupKept } from '../model/rollup/rollupKept.ts';
import { depotPlace } from './depot.ts';
import { breathe } from './inSlices.ts';
import { isTabOnly } from './storage.ts';

/** Roll-ups in this browser. Under 用完即清 they last as long as the page. */

const memory = memoryPlace();
const place = (): DepotPlace => (isTabOnly() ? memory : depotPlace);

export const rollups = depotOf(place, rollupKept, { now: Date.now, pause: breathe });
