// Months of acts are kept in memory: whatever is recorded or taken back, whatever days are looked at, they are as if read anew.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interning, type MonthChanges, type Within } from '../../src/lenses/acts-store.ts';
import { openMonths, readMonths } from '../../src/lenses/kept-months.ts';
import type { Transaction } from '../../src/platform/database/flight.ts';

const STATION = 'st';
const dayOf = (nth: number) => new Date(Date.UTC(2026, 2, 1 + nth)).toISOString().slice(0, 10);

interface Gift {
  id: string;
  day: string;
}

const SHARED = 'person|resident|labour|group|unpaid|work-day|deliver||||false|1|||w1|0';

/** A book of gifts that answers as the database does, and counts what was read of it. */
function openBook() {
  let gifts: Gift[] = [];
  const changes = new Map<string, number>();
  const read: string[] = [];
  const mark = (day: string) => changes.set(day, (changes.get(day) ?? 0) + 1);
  const answer = (from: string, to: string) => {
    const own = gifts.filter(({ day }) => day >= from && day <= to).sort((a, b) => (a.day < b.day ? -1 : 1));
    read.push(`${from}..${to}`);
    const list = (of: (gift: Gift) => string) => own.map(of).join(',');
    const ids = list(({ id }) => id);
    const columns = { ids, events: ids, parties: ids, days: list(({ day }) => day) };
    return own.length === 0
      ? []
      : [{ ...columns, minutes: list(() => '60'), amounts: list(() => '0'), shared: list(() => SHARED) }];
  };
  const send = async ({ values = [] }: { values?: unknown[] }) => {
    const [, stations, from, to] = values as [number, string[], string[], string[]];
    return stations.flatMap((_, i) =>
      answer(from[i] as string, to[i] as string).map((row) => ({ ...row, nth: i + 1 })),
    );
  };
  return {
    transaction: { send } as unknown as Transaction,
    read,
    add: (day: string) => {
      gifts.push({ id: `g${gifts.length}-${day}`, day });
      mark(day);
    },
    remove: (nth: number) => {
      const gone = gifts[nth % Math.max(1, gifts.length)];
      if (!gone) return;
      gifts = gifts.filter((gift) => gift !== gone);
      mark(gone.day);
    },
    changes: (to: string): MonthChanges[] =>
      [...new Set([...changes.keys()].map((day) => `${day.slice(0, 7)}-01`))].sort().flatMap((month) => {
        const own = [...changes].filter(([day]) => day.startsWith(month.slice(0, 7)));
        const sum = own.reduce((all, [, one]) => all + one, 0);
        const days = own.map(([day, one]) => `${day}:${one}`).join(',');
        return month <= to ? [{ station: STATION, month, changes: sum, days }] : [];
      }),
  };
}

const within = (from: string, to: string): Within => ({
  ...{ county: 1, stations: [STATION], from, to, project: null, village: null },
});

type Book = ReturnType<typeof openBook>;

function look(book: Book, kept: ReturnType<typeof openMonths> | undefined, [from, to]: [string, string]) {
  const asked = { within: within(from, to), changes: book.changes(to), kept, intern: interning() };
  return readMonths(book.transaction, asked);
}

const step = fc.oneof(
  fc.record({ what: fc.constant('add' as const), at: fc.integer({ min: 0, max: 120 }) }),
  fc.record({ what: fc.constant('remove' as const), at: fc.nat(50) }),
  fc.record({ what: fc.constant('look' as const), at: fc.integer({ min: 0, max: 80 }) }),
);

describe('kept months', () => {
  test('are as if read anew, whatever was recorded, taken back and looked at before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const [book, kept] = [openBook(), openMonths()];
        for (const { what, at } of [...steps, { what: 'look' as const, at: 0 }]) {
          if (what === 'add') book.add(dayOf(at));
          else if (what === 'remove') book.remove(at);
          else {
            const days: [string, string] = [dayOf(at), dayOf(at + 40)];
            expect(await look(book, kept, days)).toEqual(await look(book, undefined, days));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('of a month that changed only the day that changed is read', async () => {
    const [book, kept] = [openBook(), openMonths()];
    for (const day of ['2026-03-02', '2026-03-09', '2026-04-05']) book.add(day);
    await look(book, kept, ['2026-03-01', '2026-04-30']);
    book.add('2026-03-09');
    book.read.length = 0;
    const [march = []] = await look(book, kept, ['2026-03-01', '2026-04-30']);
    expect(book.read).toEqual(['2026-03-09..2026-03-09']);
    expect(march.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-09', '2026-03-09']);
  });
});
