import { randomUUID } from 'node:crypto';
import type { EventInput } from '../ledger/event-schema.ts';
import type { RecordVisit } from '../ledger/schema.ts';
import type { Chance } from './chance.ts';
import {
  ACTIVITIES,
  ASKED,
  GIFTS,
  GROUPS,
  MEETINGS,
  NOTES,
  SUPERVISIONS,
  TRAININGS,
  type MadeUpStation,
} from './made-up.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** One thing a worker records, and when it happened. */
export interface Deed {
  at: Date;
  /** Hours until it is written down. */
  later: number;
  name: 'ledger.recordVisit' | 'ledger.record' | 'lenses.logShock';
  input: object & { id: string };
  /** Proven by a sign-in sheet. */
  sheet?: boolean;
}

/** What a year is made from. */
export interface Year {
  station: string;
  made: MadeUpStation;
  chance: Chance;
  now: Date;
  /** How long the year is: tests live a short one. */
  days: number;
  people: { id: string; village: string | null; bornOn: string | null }[];
  project: string;
  partners: { committee: string; enterprise: string; charity: string; neighbours: string };
}

/** So many moments of a year by daylight, the oldest first; fewer of a shorter one. */
function moments({ chance, now, days }: Year, inAYear: number): Date[] {
  const count = Math.ceil((inAYear * days) / 365);
  return Array.from({ length: count }, (_, nth) => {
    const day = Math.floor(now.getTime() / DAY_MS) - Math.ceil(((count - nth - 0.7) / count) * (days - 1));
    return new Date(day * DAY_MS + HOUR_MS + chance.below(8 * 60) * 60_000);
  });
}

/** Hours until it is written down: one in twenty days later, none after today. */
function lateness({ chance, now }: Year, at: Date): number {
  const hours = chance.below(20) === 0 ? 24 * (3 + chance.below(14)) : 1 + chance.below(5);
  return Math.min(hours, Math.floor((now.getTime() - at.getTime()) / HOUR_MS));
}

/** Whose turn it is: mostly who has waited longest, as on a real list; now and then somebody who was near. */
function nextTurn({ chance, people }: Year, waiting: Map<string, number>): string {
  const longest = people.reduce((first, one) =>
    (waiting.get(one.id) ?? 0) < (waiting.get(first.id) ?? 0) ? one : first,
  );
  return chance.below(10) < 8 ? longest.id : chance.one(people).id;
}

function visits(year: Year): Deed[] {
  const { chance, station } = year;
  const waiting = new Map(
    year.people.map((one) => [one.id, year.now.getTime() - (year.days - chance.below(60)) * DAY_MS]),
  );
  return moments(year, year.made.visits).map((at) => {
    const [need, note] = chance.one(NOTES);
    const later = lateness(year, at);
    const person = nextTurn(year, waiting);
    const due = new Date(at.getTime() + later * HOUR_MS + chance.one([14, 30, 30, 60]) * DAY_MS);
    const promised = chance.below(10) < 3;
    waiting.set(person, promised ? due.getTime() : at.getTime() + 75 * DAY_MS);
    const input: RecordVisit & { id: string } = {
      station,
      id: randomUUID(),
      person,
      startedAt: at.toISOString(),
      minutes: chance.one([15, 20, 30, 30, 45, 60]),
      met: chance.one(['self', 'self', 'self', 'self', 'self', 'family', 'family', 'nobody'] as const),
      needs: [need],
      note,
      nextOn: promised ? due.toISOString().slice(0, 10) : null,
    };
    return { at, later, name: 'ledger.recordVisit', input };
  });
}

interface Gathered {
  kind: EventInput['kind'];
  times: number;
  shape: (at: Date, nth: number) => Partial<EventInput> & { minutes: number };
  sheet?: (nth: number) => boolean;
}

function gathered(year: Year, { kind, times, shape, sheet }: Gathered): Deed[] {
  return moments(year, times).map((at, nth) => {
    const input = {
      title: '',
      ...shape(at, nth),
      kind,
      station: year.station,
      id: randomUUID(),
      startedAt: at.toISOString(),
    };
    return { at, later: lateness(year, at), name: 'ledger.record', input, sheet: sheet?.(nth) ?? false };
  });
}

/** Some of the people, each once. */
function some({ chance, people }: Year, count: number): string[] {
  const from = chance.below(people.length);
  return Array.from(
    { length: Math.min(count, people.length) },
    (_, nth) => people[(from + nth * 3) % people.length]?.id,
  ).filter((id, place, all): id is string => id !== undefined && all.indexOf(id) === place);
}

function groups(year: Year): Deed[] {
  return [0, 1].flatMap((which) => {
    const gathering = { id: randomUUID(), name: GROUPS[(which + year.chance.below(2) * 2) % GROUPS.length] ?? '' };
    const members = some(year, 10 + year.chance.below(5));
    return gathered(year, {
      kind: 'group-session',
      times: 9,
      sheet: (nth) => nth % 2 === 0,
      shape: () => {
        const absent = members.filter(() => year.chance.below(7) === 0);
        const present = members.filter((id) => !absent.includes(id)).map((person) => ({ person }));
        return { gathering, present, absent, minutes: 90, place: '镇站活动室' };
      },
    });
  });
}

function activities(year: Year): Deed[] {
  const { chance, partners } = year;
  return gathered(year, {
    kind: 'activity',
    times: 12,
    sheet: (nth) => nth % 3 === 0,
    shape: (_, nth) => ({
      title: ACTIVITIES[nth % ACTIVITIES.length] ?? '',
      minutes: 120,
      unnamed: chance.below(40),
      present: some(year, 12 + chance.below(14)).map((person, place) => ({
        person,
        role: place < 3 ? ('volunteer' as const) : ('participant' as const),
      })),
      expenses: [{ amount: 100 + chance.below(600), budgetLine: '活动物资', what: '面粉、馅料、纸笔' }],
      ...(nth % 4 === 0
        ? {
            given: [
              { partyKind: 'organisation' as const, party: partners.enterprise, form: 'money' as const, amount: 500 },
            ],
          }
        : {}),
    }),
  });
}

/** Meetings and work days of the year's small works: first talked over, then built, then looked after. */
function works(year: Year): Deed[] {
  const { chance, project, partners } = year;
  const meetings = gathered(year, {
    kind: 'meeting',
    times: 9,
    sheet: (nth) => nth % 2 === 0,
    shape: (_, nth) => ({
      title: MEETINGS[nth % MEETINGS.length] ?? '',
      minutes: 90,
      place: '村部',
      project: nth % 2 === 0 ? project : null,
      phase: nth < 4 ? ('plan' as const) : nth < 7 ? ('design' as const) : ('assess' as const),
      initiator: chance.one(['resident', 'committee', 'social-work'] as const),
      present: some(year, 8 + chance.below(8)).map((person) => ({ person })),
      given: [
        {
          partyKind: 'organisation' as const,
          party: partners.committee,
          form: 'deliberation' as const,
          minutes: 90,
          pay: 'paid' as const,
        },
      ],
      ...(nth === 8 ? { next: { on: nextWeek(year.now), what: '把水沟的账贴到公示栏' } } : {}),
    }),
  });
  const days = gathered(year, {
    kind: 'work-day',
    times: 7,
    shape: (_, nth) => ({
      title: '一起动手',
      minutes: 180,
      place: '井边',
      project,
      phase: nth < 5 ? ('deliver' as const) : ('maintain' as const),
      initiator: nth % 2 === 0 ? ('resident' as const) : ('social-work' as const),
      convenor: nth % 2 === 0 ? ('resident-group' as const) : ('social-work' as const),
      workerPresent: nth % 3 !== 0,
      present: some(year, 5 + chance.below(7)).map((person) => ({ person })),
      given: [
        { partyKind: 'group' as const, party: partners.neighbours, form: 'mobilising' as const, minutes: 120 },
        ...(nth === 1
          ? [{ partyKind: 'organisation' as const, party: partners.committee, form: 'money' as const, amount: 3000 }]
          : []),
      ],
    }),
  });
  return [...meetings, ...days];
}

const nextWeek = (now: Date): string => new Date(now.getTime() + 7 * DAY_MS + 8 * HOUR_MS).toISOString().slice(0, 10);

function ofTheOffice(year: Year): Deed[] {
  const { chance, partners } = year;
  const supervision = gathered(year, {
    kind: 'supervision',
    times: 12,
    shape: (_, nth) => ({
      title: SUPERVISIONS[nth % SUPERVISIONS.length] ?? '',
      minutes: 90,
      note: '督导谈了记录和分寸。',
    }),
  });
  const training = gathered(year, {
    kind: 'training',
    times: 3,
    shape: (_, nth) => ({ title: TRAININGS[nth] ?? '', minutes: 240, unnamed: 6 + chance.below(8) }),
  });
  const asked = gathered(year, {
    kind: 'other',
    times: 10,
    shape: () => ({
      title: chance.one(ASKED),
      minutes: 60 + chance.below(180),
      askedBy: 'administration' as const,
      askedByName: '镇里',
    }),
  });
  const gifts = gathered(year, {
    kind: 'resource-link',
    times: 6,
    shape: () => {
      const [what, unit, most] = chance.one(GIFTS);
      const quantity = 5 + chance.below(most);
      return {
        title: `${what}送到家`,
        minutes: 60,
        given: [
          { partyKind: 'organisation' as const, party: partners.charity, form: 'goods' as const, quantity, unit },
        ],
      };
    },
  });
  const talks = gathered(year, {
    kind: 'contact',
    times: 48,
    shape: () => ({
      minutes: 5 + chance.below(20),
      channel: chance.one(['phone', 'phone', 'wechat'] as const),
      person: chance.one(year.people).id,
      note: '问了药和吃饭，都还好。',
    }),
  });
  return [...supervision, ...training, ...asked, ...gifts, ...talks];
}

/** A station's year, the oldest first; what its story tells stands instead of the usual small works. */
export function planYear(year: Year, story?: Deed[]): Deed[] {
  const usual = [...visits(year), ...groups(year), ...activities(year), ...ofTheOffice(year)];
  const deeds = [...usual, ...(story ?? works(year))];
  return deeds.sort((one, other) => one.at.getTime() - other.at.getTime());
}
