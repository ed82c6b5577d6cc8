import { countDueBetween } from '../../ledger/store/due.ts';
import { listOn, noticeLine } from '../../activities/store.ts';
import { listMonth } from '../../ledger/store/whole.ts';
import type { At } from '../../people/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import { shortCode } from '../../platform/pipeline/code.ts';
import { listDone } from '../contract/store.ts';
import { boundsOf, figuresOf } from './rules.ts';
import { type Counted, DOUBTS } from './schema.ts';
import {
  type AtMonth,
  countAttachments,
  countHouseholds,
  countPeople,
  countTold,
  findHead,
  type GivenRow,
  type HouseholdsRow,
  listSpending,
  listStepsDue,
  sumGiven,
} from './store.ts';

/** The month of a station with its bounds, for the stores. */
export function atMonth(at: At, month: string): AtMonth {
  const { first, from, to } = boundsOf(month);
  return { ...at, first, from, to };
}

const givenBy = (rows: GivenRow[], committee: boolean) => {
  const found = rows.find((row) => row.committee === committee);
  return { minutes: found?.minutes ?? 0, amount: Number(found?.amount ?? 0) };
};

async function planOf(transaction: Transaction, at: At, month: string): Promise<Counted['plan']> {
  const { next, after, to } = boundsOf(month);
  const [steps, notices, visits] = await Promise.all([
    listStepsDue(transaction, { ...at, from: next, until: after }),
    listOn(transaction, { ...at, from: new Date(to), to: new Date(`${after}T00:00:00+08:00`) }),
    countDueBetween(transaction, { ...at, from: next, before: after }),
  ]);
  return {
    steps: steps.map((row) => ({
      event: row.event_id,
      dueOn: row.due_on,
      what: row.what,
      person: row.person_name ?? '',
    })),
    notices: notices.map(noticeLine).map(({ startsAt, title, place }) => ({ startsAt, title, place })),
    visits,
  };
}

/** Visits to a household that had been met already that day. */
function againOf(rows: HouseholdsRow[]): number {
  const all = rows.find(({ field }) => field === null);
  return all ? all.visits - all.household_times : 0;
}

/** Counts a station's month: from the kept sums, and from that month's acts by their index. */
export async function countMonth(
  transaction: Transaction,
  at: At,
  { month, now }: { month: string; now: Date },
): Promise<Counted> {
  const within = atMonth(at, month);
  const [sums, people, households, told, spending, attachments, given, plan, contract, head] = await Promise.all([
    listMonth(transaction, at, month),
    countPeople(transaction, within),
    countHouseholds(transaction, within),
    countTold(transaction, within),
    listSpending(transaction, within),
    countAttachments(transaction, within),
    sumGiven(transaction, within),
    planOf(transaction, at, month),
    listDone(transaction, within),
    findHead(transaction, at),
  ]);
  return {
    month,
    asOf: now.toISOString(),
    ...figuresOf(sums, people, households),
    spending: spending.map((row) => ({ budgetLine: row.budget_line, amount: Number(row.amount) })),
    given: { residents: givenBy(given, false), committee: givenBy(given, true) },
    unmet: told.unmet,
    again: againOf(households),
    byPhone: told['by-phone'],
    doubts: DOUBTS.map((doubt) => ({ doubt, count: told[doubt] })).filter(({ count }) => count > 0),
    attachments,
    plan,
    contract,
    head: head ? { lines: head.seq, code: shortCode(head.hash) } : null,
  };
}
