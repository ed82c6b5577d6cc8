import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { HeliError } from '../errors.ts';
import { VERSION } from '../version.ts';
import { blockedOnTheWay, type Identity } from './identity.ts';

/** The shape of the data folder this program knows: raised when an older program could not read it. */
const FORMAT = 1;

interface Marker {
  format: number;
  /** The version of the program that made the folder. */
  createdBy: string;
}

/** The sentence for a failed file operation: no room, or not allowed. Anything else is a fault. */
export function fileTrouble(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (['ENOSPC', 'EDQUOT'].includes(code)) return new HeliError('not-allowed-now', 'disk-full', { params: { folder } });
  const refused = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code);
  return refused ? new HeliError('not-allowed-now', 'folder-not-writable', { params: { folder } }) : error;
}

/** Runs a step that touches the data folder, turning full and refused into sentences. */
export function touching<T>(folder: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw error instanceof HeliError ? error : fileTrouble(error, folder);
  }
}

/** Sets the mode of every folder it makes itself, whatever the umask, and of no other. */
function makeFolder(wanted: string, mode: number): void {
  const first = mkdirSync(wanted, { recursive: true });
  if (first === undefined || process.platform === 'win32') return;
  for (let made = wanted; made.length >= first.length; made = path.dirname(made)) chmodSync(made, mode);
}

/**
 * Makes the data folder when missing and checks that this user may write to it and the server's user may reach it.
 * Nothing inside is changed. Answers its real path.
 * @throws HeliError folder-of-another, folder-not-writable, folder-not-reachable, disk-full
 */
export function prepareFolder(folder: string, who: Identity): string {
  const wanted = path.resolve(folder);
  touching(wanted, () => makeFolder(wanted, who.lent ? 0o711 : 0o700));
  const real = realpathSync(wanted);
  const owner = statSync(real).uid;
  touching(real, () => {
    try {
      accessSync(real, constants.W_OK | constants.X_OK);
    } catch (error) {
      const readOnly = (error as NodeJS.ErrnoException).code === 'EROFS';
      throw readOnly || owner === process.getuid?.() ? error : ofAnother(real, owner);
    }
  });
  checkOwner(real, who);
  const blocked = blockedOnTheWay(real, who);
  if (!blocked) return real;
  throw new HeliError('not-allowed-now', 'folder-not-reachable', {
    params: { folder: real, blocked, user: who.uid ?? '' },
  });
}

function ofAnother(folder: string, owner: number): HeliError {
  const user = process.getuid?.() ?? '';
  return new HeliError('not-allowed-now', 'folder-of-another', { params: { folder, owner, user } });
}

/** The id that owns the cluster tells who made it; a program of another user cannot run it. */
function checkOwner(folder: string, who: Identity): void {
  const stat = statSync(path.join(folder, 'pg'), { throwIfNoEntry: false });
  if (stat && who.uid !== undefined && stat.uid !== who.uid) throw ofAnother(folder, stat.uid);
}

function newer(folder: string, theirs: string | number, ours: string | number): HeliError {
  return new HeliError('not-allowed-now', 'folder-newer', { params: { folder, theirs, ours } });
}

function readMarker(folder: string): Marker | undefined {
  const file = path.join(folder, 'heli.json');
  if (!existsSync(file)) return undefined;
  try {
    const marker = JSON.parse(readFileSync(file, 'utf8')) as Marker;
    if (Number.isInteger(marker.format)) return marker;
  } catch {
    // Said below.
  }
  throw new HeliError('not-allowed-now', 'folder-not-heli', { params: { folder } });
}

/**
 * Refuses a folder that a newer program or a newer PostgreSQL has used, or an older PostgreSQL.
 * @throws HeliError folder-newer, folder-older, folder-not-heli
 */
export function checkVersions(folder: string, major: number): void {
  const marker = readMarker(folder);
  if (marker && marker.format > FORMAT) throw newer(folder, marker.createdBy, VERSION);
  const file = path.join(folder, 'pg/PG_VERSION');
  if (!existsSync(file)) return;
  const theirs = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (theirs > major) throw newer(folder, `PostgreSQL ${theirs}`, `PostgreSQL ${major}`);
  if (theirs === major) return;
  throw new HeliError('not-allowed-now', 'folder-older', { params: { folder, theirs, ours: major } });
}

/** Says in the folder which program made it, once. */
export function writeMarker(folder: string): void {
  const file = path.join(folder, 'heli.json');
  if (existsSync(file)) return;
  const marker: Marker = { format: FORMAT, createdBy: VERSION };
  writeFileSync(`${file}.part`, `${JSON.stringify(marker)}\n`);
  renameSync(`${file}.part`, file);
}
