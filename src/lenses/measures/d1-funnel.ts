import { type FunnelStep, funnel } from '../../analysis/participation/funnel.ts';
import { daysToMonth } from '../../analysis/participation/days-to-month.ts';
import type { Act } from '../act.ts';
import type { Facts } from '../facts.ts';
import { type Cell, type Measure, wanted } from '../measure.ts';
import { columnsOf, daysWatched, newcomers } from '../participants.ts';
import type { Both, Drawing } from '../schema.ts';

const SECOND_DAYS = 90;
const SPAN_DAYS = 182;

/** Forms of giving that are a role: overseeing, upkeep, calling others together. */
const ROLE_FORMS = ['oversight', 'upkeep', 'mobilising'];

const WORDS: Record<FunnelStep['step'], Both> = {
  first: { zh: '来了第一次', en: 'Came for the first time' },
  second: { zh: '90 天里又来', en: 'Came again within 90 days' },
  sustained: { zh: '半年里有三个月都来', en: 'Active in three months of the first half year' },
  role: { zh: '管起一件事', en: 'Took on a role' },
};

const rolesIn = (acts: readonly Act[]) => [
  ...new Set(acts.filter((act) => ROLE_FORMS.includes(act.form)).map((act) => act.party)),
];

function steps(facts: Facts): { acts: Act[]; found: FunnelStep[] } {
  const acts = newcomers(facts);
  return { acts, found: funnel(columnsOf(acts), { until: facts.until, roles: rolesIn(acts) }) };
}

const DAYS: Record<FunnelStep['step'], number> = {
  first: 0,
  second: SECOND_DAYS,
  sustained: SPAN_DAYS,
  role: SPAN_DAYS,
};

function cellOf({ step, numerator, denominator }: FunnelStep, watched: ReadonlyMap<string, number>): Cell {
  const observed = [...watched].filter(([, days]) => days >= DAYS[step]).map(([person]) => person);
  const base = { key: step, label: WORDS[step], unit: 'people' as const, behind: { people: observed } };
  if (denominator === null) {
    return { ...base, counted: { how: 'sum', value: numerator }, n: numerator, persons: numerator };
  }
  return {
    ...base,
    counted: { how: 'share', numerator, denominator },
    n: denominator,
    persons: numerator,
    others: denominator - numerator,
  };
}

/** Three months is a convention: the same with two and with four. */
function threshold(facts: Facts, acts: Act[], months: 2 | 4): Cell {
  const found = funnel(columnsOf(acts), { until: facts.until, months });
  const step = found.find((one) => one.step === 'sustained') as FunnelStep;
  return {
    ...cellOf(step, daysWatched(acts, facts.until)),
    key: `sustained-${months}`,
    label: { zh: `换成 ${months} 个月都来`, en: `The same with ${months} months` },
  };
}

function draw(facts: Facts): Drawing {
  const { acts, found } = steps(facts);
  const all = daysWatched(acts, facts.until).size;
  const bars = found.map(({ step, numerator, denominator }) => ({
    key: step,
    did: numerator,
    all: denominator ?? numerator,
    open: denominator === null ? 0 : all - denominator,
    broad: null,
  }));
  return { kind: 'bars', bars };
}

/** The funnel: of those watched long enough, who came again and stayed. */
export const measure: Measure = {
  id: 'D1',
  version: 1,
  lens: 'participation',
  part: 'initial',
  name: { zh: '一步一步，各有多少人', en: 'Step by step, how many' },
  question: {
    zh: '来过一次的人，又来了吗，留下来了吗？',
    en: 'Of those who came once, who came again, and who stayed?',
  },
  formula: {
    zh: '又来 = 头一次后 90 天内再来的 ÷ 已看满 90 天的；常来 = 头 182 天里有 3 个月以上来过的 ÷ 已看满 182 天的；担起事的同样算',
    en: 'second = came again ≤ 90 days after the first / watched ≥ 90 days; sustained = ≥ 3 calendar months with an act in the first 182 days / watched ≥ 182 days; role likewise',
  },
  inputs: { zh: '每位居民每次出力、出钱、出主意的日子', en: 'The days on which each resident gave anything' },
  unit: 'share',
  minimum: { zh: '有人看满 90 天；做满半年的看满 182 天', en: 'Somebody watched for 90 days; 182 for the half year' },
  threats: {
    zh: '没看够日子的不进分母。没写名字的人不在里面。门槛是约定的数。',
    en: 'Those not watched long enough are in no denominator. People whose names nobody wrote down are not in it. The limits are conventions.',
  },
  sources: ['measures.md D1'],
  needs: ['acts', 'earlier'],
  headline: 'second',
  count: (facts) => {
    const { acts, found } = steps(facts);
    const watched = daysWatched(acts, facts.until);
    const reached = daysToMonth(columnsOf(acts), { until: facts.until }).filter(({ event }) => event === 1);
    return [
      ...found.map((step) => cellOf(step, watched)),
      threshold(facts, acts, 2),
      threshold(facts, acts, 4),
      {
        key: 'sustained-so-far',
        label: {
          zh: '已经有三个月都来的（没看满半年的也算）',
          en: 'Three active months already, watched long enough or not',
        },
        unit: 'people',
        counted: { how: 'sum', value: reached.length },
        n: reached.length,
        persons: reached.length,
        behind: { people: reached.map(({ person }) => person) },
      },
    ];
  },
  draw,
  record: (facts) => [
    ...wanted(
      'names',
      { zh: '谁来了，写上名字', en: 'Write down by name who came' },
      { have: daysWatched(newcomers(facts), facts.until).size, need: 1 },
    ),
    ...wanted(
      'watched-90',
      { zh: '还要等：看满 90 天的人', en: 'Time: people watched for 90 days' },
      {
        have: [...daysWatched(newcomers(facts), facts.until).values()].filter((days) => days >= SECOND_DAYS).length,
        need: 1,
      },
    ),
  ],
};
