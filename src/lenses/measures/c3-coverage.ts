import { inequality } from '../../analysis/resources/inequality.ts';
import type { Facts, Place, Served } from '../facts.ts';
import { type Cell, type Measure, wanted } from '../measure.ts';
import type { Both, Drawing } from '../schema.ts';

const THREE_TIMES = 3;

interface Line {
  area: string;
  name: string;
  eligible: number | null;
  people: Served[];
}

/** A line a village: those with a number, and those where somebody was reached. */
function lines({ places, served }: Facts): Line[] {
  const known = new Map(places.map((place): [string, Place] => [place.area, place]));
  const people = new Map<string, Served[]>();
  for (const one of served) {
    if (one.village === '' || !one.ofGroup || !known.has(one.village)) continue;
    const own = people.get(one.village);
    if (own) own.push(one);
    else people.set(one.village, [one]);
  }
  return places
    .filter(({ area, eligible }) => eligible !== null || people.has(area))
    .map((place) => ({ ...place, people: people.get(place.area) ?? [] }));
}

const hours = (people: Served[]) => people.reduce((sum, one) => sum + one.minutes, 0) / 60;
const withNumber = (all: Line[]) =>
  all.filter(({ eligible }) => (eligible ?? 0) > 0) as (Line & { eligible: number })[];

function reach(line: Line & { eligible: number }, least: number): Cell {
  const reached = line.people.filter((one) => one.times >= least);
  // More reached than live there: the number is out of date, and no share is made of it.
  const stale = reached.length > line.eligible;
  const name: Both = { zh: line.name, en: line.name };
  return {
    key: least === 1 ? `${line.area}:reach` : `${line.area}:reach${least}`,
    label: least === 1 ? name : { zh: `${line.name}，至少 ${least} 次`, en: `${line.name}, at least ${least} times` },
    unit: 'people',
    group: least === 1 ? { key: 'reach', label: REACHED } : { key: 'reach3', label: THRICE },
    counted: stale
      ? { how: 'figure', value: null }
      : { how: 'share', numerator: reached.length, denominator: line.eligible },
    n: line.eligible,
    persons: reached.length,
    others: line.eligible - reached.length,
    line: least === 1 ? 'villages' : 'villages-thrice',
    ...(stale ? { reasons: ['more-reached-than-live-there'] } : {}),
    behind: { people: reached.map((one) => one.person) },
  };
}

const REACHED: Both = { zh: '见过的人', en: 'People reached' };
const THRICE: Both = { zh: '见过三次以上的人', en: 'People reached three times or more' };

function overall(all: ReturnType<typeof withNumber>): Cell[] {
  const reached = all.reduce((sum, { people }) => sum + people.length, 0);
  const eligible = all.reduce((sum, line) => sum + line.eligible, 0);
  if (reached > eligible || all.length === 0) return [];
  return [
    {
      key: 'overall',
      label: { zh: '填了人口数的村，一共见到', en: 'Reached, of the villages with a population number' },
      unit: 'people',
      counted: { how: 'share', numerator: reached, denominator: eligible },
      n: eligible,
      persons: reached,
      others: eligible - reached,
      behind: { people: all.flatMap(({ people }) => people.map((one) => one.person)) },
    },
  ];
}

function uneven(all: ReturnType<typeof withNumber>): Cell[] {
  const found =
    all.length > 0
      ? inequality({ service: all.map(({ people }) => hours(people)), population: all.map((line) => line.eligible) })
      : undefined;
  const ok = found?.status === 'ok' ? found : null;
  const figure = (key: string, label: Both, value: number | null): Cell => ({
    key,
    label,
    unit: 'index',
    counted: { how: 'figure', value, interval: null, routine: 'small-inequality', counts: { places: all.length } },
    // Places stand behind it, not people; three of them are enough (small-inequality).
    n: all.reduce((sum, { people }) => sum + people.length, 0),
    persons: all.reduce((sum, { people }) => sum + people.length, 0),
    ...(all.length < 8 ? { reasons: ['fewer-than-8-places'] } : {}),
  });
  return [
    figure(
      'theil',
      { zh: '村与村差多少（0 是一样）', en: 'How unequal between villages (Theil, 0 is equal)' },
      ok?.theil ?? null,
    ),
    figure('hoover', { zh: '要挪多少服务才一样', en: 'Share of service to be moved for equality' }, ok?.hoover ?? null),
  ];
}

function reachedPlaces(all: Line[]): Cell {
  const zero = all.filter(({ people }) => people.length === 0);
  return {
    key: 'places',
    label: { zh: '到过的村', en: 'Villages reached' },
    unit: 'places',
    counted: { how: 'share', numerator: all.length - zero.length, denominator: all.length },
    n: all.length,
    persons: 0,
  };
}

function draw(facts: Facts): Drawing {
  const places = lines(facts).map(({ area, name, eligible, people }) => ({
    area,
    name,
    eligible,
    served: people.length,
    served3: people.filter((one) => one.times >= THREE_TIMES).length,
    hours: hours(people),
  }));
  return { kind: 'places', group: facts.group, places };
}

/** Coverage: who is reached, where nobody is, how unevenly service lies. */
export const measure: Measure = {
  id: 'C3',
  version: 1,
  lens: 'value',
  part: 'coverage',
  name: { zh: '走到了多少人', en: 'How many are reached' },
  question: {
    zh: '该见的人见到了几成，哪个村没去过？',
    en: 'What share of those concerned is reached, and which village not at all?',
  },
  formula: {
    zh: '见到的 = 服务过的不同的人 ÷ 该见的人（Wilson，n = 该见的人）；T = Σ s ln(s/p)，Hoover = ½ Σ |s − p|，s 是各村占的服务工时，p 是各村占的该见的人',
    en: 'reach = distinct people served / eligible (Wilson, n = eligible); T = Σ s ln(s/p), Hoover = ½ Σ |s − p|, s share of hours served, p share of eligible people',
  },
  inputs: {
    zh: '走访、面谈、签到里的人；他们住的村；各村该见的人数',
    en: 'People of visits, contacts and lists; where they live; numbers by village',
  },
  unit: 'share',
  minimum: { zh: '填了各村人数；差多少要 3 个村', en: 'Numbers by village; 3 villages for inequality' },
  threats: {
    zh: '人数旧了、各村的需要不一样、去一次也算“走到”（所以也给三次以上的）。按整月数。',
    en: 'Old numbers, different need, one visit counts as reached (so three or more is given too). Counted by whole months.',
  },
  sources: [
    'measures.md C3',
    'Wilson 1927, doi:10.1080/01621459.1927.10502953',
    'Theil 1967',
    'Hoover 1936, doi:10.2307/1927875',
  ],
  needs: ['served'],
  byMonth: true,
  headline: 'overall',
  count: (facts) => {
    const all = lines(facts);
    const numbered = withNumber(all);
    return [
      ...overall(numbered),
      ...numbered.map((line) => reach(line, 1)),
      ...numbered.map((line) => reach(line, THREE_TIMES)),
      ...(all.length > 0 ? [reachedPlaces(all)] : []),
      ...uneven(numbered),
    ];
  },
  draw,
  record: (facts) => [
    ...wanted(
      'population',
      { zh: '在设置里填各村的人数', en: 'Enter the numbers of people by village in the settings' },
      { have: facts.places.filter(({ eligible }) => eligible !== null).length, need: 1 },
    ),
    ...wanted(
      'served',
      { zh: '走访时选好是谁，资料里写好住哪个村', en: 'Choose who was visited, and keep their village on file' },
      { have: facts.served.length, need: 1 },
    ),
  ],
};
