import { findStation } from '../../places/store.ts';
import type { At } from '../../people/store.ts';
import { HeliError } from '../../platform/errors.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import { closingLine, findClosing, hasCounty, listClosings } from './closing-store.ts';
import { atMonth, countMonth } from './count-month.ts';
import type { Closing, Counted } from './schema.ts';

export interface ReportAsked {
  month: string;
  /** As it stood when it was closed that time; without: as it stands now. */
  closing?: string | undefined;
  now: Date;
}

export interface ReportRead {
  counted: Counted;
  /** The station's name, as it was then. */
  place: string;
  closings: Closing[];
  /** Whether there is a county on this host to hand it in to. */
  county: boolean;
}

async function asItIs(transaction: Transaction, at: At, { month, now }: ReportAsked) {
  const [counted, place] = await Promise.all([
    countMonth(transaction, at, { month, now }),
    findStation(transaction, at.station),
  ]);
  return place && { counted, place: place.name };
}

async function asItWas(transaction: Transaction, at: At, { month, closing = '' }: ReportAsked) {
  const found = await findClosing(transaction, at, closing);
  if (found?.month !== atMonth(at, month).first) return undefined;
  return { counted: found.report.counted, place: found.report.station };
}

/**
 * A month's figures, as they are or as they were handed in, and when it was closed.
 * @throws HeliError not-found: no such station, or no such closing of this month
 */
export async function readReport(transaction: Transaction, at: At, asked: ReportAsked): Promise<ReportRead> {
  const [read, closings, county] = await Promise.all([
    asked.closing ? asItWas(transaction, at, asked) : asItIs(transaction, at, asked),
    listClosings(transaction, at, atMonth(at, asked.month).first),
    hasCounty(transaction, at.station),
  ]);
  if (!read) throw new HeliError('not-found', 'not-found');
  return { ...read, closings: closings.map(closingLine), county };
}
