import type { Binaries } from './binaries.ts';
import type { Identity } from './identity.ts';

/** One database cluster on its way through this program: where it lies, who runs it, how it is reached. */
export interface Cluster {
  /** Heli's data folder, the cluster inside it, and the server's log. */
  folder: string;
  data: string;
  log: string;
  /** In the title of each of its processes; made from the folder. */
  name: string;
  who: Identity;
  binaries: Binaries;
  /** The socket folder; on Windows the loopback address. */
  host: string;
  port: number;
  /** Windows only: elsewhere the private socket folder is the wall. */
  password: string | undefined;
  /** The postmaster's process id; 0 while there is none. */
  pid: number;
}

/** The name of the cluster's superuser. */
export const SUPERUSER = 'postgres';

/** The environment for database programs: ours without what would change how PostgreSQL starts, and without secrets. */
export function serverEnvironment(binaries: Binaries): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|NODE_|HELI_|DATABASE_URL)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC', ...binaries.environment };
}

export const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
