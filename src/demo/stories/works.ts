import { chosenOf } from '../chance.ts';
import type { Deed, Year } from '../year.ts';
import { ableOf, act, here, project, type Teller } from './tell.ts';

/** Every so many days hands meet at one of the small works. */
const EVERY = 11;
const TIMES = 31;

/** How somebody takes part, by the meetings after the first: once, twice, now and then, month after month. */
const HABITS: ((since: number) => boolean)[] = [
  (since) => since === 0,
  (since) => since === 0 || since === 3,
  (since) => since % 5 === 0 && since <= 15,
  (since) => since % 3 === 0 && since <= 21,
  (since) => since === 0,
  (since) => since % 4 === 0,
];

const WORKS = [
  { name: '老街楼道扶手', kind: 'stairwell', households: 12, excludable: true },
  { name: '两河口小广场', kind: 'pocket-park', households: 160, excludable: false },
  { name: '青石坳后山小路', kind: 'path', households: 90, excludable: false },
] as const;

/** Small works whose hands stay or leave: who came once, who came back, who looks after it now. */
export async function tellWorks(teller: Teller): Promise<Deed[]> {
  const { year } = teller;
  const projects: string[] = [];
  for (const { name, ...works } of WORKS) {
    const purpose = '住在这里的人一起修、一起管。';
    projects.push(
      await project(teller, {
        ...{ kind: 'micro-work', name, purpose, state: 'maintained', area: year.made.villages[0] ?? null },
        works: { ...works, need: 'comfort', newly: 'repair' },
      }),
    );
  }
  return Array.from({ length: TIMES }, (_, nth) => handsMeet(year, nth, chosenOf(projects, nth % projects.length)));
}

/** Once it stands, the first two who come look after it. */
const keepersOf = (nth: number, coming: Year['people']) => (nth > 21 ? coming.slice(0, 2) : []);

/** The meeting at which somebody comes for the first time: spread over the year, some only lately. */
const firstOf = (place: number): number => (place * 7) % (TIMES - 1);

function handsMeet(year: Year, nth: number, at: string): Deed {
  const coming = ableOf(year.people).filter((_, place) => {
    const since = nth - firstOf(place);
    return since >= 0 && chosenOf(HABITS, place % HABITS.length)(since);
  });
  // Asked, and did not come: their turn is later in the year, or never.
  const asked = ableOf(year.people)
    .filter((_, place) => firstOf(place) > nth && (place + nth) % 9 === 0)
    .slice(0, 3);
  const talk = nth % 5 === 0;
  return act(year, (TIMES - nth) * EVERY - 3, {
    ...(talk ? { kind: 'meeting', title: '坐下来商量怎么修' } : { kind: 'work-day', title: '一起动手' }),
    minutes: talk ? 90 : 150,
    place: '工地',
    project: at,
    phase: talk ? (nth < 12 ? 'plan' : 'design') : nth > 21 ? 'maintain' : 'deliver',
    initiator: nth % 3 === 0 ? 'resident' : 'social-work',
    convenor: nth % 2 === 0 ? 'resident-group' : 'social-work',
    workerPresent: nth % 2 !== 0,
    present: here(coming.map((one) => one.id)),
    absent: asked.map((one) => one.id),
    given: keepersOf(nth, coming).map(({ id }) => ({ partyKind: 'person', party: id, form: 'upkeep', minutes: 150 })),
  });
}
