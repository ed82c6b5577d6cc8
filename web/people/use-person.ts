import { useQuery } from '@tanstack/react-query';
import { maskIdNumber, readIdNumber } from '../../src/people/id-number.ts';
import { EMPTY_DETAILS } from '../../src/people/rules.ts';
import type { AddPerson, Person, PersonFields, PersonLine } from '../../src/people/schema.ts';
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

/** What a file says where nobody said anything. */
const NOT_SAID: Omit<Person, 'id' | 'version' | 'createdAt' | 'villageName' | keyof PersonFields> = {
  ...EMPTY_DETAILS,
  // Only the program knows how a name is said.
  pinyin: '',
  initials: '',
  registeredAreaName: '',
  memberships: [],
  contacts: [],
  idNumber: null,
  household: null,
  consents: [],
  merged: [],
  alike: 0,
  readings: [],
  lastVisitOn: null,
  nextVisitOn: null,
};

function notYetSent(
  { station: _, idNumber, idNumberAsWritten: __, ...fields }: AddPerson,
  villages: Area[],
  madeAt: string,
): Person {
  const villageName = villages.find((village) => village.code === fields.village)?.name ?? '';
  const known = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as PersonFields & {
    id: string;
  };
  return {
    ...NOT_SAID,
    ...known,
    idNumber: idNumber ? { masked: maskIdNumber(readIdNumber(idNumber).number), doubt: null } : null,
    villageName,
    version: 1,
    createdAt: madeAt,
  };
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
