import type { EventLine } from '../../src/ledger/schema.ts';
import { standingVisits, visitLine } from '../ledger/stored-line.ts';
import { api } from '../api/client.ts';
import { type Failure, failureOf } from '../api/failure.ts';
import type { OutboxItem } from '../offline/database.ts';
import { askOrKept } from '../offline/kept.ts';
import { useOutbox } from '../offline/outbox.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { usePages } from '../ui/pages.tsx';

const PAGE = 50;

/** An event of a person's file; `item` while it is still on this device only. */
export type FileEvent = EventLine & { item: OutboxItem | null };

export interface Events {
  items: FileEvent[];
  /** Everything there is has been asked for: only then can it be counted. */
  all: boolean;
  more: () => void;
  loadingMore: boolean;
  failure: Failure | null;
  pending: boolean;
}

/** What happened with a person, the latest first, with what is stored here and not sent yet. */
export function useEvents(person: string): Events {
  const { me } = useSession();
  const station = useStation();
  const { items } = useOutbox();
  const { query, items: known } = usePages([me.id, 'person-events', station.id, person], async (from) => {
    const place = ['events', station.id, person, ...Object.values(from)].join('/');
    const input = { station: station.id, person, limit: PAGE, ...from };
    return (await askOrKept(me.id, place, () => api.ledger.events(input))).value;
  });
  return {
    items: withStored(known, items, { id: person, me: me.name }),
    all: query.isSuccess && !query.hasNextPage,
    more: () => void query.fetchNextPage(),
    loadingMore: query.isFetchingNextPage,
    failure: query.error ? failureOf(query.error) : null,
    pending: query.isPending,
  };
}

function withStored(known: EventLine[], items: OutboxItem[], about: { id: string; me: string }): FileEvent[] {
  const ids = new Set(known.map((event) => event.id));
  const stored = standingVisits(items).flatMap((item) => {
    if (item.input.person !== about.id || ids.has(item.input.id)) return [];
    return [{ ...visitLine(item, [about.me]), item: item.state === 'sent' ? null : item }];
  });
  const all = [...stored, ...known.map((event) => ({ ...event, item: null }))];
  return all.sort((one, other) => Date.parse(other.startedAt) - Date.parse(one.startedAt));
}
