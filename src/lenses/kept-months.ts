import { lastOfMonth } from '../analysis/days.ts';
import type { Transaction } from '../platform/database/flight.ts';
import {
  type Interning,
  loadSpans,
  type MonthChanges,
  type Span,
  type StationMonth,
  type Within,
} from './acts-store.ts';
import type { Act } from './act.ts';
import { grouping } from './pieces.ts';

/** So many acts are remembered over all stations (some 100 MB with what was counted of them); the month asked for longest ago goes first. */
const MOST_ACTS = 300_000;
/** An empty month takes some room too. */
const MONTH_WEIGHT = 50;

interface DayActs {
  changes: number;
  acts: readonly Act[];
}

interface KeptMonth {
  changes: number;
  acts: readonly Act[];
  days: ReadonlyMap<string, DayActs>;
}

export interface KeptMonths {
  months: Map<string, KeptMonth>;
  /** What they weigh together, in acts. */
  weight: number;
}

export const openMonths = (): KeptMonths => ({ months: new Map(), weight: 0 });

const keyOf = ({ station, month }: StationMonth) => `${station} ${month}`;

/** The first days of the months that two days span. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (let day = `${from.slice(0, 7)}-01`; day <= to; ) {
    months.push(day);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    day = `${year}-${String(month).padStart(2, '0')}-01`;
  }
  return months;
}

function remember(kept: KeptMonths, key: string, month: KeptMonth): void {
  forget(kept, key);
  kept.months.set(key, month);
  kept.weight += month.acts.length + MONTH_WEIGHT;
  for (const oldest of kept.months.keys()) {
    if (kept.weight <= MOST_ACTS) return;
    forget(kept, oldest);
  }
}

function forget(kept: KeptMonths, key: string): void {
  const found = kept.months.get(key);
  if (!found) return;
  kept.weight -= found.acts.length + MONTH_WEIGHT;
  kept.months.delete(key);
}

interface Asked {
  within: Within;
  changes: readonly MonthChanges[];
  kept: KeptMonths | undefined;
  intern: Interning;
}

/** A month as it is now: what was kept of it, and how often each of its days was changed. */
interface Month extends StationMonth {
  changes: number;
  days: ReadonlyMap<string, number>;
  known: KeptMonth | undefined;
}

const readDayChanges = (text: string): Map<string, number> =>
  new Map(text.split(',').map((one) => [one.slice(0, 10), Number(one.slice(11))]));

function monthsOf({ within, changes, kept }: Asked): Month[] {
  const changed = new Map(changes.map((one) => [keyOf(one), one]));
  return monthsBetween(within.from, within.to).flatMap((month) =>
    within.stations.map((station): Month => {
      const key = keyOf({ station, month });
      const now = changed.get(key);
      const known = kept?.months.get(key);
      const days = now ? readDayChanges(now.days) : new Map<string, number>();
      return { station, month, changes: now?.changes ?? 0, days, known };
    }),
  );
}

const isSame = ({ known, changes }: Month): boolean => known?.changes === changes;

/** Days of a kept month that were changed since. */
const staleDays = ({ known, days }: Month): string[] =>
  [...days].filter(([day, changes]) => known?.days.get(day)?.changes !== changes).map(([day]) => day);

/** What must be read of a month: all of it, the days that changed, or nothing. */
function spansOf(month: Month): Span[] {
  if (isSame(month)) return [];
  const { station } = month;
  if (month.known) return staleDays(month).map((day) => ({ station, from: day, to: day }));
  return [{ station, from: month.month, to: lastOfMonth(month.month) }];
}

const byDay = grouping(({ day }) => day);

/** A month with what was read of it. */
function renewed(month: Month, read: readonly Act[]): KeptMonth {
  if (month.known && isSame(month)) return month.known;
  const fresh = byDay(read);
  const days = new Map(month.known?.days);
  for (const day of [...(month.known ? staleDays(month) : []), ...fresh.keys()]) {
    days.set(day, { changes: month.days.get(day) ?? 0, acts: [...(fresh.get(day) ?? [])] });
  }
  const inOrder = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  return { changes: month.changes, days, acts: inOrder.flatMap(([, { acts }]) => acts) };
}

/** Each month's acts: those kept that stand unchanged, of the others the days that were changed. */
export async function readMonths(transaction: Transaction, asked: Asked): Promise<(readonly Act[])[]> {
  const months = monthsOf(asked);
  const spans = months.map(spansOf);
  const { county } = asked.within;
  const read = await loadSpans(transaction, { county, spans: spans.flat(), intern: asked.intern });
  return months.map((month, nth) => {
    const own = read.splice(0, spans[nth]?.length ?? 0);
    const found = renewed(month, own.flat());
    if (asked.kept) remember(asked.kept, keyOf(month), found);
    return found.acts;
  });
}

/** A few days by themselves. */
export function readDays(
  transaction: Transaction,
  { within, intern }: Pick<Asked, 'within' | 'intern'>,
): Promise<Act[][]> {
  const { county, stations, from, to } = within;
  return loadSpans(transaction, { county, spans: stations.map((station) => ({ station, from, to })), intern });
}
