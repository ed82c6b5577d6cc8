import { HeliError } from '../platform/errors.ts';
import { findCountyFor } from '../platform/pipeline/asker.ts';
import { pageOf, readCursor } from '../platform/pipeline/cursor.ts';
import { atStation, SIGNED_IN } from '../platform/pipeline/procedure.ts';
import { query } from '../platform/pipeline/query.ts';
import {
  EventHistory,
  EventWhole,
  GatheringPage,
  GetEvent,
  GetCountyMonth,
  GetMonth,
  GetRoster,
  ListGatherings,
  Month,
  Roster,
} from './event-schema.ts';
import { withoutSmallCells } from './rules.ts';
import { EventPage, ListEvents } from './schema.ts';
import { findRoster, gatheringLine, listGatherings } from './store/gatherings.ts';
import { eventLine, listEvents } from './store/lists.ts';
import { findEvent, type HistoryRow, listCountyMonth, listHistory, listMonth, type MonthRow } from './store/whole.ts';

/** Events of a station, or of one person, project, gathering or kind; the latest first. */
export const listEventsQuery = query({
  name: 'ledger.events',
  permit: atStation('records.read'),
  summary: 'Events of a station, or of one person, project, gathering or kind; the latest first',
  path: '/ledger/events',
  input: ListEvents,
  output: EventPage,
  read: async (transaction, { cursor, limit, ...input }, { county }) => {
    const [startedAt, id] = readCursor(cursor, 2);
    const before = startedAt !== undefined && id !== undefined ? { startedAt, id } : null;
    const rows = await listEvents(transaction, { ...input, county, before, limit: limit + 1 });
    return pageOf(rows, limit, { show: eventLine, keys: (row) => [row.started_key, row.id] });
  },
});

/** One event with its list, what was given and spent, its attachments, what it left to do. */
export const getEvent = query({
  name: 'ledger.event',
  permit: atStation('records.read'),
  summary: 'One event with everything that belongs to it',
  path: '/ledger/event',
  input: GetEvent,
  output: EventWhole,
  read: async (transaction, { station, id }, { county }) => {
    const event = await findEvent(transaction, { county, station }, id);
    if (!event) throw new HeliError('not-found', 'not-found');
    return event;
  },
});

function historyLine(row: HistoryRow) {
  return {
    line: eventLine(row),
    correctedAt: row.corrected_at.toISOString(),
    correctedBy: row.corrected_by ?? '',
    why: row.why,
    standsInstead: row.new_event_id,
  };
}

/** What a line said before it was put right: who changed it, when and why. */
export const getHistory = query({
  name: 'ledger.history',
  permit: atStation('records.read'),
  summary: 'Every earlier form of an event, the latest first',
  path: '/ledger/history',
  input: GetEvent,
  output: EventHistory,
  read: async (transaction, { station, id }, { county }) => {
    const rows = await listHistory(transaction, { county, station }, id);
    return { items: rows.map(historyLine) };
  },
});

/** Groups, councils and series of a station, the latest made first. */
export const listGatheringsQuery = query({
  name: 'ledger.gatherings',
  permit: atStation('records.read'),
  summary: 'Groups, councils and series of activities, the latest made first',
  path: '/ledger/gatherings',
  input: ListGatherings,
  output: GatheringPage,
  read: async (transaction, { station, cursor, limit }, { county }) => {
    const [createdAt, id] = readCursor(cursor, 2);
    const before = createdAt !== undefined && id !== undefined ? { createdAt, id } : null;
    const rows = await listGatherings(transaction, { county, station, before, limit: limit + 1 });
    return pageOf(rows, limit, { show: gatheringLine, keys: (row) => [row.created_key, row.id] });
  },
});

/** The names of last time. */
export const getRoster = query({
  name: 'ledger.roster',
  permit: atStation('records.read'),
  summary: 'The sign-in list of a gathering’s last time',
  path: '/ledger/roster',
  input: GetRoster,
  output: Roster,
  read: async (transaction, { station, gathering }, { county }) => {
    const roster = await findRoster(transaction, { county, station }, gathering);
    if (!roster) throw new HeliError('not-found', 'not-found');
    return roster;
  },
});

const monthSum = ({ household_times, person_times, spent, ...sum }: MonthRow) => ({
  ...sum,
  householdTimes: household_times,
  personTimes: person_times,
  spent: Number(spent),
});

/** A station's month from the kept sums; names nobody. */
export const getMonth = query({
  name: 'ledger.month',
  permit: atStation('station.see'),
  summary: 'A station’s month: acts, household visits, attendances, minutes and yuan',
  path: '/ledger/month',
  input: GetMonth,
  output: Month,
  read: async (transaction, { station, month }, { county, asker }) => {
    const sums = (await listMonth(transaction, { county, station }, month)).map(monthSum);
    const reads = findCountyFor(asker, 'records.read', station) !== undefined;
    return { month, sums: reads ? sums : withoutSmallCells(sums) };
  },
});

/** The month of the asker's county: the stations the asker sees, added up; names nobody. */
export const getCountyMonth = query({
  name: 'ledger.countyMonth',
  permit: SIGNED_IN,
  summary: 'The month of a county: the stations the asker sees, added up',
  path: '/ledger/county-month',
  input: GetCountyMonth,
  output: Month,
  read: async (transaction, { month }, { county }) => {
    const rows = await listCountyMonth(transaction, county, month);
    return { month, sums: withoutSmallCells(rows.map(monthSum)) };
  },
});
