import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { testHost } from '../browsers.ts';

/** A web server that has been set up with the package, as the note on deployment says. */
export interface PackageServer {
  /** Address of the home page. */
  readonly home: string;
  close(): Promise<void>;
}

/** What a kind of server is set up with. */
export interface Delivery {
  /** The unpacked zip: the site's folder in it, and the lines for nginx. */
  readonly unpacked: string;
  /** The file for Java containers. */
  readonly war: string;
  /** A folder of its own to work in. */
  readonly room: string;
}

export interface ServerKind {
  readonly name: string;
  /** Whether this machine has it. */
  readonly isHere: boolean;
  /** @param base the path under which the site is put, with a slash at both ends. */
  start(delivery: Delivery, base: string): Promise<PackageServer>;
}

export const addressOf = (port: number, base: string) => `http://${testHost}:${port}${base}`;

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** The first of several places in which a program may lie. */
export const firstOf = (...places: readonly string[]) => places.find((place) => existsSync(place));

async function answers(port: number, path: string): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}${path}`)).ok;
  } catch {
    return false;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(timer);
}

/**
 * Runs a server in the foreground until it answers.
 * @throws Error with what it has said, when it ends or keeps silent.
 */
export async function runServer(
  [program = '', ...args]: readonly string[],
  port: number,
  base: string,
  env: Readonly<Record<string, string>> = {},
): Promise<PackageServer> {
  const child = spawn(program, args, { env: { ...process.env, ...env } });
  let said = '';
  const hear = (part: Buffer) => (said += part.toString());
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const limit = Date.now() + 60_000;
  while (!(await answers(port, base))) {
    if (child.exitCode !== null || Date.now() > limit) {
      await ended(child);
      throw new Error(`${program} 没有起来：\n${said}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  return { home: addressOf(port, base), close: () => ended(child) };
}
