import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import type { PersonLine } from '../../src/people/schema.ts';
import { api } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { keptPeople } from '../offline/kept.ts';
import { useSession, useStation } from '../shell/session.tsx';
import { findSeen } from './seen.ts';

export interface Found {
  items: PersonLine[];
  /** The hits belong to what stands in the field now, not to what stood there a moment ago. */
  ready: boolean;
  /** Without network: only the people seen on this device, and not by the end of a number. */
  onlySeen: boolean;
}

const PAUSE = 160;

/** People by any part of the name, its pinyin or its initials, while typing. */
export function useFoundPeople(text: string): Found {
  const { me } = useSession();
  const station = useStation();
  const wanted = usePaused(text.trim());
  const query = useQuery({
    queryKey: [me.id, 'search', station.id, wanted],
    queryFn: () => search(me.id, station.id, wanted),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  });
  const shown = useDeferredValue(query.data);
  if (wanted === '') return { items: [], ready: text.trim() === '', onlySeen: false };
  return {
    items: shown?.items ?? [],
    ready: wanted === text.trim() && !query.isFetching && shown === query.data,
    onlySeen: shown?.onlySeen ?? false,
  };
}

async function search(account: string, station: string, text: string): Promise<Omit<Found, 'ready'>> {
  try {
    return { ...(await api.people.search({ station, text, limit: 20 })), onlySeen: false };
  } catch (error) {
    if (failureOf(error).code !== 'away') throw error;
    return { items: findSeen(await keptPeople(account), text).slice(0, 20), onlySeen: true };
  }
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), text === '' ? 0 : PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
