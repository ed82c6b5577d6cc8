import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a running program notes in its data folder, for status and stop. Believed only with the folder's lock. */
export interface RunningNote {
  pid: number;
  address: string;
  database: string;
}

const fileOf = (folder: string) => path.join(folder, 'heli.pid');

export function writeNote(folder: string, note: RunningNote): void {
  writeFileSync(fileOf(folder), `${JSON.stringify(note)}\n`, { mode: 0o600 });
}

export function removeNote(folder: string): void {
  rmSync(fileOf(folder), { force: true });
}

/** The note of the program with this process id; undefined when it is another's (a killed one left it) or not there. */
export function findNote(folder: string, pid: number): RunningNote | undefined {
  try {
    const note = JSON.parse(readFileSync(fileOf(folder), 'utf8')) as RunningNote;
    return pid === 0 || note.pid === pid ? note : undefined;
  } catch {
    return undefined;
  }
}
