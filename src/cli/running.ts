import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
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
 * A program that was killed leaves its database running (on Windows so does one that is stopped: there is no signal
 * it could hear). It is adopted and stopped in order; true when there was one.
 */
async function stopLeftDatabase(place: string): Promise<boolean> {
  if (!existsSync(path.join(place, 'pg/postmaster.pid'))) return false;
  const left = await startPostgres({ folder: place });
  await left.stop();
  return true;
}

/** Stops the Heli that runs on a data folder. Nothing to stop is no error. */
export async function stop(folder: string, desk: Desk): Promise<number> {
  const place = real(folder);
  const holder = await findHolder(place);
  const pid = holder === 0 ? findNote(place, 0)?.pid : holder;
  if (!pid) {
    const left = await stopLeftDatabase(place);
    desk.tell(left ? 'left-stopped' : 'not-running', { folder: place });
    desk.answer({ stopped: left, folder: place });
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
