import { useQuery } from '@tanstack/react-query';
import type { AddPerson, Person, PersonLine } from '../../src/people/schema.ts';
import type { Area } from '../../src/places/schema.ts';
import { api } from '../api/client.ts';
import { useOutbox } from '../offline/outbox.ts';
import { type KeptQuery, keptPeople, useKept } from '../offline/kept.ts';
import { useSession, useStation } from '../shell/session.tsx';

/** The villages of the station's town, for choosing where somebody lives. */
export function useVillages(): Area[] {
  const station = useStation();
  return useKept(['villages', station.id], () => api.places.villages({ station: station.id })).value?.items ?? [];
}

/** A person's file: as the program has it, or as it was just written down here and is still on its way. */
export function usePerson(id: string): KeptQuery<Person> & { onItsWay: boolean } {
  const station = useStation();
  const villages = useVillages();
  const added = useOutbox().items.find((item) => item.name === 'add-person' && item.input.id === id);
  const onItsWay = added !== undefined && added.state !== 'sent';
  const asked = useKept(['person', station.id, id], () => api.people.get({ station: station.id, id }), !onItsWay);
  if (!added || asked.value) return { ...asked, onItsWay };
  const value = notYetSent(added.input as AddPerson, villages, added.madeAt);
  return { value, keptAt: null, failure: null, pending: false, onItsWay };
}

function notYetSent({ station: _, ...fields }: AddPerson, villages: Area[], madeAt: string): Person {
  const villageName = villages.find((village) => village.code === fields.village)?.name ?? '';
  return { ...fields, villageName, lastVisitOn: null, nextVisitOn: null, version: 1, createdAt: madeAt };
}

/** Enough of a person to visit them: without network, whoever stood in a list seen on this device. */
export function usePersonLine(id: string): { value: PersonLine | undefined; failure: KeptQuery<Person>['failure'] } {
  const { me } = useSession();
  const { value, failure } = usePerson(id);
  const seen = useQuery({
    queryKey: [me.id, 'seen', id],
    queryFn: async () => (await keptPeople(me.id)).find((person) => person.id === id) ?? null,
    enabled: failure?.code === 'away',
  });
  return { value: value ?? seen.data ?? undefined, failure };
}
