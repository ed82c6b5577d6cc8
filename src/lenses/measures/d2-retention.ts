import { survivalAt } from '../../analysis/survival/kaplan-meier.ts';
import type { Facts } from '../facts.ts';
import { type Cell, type Measure, wanted } from '../measure.ts';
import { daysWatched, newcomers } from '../participants.ts';
import type { Both } from '../schema.ts';
import { curveOf, drawnCurve, firstSpells, LAPSE_DAYS, meanOfYear, type Staying } from '../survival.ts';

const LEAST_LEFT = 10;
const LOOK_AT = [90, 180, 365] as const;

const spellsOf = (facts: Facts, gap?: number): Staying => firstSpells(newcomers(facts), facts.until, gap);

function median(spells: Staying, gap: number): Cell {
  const found = curveOf(spells);
  const left = spells.event.filter((one) => one === 1).length;
  const usual = gap === LAPSE_DAYS.usual;
  const told = found && left >= LEAST_LEFT ? found : null;
  return {
    key: usual ? 'median' : `median-${gap}`,
    label: usual
      ? { zh: '到第几天一半人离开了', en: 'Day by which half had left' }
      : { zh: `换成 ${gap} 天没来算离开`, en: `The same when ${gap} days away is leaving` },
    unit: 'days',
    counted: {
      how: 'figure',
      value: told?.median ?? null,
      interval: told && told.lower !== null && told.upper !== null ? { lower: told.lower, upper: told.upper } : null,
      routine: 'kaplan-meier-median',
      counts: { events: left },
    },
    n: spells.time.length,
    persons: spells.time.length,
    ...(told && told.median === null ? { reasons: ['half-have-not-left'] } : {}),
    behind: { people: spells.people },
  };
}

/** The share who have not left by a day, with the limits of the curve. */
function stayed(spells: Staying, day: number): Cell {
  const found = curveOf(spells);
  const [at] = found ? survivalAt(found.curve, [day]) : [];
  const watched = at && (at.atRisk ?? 0) >= 5;
  return {
    key: `stayed-${day}`,
    label: { zh: `第 ${day} 天还没离开的`, en: `Have not left by day ${day}` },
    unit: 'share',
    counted: {
      how: 'figure',
      value: watched ? at.survival : null,
      interval: watched && at.lower !== null && at.upper !== null ? { lower: at.lower, upper: at.upper } : null,
    },
    n: spells.time.length,
    persons: spells.time.length,
    ...(watched ? {} : { reasons: ['fewer-than-5-still-watched'] }),
  };
}

function sums(spells: Staying): Cell[] {
  const left = spells.people.filter((_, i) => spells.event[i] === 1);
  const found = curveOf(spells);
  const mean = found ? meanOfYear(found) : null;
  const words: Both = { zh: '头一年平均留了多少天', en: 'Days stayed of the first 365, on average' };
  return [
    {
      key: 'left',
      label: { zh: '连着 90 天没来，算离开了的', en: 'Away for 90 days on end: counted as having left' },
      unit: 'people',
      counted: { how: 'sum', value: left.length },
      n: left.length,
      persons: left.length,
      others: spells.people.length - left.length,
      behind: { people: left },
    },
    {
      key: 'mean-365',
      label: words,
      unit: 'days',
      counted: { how: 'figure', value: mean, interval: null },
      n: spells.time.length,
      persons: spells.time.length,
    },
  ];
}

/** Retention: how long people stay, those still going not counted as gone. */
export const measure: Measure = {
  id: 'D2',
  version: 1,
  lens: 'participation',
  part: 'sustained',
  name: { zh: '留了多久', en: 'How long people stay' },
  question: { zh: '第一次来以后，还没离开的人占多少？', en: 'After the first time, what share has not left?' },
  formula: {
    zh: '走了 = 连着 θ = 90 天没来；留了多久 = 最后一次 + θ − 头一次；还没走的算看到哪天为止；Kaplan–Meier，log-log 上下限',
    en: 'left = θ = 90 days without an act; time = last act before the gap + θ − first act; else censored at the freeze − first act; Kaplan–Meier, log-log limits',
  },
  inputs: { zh: '每位居民每次来的日子', en: 'The days on which each resident gave anything' },
  unit: 'days',
  minimum: {
    zh: '中间那天要有 10 人离开；还在看的不到 5 人就不往下画',
    en: '10 who left for the median; the curve is cut below 5 watched',
  },
  threats: {
    zh: '90 天是约定的数，所以也给 60 和 120 天。搬走、去世的也算离开，还没有地方记。季节性的活会看错。',
    en: 'Ninety days is a convention; 60 and 120 are given too. Moves and deaths count as leaving, as exits are not recorded yet. Seasonal work misleads.',
  },
  sources: ['measures.md D2', 'Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452'],
  needs: ['acts', 'earlier'],
  headline: 'median',
  count: (facts) => {
    const usual = spellsOf(facts);
    return [
      median(usual, LAPSE_DAYS.usual),
      ...LOOK_AT.map((day) => stayed(usual, day)),
      ...LAPSE_DAYS.others.map((gap) => median(spellsOf(facts, gap), gap)),
      ...sums(usual),
    ];
  },
  draw: (facts) => {
    const found = curveOf(spellsOf(facts));
    const everybody: Both = { zh: '所有人', en: 'Everybody' };
    return found && { kind: 'survival', curves: [drawnCurve('all', everybody, found)] };
  },
  record: (facts) => {
    const watched = [...daysWatched(newcomers(facts), facts.until).values()];
    return wanted(
      'left',
      {
        zh: '写上名字，一次次记；有 10 人离开过才说得出中间那天',
        en: 'Write down names, time after time; ten must have left for the median',
      },
      { have: watched.length === 0 ? 0 : spellsOf(facts).event.filter((one) => one === 1).length, need: LEAST_LEFT },
    );
  },
};
