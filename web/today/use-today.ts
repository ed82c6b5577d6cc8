import type { Today } from '../../src/activities/schema.ts';
import { api } from '../api/client.ts';
import { type KeptQuery, useKept } from '../offline/kept.ts';
import { useOutbox } from '../offline/outbox.ts';
import { useStation } from '../shell/session.tsx';
import { today as todayInChina } from '../ui/dates.ts';
import { mergeToday, type TodayView } from './merge.ts';

/** Today, with what is stored on this device already counted in. */
export function useTodayView(): TodayView & { asked: KeptQuery<Today> } {
  const station = useStation();
  const { items } = useOutbox();
  const asked = useKept(['today', station.id], () => api.activities.today({ station: station.id }));
  const value = asked.value && asCountedToday(asked.value);
  if (!value) return { due: [], dueCount: 0, visited: 0, recorded: [], ...NONE, asked };
  return { ...mergeToday(value, items, station.id), asked };
}

const NONE = { sinceImport: [], sinceImportCount: 0, entered: { visits: 0, others: 0, imported: 0 } };

/** An answer kept since yesterday still knows whom to visit, but nothing of today was done then. */
function asCountedToday(today: Today): Today {
  const day = todayInChina();
  // What was kept before the program counted these has none of them.
  if (today.day === day) return { ...NONE, ...today };
  return { ...NONE, ...today, day, visitedToday: 0, recorded: [], entered: NONE.entered, notices: [] };
}
