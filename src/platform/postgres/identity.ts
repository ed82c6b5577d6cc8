import { statSync } from 'node:fs';
import path from 'node:path';

/** Who runs the database server. PostgreSQL refuses root, so root lends it the id that owns nothing. */
export interface Identity {
  /** Undefined on Windows, where files have no numeric owner. */
  uid: number | undefined;
  gid: number | undefined;
  /** True when this program is root and the server runs as someone else. */
  lent: boolean;
}

const NOBODY = 65534;

export function serverIdentity(): Identity {
  const uid = process.getuid?.();
  if (uid === 0) return { uid: NOBODY, gid: NOBODY, lent: true };
  return { uid, gid: process.getgid?.(), lent: false };
}

/** What spawn needs to run a program as the server's user. */
export function spawnAs(who: Identity): { uid?: number; gid?: number } {
  return who.lent ? { uid: who.uid as number, gid: who.gid as number } : {};
}

/**
 * The first folder on the way to a place that the server's user may not pass, or undefined.
 * Looks at the plain permission bits; asked only when the identity is lent, for otherwise the kernel answers at once.
 */
export function blockedOnTheWay(place: string, who: Identity): string | undefined {
  if (!who.lent) return undefined;
  const parts = path.resolve(place).split(path.sep).filter(Boolean);
  const ancestors = ['/', ...parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`)];
  return ancestors.find((folder) => !mayPass(folder, who));
}

function mayPass(folder: string, who: Identity): boolean {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat) return true;
  const shift = stat.uid === who.uid ? 6 : stat.gid === who.gid ? 3 : 0;
  return ((stat.mode >> shift) & 1) === 1;
}
