import path from 'node:path';
import { packageRoot } from '../places/areas/data-folder.ts';
import { type Config, configure } from '../platform/config.ts';
import { HeliError } from '../platform/errors.ts';
import { serverIdentity } from '../platform/postgres/identity.ts';
import { prepareFolder } from '../platform/postgres/folder.ts';
import { report } from '../platform/report.ts';
import { type RunningHeli, serve } from '../server/serve.ts';
import { type Desk, EXIT } from './desk.ts';
import { removeNote, writeNote } from './note.ts';

/** What was typed after `heli start`. */
export interface StartOptions {
  data: string;
  port: number;
  host: string;
  demo?: boolean;
  tlsCert?: string;
  tlsKey?: string;
  trustedProxy?: string[];
}

/** Resolves at the first signal to stop; at a second one the program ends at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        if (asked && name !== 'SIGHUP') process.exit(EXIT.fault);
        asked = true;
        resolve();
      });
    }
  });
}

/** A promise that nobody awaited is a fault of ours: told by its name, and no reason to stop everyone's work. */
function surviveFaults(): void {
  process.on('unhandledRejection', (error: unknown) => {
    const { name, code } = error as { name?: string; code?: string };
    report('unhandled-rejection', { name: String(name), code: String(code ?? '') });
  });
}

function configOf(options: StartOptions, dataFolder: string): Config {
  const { port, host, demo = false, tlsCert: cert, tlsKey: key } = options;
  const databaseUrl = process.env.DATABASE_URL;
  return configure({
    dataFolder,
    port,
    host,
    demo,
    trustedProxies: options.trustedProxy ?? [],
    webFolder: path.join(packageRoot(), 'dist/web'),
    ...(cert && key ? { tls: { cert, key } } : {}),
    ...(databaseUrl ? { databaseUrl } : {}),
  });
}

function announce(desk: Desk, running: RunningHeli): void {
  const { address, setUpCode, database } = running;
  desk.tell('started', { address });
  if (setUpCode) desk.tell('set-up-code', { code: setUpCode });
  desk.answer({ address, database, pid: process.pid, ...(setUpCode ? { setUpCode } : {}) });
}

/**
 * Starts Heli and keeps it running until it is told to stop.
 * @throws HeliError with what keeps it from starting
 */
export async function start(options: StartOptions, desk: Desk): Promise<number> {
  if (!options.tlsCert !== !options.tlsKey) throw new HeliError('invalid', 'tls-pair');
  surviveFaults();
  const stopped = untilStopped();
  const config = configOf(options, prepareFolder(options.data, serverIdentity()));
  const running = await serve(config);
  writeNote(config.dataFolder, { pid: process.pid, address: running.address, database: running.database });
  announce(desk, running);
  await stopped;
  removeNote(config.dataFolder);
  await running.stop();
  return EXIT.done;
}
