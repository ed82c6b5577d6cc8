import type pg from 'pg';
import { sqlState, type Transaction } from '../../platform/database/flight.ts';
import { HeliError } from '../../platform/errors.ts';
import type { Asking } from '../../platform/pipeline/query.ts';
import { report } from '../../platform/report.ts';
import type { Lens, LensName, Scope } from '../schema.ts';
import type { Resolved } from '../scope.ts';
import { findSnapshot, findTakenAt } from './snapshot-store.ts';
import { type CountyYear, takeSnapshots } from './take-snapshots.ts';

const DAY_MS = 86_400_000;

interface Asked {
  lens: LensName;
  input: Scope;
  resolved: Resolved;
}

const running = new WeakMap<pg.Pool, Map<string, Promise<void>>>();

/** Counts a county's year; who asks while it is under way waits for the same. */
function count(pool: pg.Pool, at: CountyYear): Promise<void> {
  const here = running.get(pool) ?? new Map<string, Promise<void>>();
  running.set(pool, here);
  const key = `${at.county}-${at.year}`;
  const known = here.get(key);
  if (known) return known;
  const work = takeSnapshots(pool, at).finally(() => here.delete(key));
  here.set(key, work);
  return work;
}

/** Counted anew behind the asker's back when it is older than a day. */
function refresh(pool: pg.Pool, at: CountyYear, takenAt: Date): void {
  if (at.now.getTime() - takenAt.getTime() < DAY_MS) return;
  count(pool, at).catch((error: unknown) => report('snapshot-failed', { code: sqlState(error) ?? '' }));
}

const subjectOf = ({ scope, station }: Scope, { county }: Asking, town: string): string =>
  scope === 'county' ? String(county) : scope === 'town' ? town : station;

/** The kept year; counted first when the county never was. The wall shows it only to who sees every station it covers. */
async function findKept(transaction: Transaction, { lens, input, resolved }: Asked, asking: Asking) {
  const { county, context } = asking;
  const { pool, clock } = context.services;
  const at = { county, year: Number(input.to.slice(0, 4)), now: clock() };
  const wanted = { ...at, scope: input.scope, subject: subjectOf(input, asking, resolved.town), lens };
  // Asked for first, and kept together with the wider figures: where it is there and they are not, they are not for them,
  // even if the county was counted between the two answers.
  const [own, kept] = await Promise.all([
    findTakenAt(transaction, { ...wanted, scope: 'station', subject: input.station }),
    findSnapshot(transaction, wanted),
  ]);
  if (kept) refresh(pool, at, kept.taken_at);
  if (own || kept) return kept;
  await count(pool, at);
  return findSnapshot(transaction, wanted);
}

/** The year of the last day, as those see it who may not open records. */
export async function showSnapshot(transaction: Transaction, asked: Asked, asking: Asking): Promise<Lens> {
  const { input, resolved } = asked;
  const found = await findKept(transaction, asked, asking);
  if (!found) throw new HeliError('forbidden', 'county-not-seen');
  const { name, year: days, ...closed } = found.lens;
  return {
    ...closed,
    scope: { station: input.station, scope: input.scope, ...days, name: name || resolved.name },
    open: false,
    asOf: found.taken_at.toISOString(),
  };
}
