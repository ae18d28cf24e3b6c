// Imported by a build that is tested, in each of its threads: writes down every connection that it opens
// and every name that it looks up.
import { appendFileSync } from 'node:fs';
import dns from 'node:dns';
import { Socket } from 'node:net';

const log = process.env['FANGKONG_CALLS_LOG'] ?? '';
const note = (what: unknown[]) => appendFileSync(log, `${JSON.stringify(what.slice(0, 1))}\n`);

/** Puts a note before a function of an object of the platform. */
function noted(owner: object, name: string): void {
  const known: unknown = Reflect.get(owner, name);
  if (typeof known !== 'function') throw new Error(`没有 ${name}`);
  Reflect.set(owner, name, function (this: unknown, ...args: unknown[]): unknown {
    note(args);
    return Reflect.apply(known, this, args);
  });
}

noted(Socket.prototype, 'connect');
noted(dns, 'lookup');
