import { dayNumber, dayOf } from '../../analysis/days.ts';
import { median } from '../../analysis/quantile.ts';
import type { Act } from '../act.ts';
import { type Facts, isResident, type ShockFact } from '../facts.ts';
import { type Cell, type Measure, wanted } from '../measure.ts';
import { once } from '../once.ts';
import { type Acts, between, joined, partiesIn, perPiece, picking } from '../pieces.ts';
import type { Drawing } from '../schema.ts';

/** Windows of 14 days: six before give the baseline; thirteen after are half a year. */
export const SHOCK_WINDOWS = { days: 14, before: 6, after: 13, within: 0.25 } as const;

const { days, before, after, within } = SHOCK_WINDOWS;

interface Response {
  shock: ShockFact;
  windows: { from: string; hours: number; before: boolean; settled: boolean }[];
  baseline: number;
  peak: number | null;
  /** Days until the end of the first window that is back within a quarter of the baseline, after the peak. */
  settled: number | null;
  hoursToFirst: number | null;
  responders: string[];
  already: number;
}

const resident = (act: Act) => act.minutes > 0 && isResident(act);

const pickResidents = picking(resident);
const persons = picking((act) => act.partyKind === 'person');
const residents = ({ acts, around }: Facts) => joined([acts, around].map(pickResidents));

/** Minutes of each day. */
const minutesEach = perPiece((acts) => {
  const byDay = new Map<string, number>();
  for (const { day, minutes } of acts) byDay.set(day, (byDay.get(day) ?? 0) + minutes);
  return byDay;
});

/** What followed each shock: told, drawn and listed from the same count. */
const responses = once((facts: Facts): Map<string, Response> => {
  return new Map(facts.shocks.map((shock) => [shock.id, response(facts, shock)]));
});

/** Minutes of residents by whole windows from the day it struck; negative ones before. */
function hoursByWindow(acts: Acts, start: number): Map<number, number> {
  const sums = new Map<number, number>();
  for (const [day, minutes] of minutesEach(acts).flatMap((byDay) => [...byDay])) {
    const nth = Math.floor((dayNumber(day) - start) / days);
    sums.set(nth, (sums.get(nth) ?? 0) + minutes / 60);
  }
  return sums;
}

function response(facts: Facts, shock: ShockFact): Response {
  const start = dayNumber(shock.from);
  const acts = residents(facts);
  const sums = hoursByWindow(acts, start);
  // A window that has not ended yet says nothing.
  const complete = Math.floor((dayNumber(facts.until) - start + 1) / days);
  const count = Math.min(after, Math.max(0, complete));
  const hours = Array.from({ length: before + count }, (_, nth) => sums.get(nth - before) ?? 0);
  const [ahead, behind] = [hours.slice(0, before), hours.slice(before)];
  const baseline = median(ahead);
  const top = behind.indexOf(Math.max(...behind));
  const back = behind.findIndex((one, nth) => nth > top && Math.abs(one - baseline) <= within * baseline);
  return {
    shock,
    windows: hours.map((one, nth) => ({
      from: dayOf(start + (nth - before) * days),
      hours: one,
      before: nth < before,
      settled: back >= 0 && nth - before === back,
    })),
    baseline,
    peak: baseline > 0 && count > 0 ? Math.max(...behind) / baseline : null,
    settled: baseline > 0 && back >= 0 ? (back + 1) * days : null,
    ...responders(acts, shock),
  };
}

/** Who came in the first 14 days, and how many of them had come in the twelve weeks before. */
function responders(acts: Acts, shock: ShockFact) {
  const start = dayNumber(shock.from);
  const [early, late] = [dayOf(start - before * days), dayOf(start + days - 1)];
  const ahead = between(acts, { from: early, to: dayOf(start - 1) });
  const known = partiesIn(ahead);
  const people = [...partiesIn(persons(between(acts, { from: shock.from, to: late })))];
  const daysAfter = minutesEach(acts).flatMap((byDay) => [...byDay.keys()].filter((day) => day >= shock.from));
  const [first] = daysAfter.sort();
  return {
    responders: people,
    already: people.filter((party) => known.has(party)).length,
    hoursToFirst: first === undefined ? null : (dayNumber(first) - start) * 24,
  };
}

function cellsOf(facts: Facts, shock: ShockFact): Cell[] {
  const found = responses(facts).get(shock.id) as Response;
  const group = { key: shock.id, label: { zh: shock.name, en: shock.name } };
  const n = found.windows.filter((one) => !one.before).length;
  const persons = found.responders.length;
  const enough = (value: number | null) => ({ how: 'figure' as const, value, interval: null });
  const told = { group, n: n === 0 ? 0 : before + n, persons };
  const start = shock.from;
  const came = (act: Act) => resident(act) && act.day >= start && act.day < dayOf(dayNumber(start) + days);
  return [
    {
      ...told,
      key: `${shock.id}:baseline`,
      label: { zh: '平时每 14 天居民出的工', en: 'Residents’ hours in an ordinary 14 days' },
      unit: 'hours',
      counted: enough(found.baseline),
    },
    {
      ...told,
      key: `${shock.id}:peak`,
      label: { zh: '最多的 14 天是平时的几倍', en: 'Busiest 14 days against ordinary ones' },
      unit: 'ratio',
      counted: enough(found.peak),
      reasons: ['one-case'],
      behind: { acts: came },
    },
    {
      ...told,
      key: `${shock.id}:settled`,
      label: { zh: '第几天回到平时的样子', en: 'Day on which it was ordinary again' },
      unit: 'days',
      counted: enough(found.settled),
      reasons: found.settled === null ? ['not-settled-yet'] : ['one-case'],
    },
    {
      ...told,
      key: `${shock.id}:first`,
      label: { zh: '多久有居民动手', en: 'Hours until the first resident acted, to the day' },
      unit: 'hours',
      counted: enough(found.hoursToFirst),
    },
    {
      key: `${shock.id}:already`,
      group,
      label: { zh: '头 14 天来的人里，以前就来过的', en: 'Of who came in the first 14 days, already active before' },
      unit: 'people',
      counted: { how: 'share', numerator: found.already, denominator: persons },
      n: persons,
      persons: found.already,
      others: persons - found.already,
      behind: { people: found.responders },
    },
  ];
}

function draw(facts: Facts): Drawing | null {
  if (facts.shocks.length === 0) return null;
  const shocks = facts.shocks.map((shock) => {
    const { windows, baseline } = responses(facts).get(shock.id) as Response;
    return { key: shock.id, name: shock.name, shock: shock.kind as 'flood', from: shock.from, baseline, windows };
  });
  return { kind: 'shock', shocks };
}

/** Shock response: the only direct look at resilience. */
export const measure: Measure = {
  id: 'A6',
  version: 1,
  lens: 'resilience',
  part: 'resilience',
  name: { zh: '出了大事以后', en: 'After something struck' },
  question: {
    zh: '出了大事，居民动起来多少，多久回到平时？',
    en: 'When something struck, how much did residents move, and when was it ordinary again?',
  },
  formula: {
    zh: '平常 = 出事前六个 14 天里居民工时的中位数；最多时是平常的几倍 = 出事后最高的 14 天 ÷ 平常；缓过来 = 之后头一个回到平常 ±25% 以内的 14 天的最后一天',
    en: 'baseline = median of residents’ hours of the six 14-day windows before; peak = max window after / baseline; settled = end of the first later window within ±25 % of baseline',
  },
  inputs: { zh: '记下的大事；居民出工的日子和工时', en: 'Logged shocks; days and hours of residents' },
  unit: 'ratio',
  minimum: { zh: '记下一件大事，前后各有 14 天的出工', en: 'One logged shock, with 14 days of work on both sides' },
  threats: {
    zh: '一件事只是一个例子，没有区间。救灾时顾不上记，事后要补。',
    en: 'One shock is one case: no interval. In an emergency little is written down; fill it in afterwards.',
  },
  sources: ['measures.md A6'],
  needs: ['acts', 'shocks'],
  count: (facts) => facts.shocks.flatMap((shock) => cellsOf(facts, shock)),
  draw,
  record: (facts) =>
    wanted(
      'shock',
      { zh: '发过大水、起过火这类大事，记上日子', en: 'Log floods, fires and the like with their days' },
      { have: facts.shocks.length, need: 1 },
    ),
};
