// One right use of every procedure of the ledger and of projects, and who is refused.
import { randomUUID } from 'node:crypto';
import { LIU_GUIZHEN } from '../support/cast.ts';
import { NOT_READING, NOT_SEEING, NOT_SIGNED_IN, NOT_WRITING, type Sample } from './sample.ts';
import { liu } from './samples-people.ts';
import type { Town } from './town.ts';

const here = (town: Town) => ({ station: town.station });
const another = (town: Town) => ({ station: town.station, id: randomUUID() });

async function done(town: Town, name: string, input: object): Promise<string> {
  const answer = await town.people.何晓川.call(name, input);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

export const visitOf = () => ({
  startedAt: new Date(Date.now() - 3_600_000).toISOString(),
  minutes: 30,
  needs: ['medical'],
  note: '降压药还剩 5 天',
  nextOn: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
});

export const meetingOf = () => ({
  kind: 'meeting',
  title: '井边议事',
  startedAt: new Date(Date.now() - 7_200_000).toISOString(),
  minutes: 60,
  place: '村部',
});

const visited = async (town: Town) =>
  done(town, 'ledger/recordVisit', { ...another(town), person: await liu(town), ...visitOf() });
const met = (town: Town) => done(town, 'ledger/record', { ...another(town), ...meetingOf() });

async function gathered(town: Town): Promise<string> {
  const gathering = { id: randomUUID(), name: '编织互助小组' };
  const present = [{ person: await liu(town) }];
  await done(town, 'ledger/record', { ...another(town), ...meetingOf(), kind: 'group-session', gathering, present });
  return gathering.id;
}

/** The smallest picture there is. */
export const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
export const sheetOf = () => ({ kind: 'sign-in-sheet', name: '签到表.png', type: 'image/png', content: PIXEL });

const attached = async (town: Town) =>
  done(town, 'ledger/attach', { ...another(town), event: await met(town), ...sheetOf() });

const projectOf = () => ({
  kind: 'micro-work',
  name: '井边凉亭',
  state: 'need-collected',
  works: { kind: 'rain-shelter' },
});
const begun = (town: Town) => done(town, 'projects/add', { ...another(town), ...projectOf() });

export const ledger: Record<string, Sample> = {
  'ledger.recordVisit': {
    by: '何晓川',
    input: async (town) => ({ ...another(town), person: await liu(town), ...visitOf() }),
    refuses: NOT_WRITING,
  },
  'ledger.recordIntake': {
    by: '何晓川',
    input: (town) => ({
      ...here(town),
      person: { id: randomUUID(), ...LIU_GUIZHEN },
      visits: [
        { id: randomUUID(), ...visitOf() },
        { id: randomUUID(), ...visitOf(), nextOn: null },
      ],
    }),
    refuses: NOT_WRITING,
  },
  'ledger.record': {
    by: '何晓川',
    input: async (town) => {
      const person = await liu(town);
      return {
        ...another(town),
        ...meetingOf(),
        present: [{ person }],
        given: [{ partyKind: 'person', party: person, form: 'deliberation', minutes: 60 }],
        expenses: [{ amount: 32.5, budgetLine: '活动物资', what: '茶叶' }],
        project: await begun(town),
        gathering: { id: randomUUID(), name: '井边议事会' },
        next: { on: '2099-01-01', what: '量一下井台' },
      };
    },
    refuses: NOT_WRITING,
  },
  'ledger.correctVisit': {
    by: '何晓川',
    input: async (town) => {
      const person = await liu(town);
      const corrects = await done(town, 'ledger/recordVisit', { ...another(town), person, ...visitOf() });
      return { ...another(town), corrects, version: 1, person, ...visitOf(), minutes: 20, why: '看错了表' };
    },
    refuses: NOT_WRITING,
  },
  'ledger.correct': {
    by: '何晓川',
    input: async (town) => ({ ...another(town), corrects: await met(town), version: 1, ...meetingOf(), minutes: 90 }),
    refuses: NOT_WRITING,
  },
  'ledger.takeBack': {
    by: '何晓川',
    input: async (town) => ({ ...here(town), id: await visited(town), version: 1, why: '记重了' }),
    refuses: NOT_WRITING,
  },
  'ledger.confirm': {
    by: '周敏',
    input: async (town) => ({ ...here(town), id: await met(town), version: 1 }),
    refuses: NOT_WRITING,
  },
  'ledger.finishStep': {
    by: '何晓川',
    input: async (town) => {
      const next = { on: '2099-01-01', what: '问一下水管' };
      return { ...here(town), id: await done(town, 'ledger/record', { ...another(town), ...meetingOf(), next }) };
    },
    refuses: NOT_WRITING,
  },
  'ledger.attach': {
    by: '何晓川',
    input: async (town) => ({ ...another(town), event: await met(town), ...sheetOf() }),
    refuses: NOT_WRITING,
  },
  'ledger.removeAttachment': {
    by: '何晓川',
    input: async (town) => ({ ...here(town), id: await attached(town) }),
    refuses: NOT_WRITING,
  },
  'ledger.attachment': {
    by: '谭立',
    input: async (town) => ({ ...here(town), id: await attached(town) }),
    refuses: NOT_READING,
  },
  'ledger.events': { by: '谭立', input: here, refuses: NOT_READING },
  'ledger.event': {
    by: '谭立',
    input: async (town) => ({ ...here(town), id: await met(town) }),
    refuses: NOT_READING,
  },
  'ledger.history': {
    by: '谭立',
    input: async (town) => ({ ...here(town), id: await met(town) }),
    refuses: NOT_READING,
  },
  'ledger.gatherings': { by: '谭立', input: here, refuses: NOT_READING },
  'ledger.roster': {
    by: '谭立',
    input: async (town) => ({ ...here(town), gathering: await gathered(town) }),
    refuses: NOT_READING,
  },
  'ledger.addPartner': {
    by: '何晓川',
    input: (town) => ({ ...another(town), name: `合作社 ${randomUUID()}`, kind: 'organisation', sector: 'enterprise' }),
    refuses: NOT_WRITING,
  },
  'ledger.partners': { by: '谭立', input: here, refuses: NOT_READING },
  'ledger.countyMonth': { by: '白露', input: () => ({ month: '2026-06' }), refuses: NOT_SIGNED_IN },
  'ledger.month': { by: '吴国平', input: (town) => ({ ...here(town), month: '2026-06' }), refuses: NOT_SEEING },
};

export const projects: Record<string, Sample> = {
  'projects.add': { by: '何晓川', input: (town) => ({ ...another(town), ...projectOf() }), refuses: NOT_WRITING },
  'projects.change': {
    by: '何晓川',
    input: async (town) => ({ ...here(town), id: await begun(town), version: 1, ...projectOf(), state: 'designed' }),
    refuses: NOT_WRITING,
  },
  'projects.get': {
    by: '吴国平',
    input: async (town) => ({ ...here(town), id: await begun(town) }),
    refuses: NOT_SEEING,
  },
  'projects.list': { by: '吴国平', input: here, refuses: NOT_SEEING },
};
