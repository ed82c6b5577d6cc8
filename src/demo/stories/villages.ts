import { chosenOf } from '../chance.ts';
import type { Deed, Year } from '../year.ts';
import { ableOf, act, here, partner, project, type Teller } from './tell.ts';

/** Old people living alone in the three villages, as the villages' own list says. */
const POPULATIONS = [34, 30, 26];

/** Two villages: one plans, builds and judges its kitchen itself, one is only served; a third is never reached. */
export async function tellVillages(teller: Teller): Promise<Deed[]> {
  const { year, head, begun } = teller;
  const asOf = begun.toISOString().slice(0, 10);
  for (const [nth, area] of year.made.villages.entries()) {
    for (const group of ['everyone', 'elder-living-alone']) {
      const count = (POPULATIONS[nth] ?? 20) * (group === 'everyone' ? 12 : 1);
      const source = '村里的花名册（演示）';
      await head('places.recordPopulation', { station: year.station, area, group, asOf, count, source }, begun);
    }
  }
  const committee = await partner(teller, ['石桥村委会', 'committee']);
  const state = 'delivering';
  const [first, second] = year.made.villages;
  const kitchen = await project(teller, { kind: 'service', name: '石桥村互助食堂', state, area: first ?? null });
  const meals = await project(teller, { kind: 'service', name: '上湾村送餐', state, area: second ?? null });
  return [
    ...ACTS.map(([daysAgo, phase, hands]) => inKitchen(year, { daysAgo, phase, hands, kitchen, committee })),
    ...[250, 200, 150, 100, 50, 20].map((daysAgo) => delivered(year, daysAgo, meals)),
  ];
}

type Phase = 'plan' | 'design' | 'deliver' | 'assess';

/** What was done for the kitchen, and how many of the village had a hand in it. */
const ACTS: [daysAgo: number, phase: Phase, hands: number][] = [
  [320, 'plan', 9],
  [300, 'plan', 7],
  [280, 'design', 6],
  [260, 'design', 8],
  [220, 'deliver', 6],
  [180, 'deliver', 7],
  [140, 'deliver', 5],
  [110, 'assess', 6],
  [90, 'plan', 7],
  [60, 'deliver', 6],
  [25, 'assess', 7],
];

const TITLES: Record<Phase, string> = {
  plan: '食堂办不办、怎么办',
  design: '定菜价和排班',
  deliver: '一起做饭',
  assess: '吃得怎么样、账对不对',
};

interface Kitchen {
  daysAgo: number;
  phase: Phase;
  hands: number;
  kitchen: string;
  committee: { partyKind: 'organisation' | 'group'; party: string };
}

const ofVillage = (year: Year, nth: number) =>
  ableOf(year.people).filter((one) => one.village === year.made.villages[nth]);

function inKitchen(year: Year, { daysAgo, phase, hands, kitchen, committee }: Kitchen): Deed {
  const people = ofVillage(year, 0);
  const present = Array.from({ length: Math.min(hands, people.length) }, (_, nth) =>
    chosenOf(people, (nth + (daysAgo % 7)) % people.length),
  );
  return act(year, daysAgo, {
    kind: phase === 'deliver' ? 'work-day' : 'meeting',
    title: TITLES[phase],
    minutes: 120,
    place: '石桥村部',
    project: kitchen,
    phase,
    initiator: phase === 'deliver' ? 'social-work' : 'resident',
    convenor: 'committee',
    present: here(present.map((one) => one.id)),
    given: [{ ...committee, form: 'mobilising', minutes: 120 }],
  });
}

/** Staff cook and carry; two neighbours help to carry. */
function delivered(year: Year, daysAgo: number, meals: string): Deed {
  const people = ofVillage(year, 1);
  return act(year, daysAgo, {
    kind: 'activity',
    title: '送餐到家',
    minutes: 180,
    place: '上湾村',
    project: meals,
    phase: 'deliver',
    present: people.slice(0, 8).map(({ id }, place) => ({ person: id, role: place < 2 ? 'volunteer' : 'participant' })),
  });
}
