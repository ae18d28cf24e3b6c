import { fits } from '../kept/fits.ts';
import { isObject, keptKind, type Parts } from '../kept/kind.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { printEventShape, type PrintEvent, type PrintLog } from './printLog.ts';

/** Names once worked out: a log of years is long, and an event never changes. */
const names = new WeakMap<object, string>();

/** The name of an event's element: its time, and a sum where two fall into one instant. */
export function eventPart(event: unknown): string {
  if (!isObject(event)) return `0-${fingerprint(JSON.stringify(event))}`;
  const known = names.get(event);
  if (known !== undefined) return known;
  const at = typeof event['at'] === 'number' ? Math.round(event['at']) : 0;
  const name = `${at.toString(36)}-${fingerprint(JSON.stringify(event))}`;
  names.set(event, name);
  return name;
}

/** The log of what was printed, event by event. An event once noted never changes. */
export const printLogKept = keptKind<PrintLog>({
  name: 'print-log',
  schema: 1,
  migrations: {},
  partsOf: (data): Parts =>
    Array.isArray(data) ? Object.fromEntries(data.map((event) => [eventPart(event), event])) : {},
  readPart: (_, data) => fits(printEventShape, data),
  join: (_, parts) => (Object.values(parts) as PrintEvent[]).sort((a, b) => b.at - a.at),
  partName: () => '一次打印的记录',
  timeOf: (data) => (isObject(data) && typeof data['at'] === 'number' ? data['at'] : undefined),
});
