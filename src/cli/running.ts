import { existsSync, realpathSync } from 'node:fs';
import { findHolder } from '../platform/postgres/attach.ts';
import { startPostgres } from '../platform/postgres/start.ts';
import { type Desk, EXIT } from './desk.ts';
import { findNote, removeNote } from './note.ts';

const STOP_WITHIN_MS = 60_000;

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

const real = (folder: string) => (existsSync(folder) ? realpathSync(folder) : folder);

async function answers(address: string): Promise<boolean> {
  // A certificate made for another name still is an answer: only silence counts.
  const reply = await fetch(`${address}/api`, { signal: AbortSignal.timeout(3000), redirect: 'manual' }).then(
    () => true,
    (error: { cause?: { code?: string } }) => /CERT|TLS|ALTNAME/.test(error.cause?.code ?? ''),
  );
  return reply;
}

/** Says whether Heli is running on a data folder. Exit code 0: running and answering; 1: running but silent; 3: not. */
export async function status(folder: string, desk: Desk): Promise<number> {
  const place = real(folder);
  const pid = await findHolder(place);
  if (pid === undefined) {
    desk.tell('not-running', { folder: place });
    desk.answer({ running: false, folder: place });
    return EXIT.refused;
  }
  const { address = '', database = '' } = findNote(place, pid) ?? {};
  const answering = address !== '' && (await answers(address));
  desk.tell(answering ? 'running' : 'running-silent', { address, pid, database });
  desk.answer({ running: true, answering, folder: place, pid, address, database });
  return answering ? EXIT.done : EXIT.fault;
}

async function isGone(place: string): Promise<boolean> {
  const until = Date.now() + STOP_WITHIN_MS;
  while (Date.now() < until) {
    if ((await findHolder(place)) === undefined) return true;
    await wait(100);
  }
  return false;
}

/**
 * Windows has no signal that a program can hear: the program ends at once, and the database it leaves behind is
 * adopted and stopped in order.
 */
async function stopLeftDatabase(place: string): Promise<void> {
  if (process.platform !== 'win32' || process.env.DATABASE_URL) return;
  const left = await startPostgres({ folder: place });
  await left.stop();
}

/** Stops the Heli that runs on a data folder. Nothing to stop is no error. */
export async function stop(folder: string, desk: Desk): Promise<number> {
  const place = real(folder);
  const holder = await findHolder(place);
  const pid = holder === 0 ? findNote(place, 0)?.pid : holder;
  if (!pid) {
    desk.tell('not-running', { folder: place });
    desk.answer({ stopped: false, folder: place });
    return EXIT.done;
  }
  process.kill(pid, 'SIGTERM');
  if (!(await isGone(place))) {
    desk.tell('not-stopping', { pid });
    desk.answer({ stopped: false, folder: place, pid });
    return EXIT.fault;
  }
  await stopLeftDatabase(place);
  removeNote(place);
  desk.tell('stopped', { folder: place });
  desk.answer({ stopped: true, folder: place, pid });
  return EXIT.done;
}
