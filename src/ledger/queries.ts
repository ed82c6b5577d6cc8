import { pageOf, readCursor } from '../platform/pipeline/cursor.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { query } from '../platform/pipeline/query.ts';
import { EventPage, ListEvents } from './schema.ts';
import { eventLine, listEvents } from './store.ts';

/** Events of a station, or of one person, the latest first. */
export const listEventsQuery = query({
  name: 'ledger.events',
  permit: atStation('records.read'),
  summary: 'Events of a station or of one person, the latest first',
  path: '/ledger/events',
  input: ListEvents,
  output: EventPage,
  read: async (transaction, input, { county }) => {
    const [startedAt, id] = readCursor(input.cursor, 2);
    const before = startedAt !== undefined && id !== undefined ? { startedAt, id } : null;
    const filter = { county, station: input.station, person: input.person ?? null, before, limit: input.limit + 1 };
    const rows = await listEvents(transaction, filter);
    return pageOf(rows, input.limit, { show: eventLine, keys: (row) => [row.started_key, row.id] });
  },
});
