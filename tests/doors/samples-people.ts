// One right use of everything that is asked about people, and who is refused.
import { randomUUID } from 'node:crypto';
import { LIU_GUIZHEN, LIU_ID } from '../support/cast.ts';
import { NOT_READING, NOT_WRITING, type Sample } from './sample.ts';
import type { Town } from './town.ts';

const atStation = (town: Town) => ({ station: town.station });
const another = (town: Town) => ({ station: town.station, id: randomUUID() });

const CONSENT = {
  purpose: 'photo',
  agreed: true,
  givenBy: 'self',
  giver: '',
  how: 'paper',
  givenOn: '2025-01-01',
  untilOn: null,
  note: '',
};

/** 刘桂珍's file, made anew. */
export async function liu(town: Town, more: object = {}): Promise<string> {
  const id = randomUUID();
  const added = await town.people.何晓川.call('people/add', { station: town.station, id, ...LIU_GUIZHEN, ...more });
  if (added.status !== 200) throw new Error(JSON.stringify(added.body));
  return id;
}

/** The same person in two files. */
async function twice(town: Town): Promise<[string, string]> {
  return [await liu(town), await liu(town)];
}

async function merged(town: Town): Promise<string> {
  const [survivor, behind] = await twice(town);
  const id = randomUUID();
  const input = { station: town.station, id, survivor, merged: behind };
  const answer = await town.people.何晓川.call('people/merge', input);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return id;
}

/** People and households: one right use of each, and who is refused. */
export const people: Record<string, Sample> = {
  'people.add': { by: '何晓川', input: (town) => ({ ...another(town), ...LIU_GUIZHEN }), refuses: NOT_WRITING },
  'people.addMany': {
    by: '何晓川',
    input: (town) => ({
      ...another(town),
      people: Array.from({ length: 3 }, () => ({ id: randomUUID(), ...LIU_GUIZHEN, village: town.village })),
    }),
    refuses: NOT_WRITING,
  },
  'people.change': {
    by: '何晓川',
    input: async (town) => ({
      ...atStation(town),
      id: await liu(town),
      version: 1,
      ...LIU_GUIZHEN,
      phone: '13812342207',
      village: town.village,
    }),
    refuses: NOT_WRITING,
  },
  'people.get': {
    by: '谭立',
    input: async (town) => ({ ...atStation(town), id: await liu(town) }),
    refuses: NOT_READING,
  },
  'people.list': { by: '谭立', input: (town) => ({ ...atStation(town), withTotal: true }), refuses: NOT_READING },
  'people.search': { by: '谭立', input: (town) => ({ ...atStation(town), text: '桂珍' }), refuses: NOT_READING },
  'people.revealIdNumber': {
    by: '何晓川',
    input: async (town) => ({ ...atStation(town), id: await liu(town, { idNumber: LIU_ID }), reason: '办低保年审' }),
    refuses: NOT_WRITING,
  },
  'people.recordConsent': {
    by: '何晓川',
    input: async (town) => ({ ...another(town), person: await liu(town), ...CONSENT }),
    refuses: NOT_WRITING,
  },
  'people.withdrawConsent': {
    by: '何晓川',
    input: async (town) => {
      const id = randomUUID();
      const consent = { ...another(town), id, person: await liu(town), ...CONSENT };
      await town.people.何晓川.call('people/recordConsent', consent);
      return { ...atStation(town), id, version: 1, withdrawnOn: '2025-01-02' };
    },
    refuses: NOT_WRITING,
  },
  'people.saveHousehold': {
    by: '何晓川',
    input: async (town) => ({
      ...another(town),
      note: '',
      members: [
        { person: await liu(town), relation: 'head' },
        { person: await liu(town, { name: '刘小燕' }), relation: 'child' },
      ],
    }),
    refuses: NOT_WRITING,
  },
  'people.duplicates': {
    by: '谭立',
    input: async (town) => {
      await twice(town);
      return atStation(town);
    },
    refuses: NOT_READING,
  },
  'people.merge': {
    by: '何晓川',
    input: async (town) => {
      const [survivor, merged] = await twice(town);
      return { ...another(town), survivor, merged, reason: '同一个身份证' };
    },
    refuses: NOT_WRITING,
  },
  'people.undoMerge': {
    by: '何晓川',
    input: async (town) => ({ ...atStation(town), id: await merged(town) }),
    refuses: NOT_WRITING,
  },
  'people.keepApart': {
    by: '何晓川',
    input: async (town) => {
      const [one, other] = await twice(town);
      return { ...atStation(town), one, other };
    },
    refuses: NOT_WRITING,
  },
  'people.merges': {
    by: '谭立',
    input: async (town) => {
      await merged(town);
      return atStation(town);
    },
    refuses: NOT_READING,
  },
};
