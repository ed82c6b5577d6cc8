import { kaplanMeierBy } from '../../analysis/survival/kaplan-meier.ts';
import { logRank } from '../../analysis/survival/log-rank.ts';
import { randomFrom, shuffle } from '../../analysis/random.ts';
import type { Act } from '../act.ts';
import type { Facts } from '../facts.ts';
import { type Cell, type Measure, wanted } from '../measure.ts';
import { once } from '../once.ts';
import { firstActs, newcomers } from '../participants.ts';
import type { Both, Drawing } from '../schema.ts';
import { drawnCurve, firstSpells, type Staying } from '../survival.ts';

const LEAST_LEFT = 5;
const SEED = 20260101;
/** Groups are dealt anew so often, and only among so few people: more have enough who left, or time will tell. */
const DRAWS = 199;
const MOST_PERMUTED = 100;

/** What may go with staying: told by somebody's first act alone, so that it comes before what it is compared with. */
interface Factor {
  key: string;
  label: Both;
  of: (first: Act) => string;
  words: Record<string, Both>;
}

const FACTORS: readonly Factor[] = [
  {
    key: 'mode',
    label: { zh: '第一次是一起做还是一个人做', en: 'First time together or alone' },
    of: (act) => act.mode,
    words: { group: { zh: '一起做', en: 'Together' }, individual: { zh: '一个人做', en: 'Alone' } },
  },
  {
    key: 'phase',
    label: { zh: '第一次是商量设计还是动手', en: 'First time in planning or in doing' },
    of: (act) => (['plan', 'design'].includes(act.phase) ? 'early' : 'later'),
    words: {
      early: { zh: '从商量、设计来的', en: 'Planning or design' },
      later: { zh: '从动手来的', en: 'Doing or later' },
    },
  },
  {
    key: 'initiator',
    label: { zh: '第一次的事是谁先提的', en: 'Who proposed the first act' },
    of: (act) => (['resident', 'resident-group'].includes(act.initiator) ? 'residents' : 'others'),
    words: { residents: { zh: '居民先提的', en: 'Residents' }, others: { zh: '别人先提的', en: 'Others' } },
  },
];

interface Split extends Factor {
  spells: Staying;
  group: string[];
}

const splits = once((facts: Facts): Split[] => {
  const acts = newcomers(facts);
  const spells = firstSpells(acts, facts.until);
  const first = firstActs(acts);
  return FACTORS.map((factor) => ({
    ...factor,
    spells,
    group: spells.people.map((person) => factor.of(first.get(person) as Act)),
  }));
});

const leftIn = ({ spells, group }: Split, name: string) =>
  spells.event.filter((event, i) => event === 1 && group[i] === name).length;

/** p of the difference between two groups: log-rank, or a permutation of days stayed where too few have left. */
function pOf(split: Split, names: string[]): { p: number | null; reasons: string[] } {
  const { spells, group } = split;
  if (names.length < 2) return { p: null, reasons: ['one-group'] };
  if (names.every((name) => leftIn(split, name) >= LEAST_LEFT)) {
    const found = logRank({ spells, group });
    return found.status === 'ok' ? { p: found.p, reasons: [] } : { p: null, reasons: found.reasons };
  }
  return group.length <= MOST_PERMUTED
    ? { p: permuted(split), reasons: ['fewer-than-5-left', 'instead-permutation'] }
    : { p: null, reasons: ['fewer-than-5-left'] };
}

const chiSquareOf = (spells: Staying, group: readonly string[]): number => {
  const found = logRank({ spells, group });
  return found.status === 'ok' ? found.chiSquare : 0;
};

/**
 * How often chance alone, dealing the groups anew, gives as large a difference. People stand in the order of what is
 * known of them, not of their ids, so that pseudonyms give the same digits.
 */
function permuted({ spells, group }: Split): number | null {
  const order = group
    .map((name, i) => ({ name, time: spells.time[i] as number, event: spells.event[i] as number }))
    .sort((a, b) => a.time - b.time || a.event - b.event || (a.name < b.name ? -1 : 1));
  const told = { people: [], time: order.map(({ time }) => time), event: order.map(({ event }) => event) };
  const dealt = order.map(({ name }) => name);
  const seen = chiSquareOf(told, dealt);
  if (seen === 0) return null;
  const random = randomFrom(SEED);
  let as = 1;
  for (let draw = 0; draw < DRAWS; draw++) {
    shuffle(dealt, random);
    if (chiSquareOf(told, dealt) >= seen - 1e-9) as++;
  }
  return as / (DRAWS + 1);
}

function cellsOf(split: Split): Cell[] {
  const names = [...new Set(split.group)].sort();
  const { p, reasons } = pOf(split, names);
  const group = { key: split.key, label: split.label };
  return [
    {
      key: `${split.key}:p`,
      label: { zh: '差别像碰巧的可能（p）', en: 'How likely by chance (p)' },
      unit: 'chance',
      group,
      counted: { how: 'figure', value: p, interval: null },
      n: split.group.length,
      persons: split.group.length,
      reasons,
    },
    ...names.map((name): Cell => {
      const people = split.spells.people.filter((_, i) => split.group[i] === name);
      const left = leftIn(split, name);
      return {
        key: `${split.key}:${name}`,
        label: split.words[name] as Both,
        unit: 'people',
        group,
        counted: { how: 'share', numerator: people.length - left, denominator: people.length },
        n: people.length,
        persons: people.length - left,
        others: left,
        line: split.key,
        behind: { people },
      };
    }),
  ];
}

function draw(facts: Facts): Drawing | null {
  const curves = splits(facts).flatMap((split) =>
    split.group.length === 0
      ? []
      : kaplanMeierBy(split.spells, split.group).map(({ name, ...found }) =>
          drawnCurve(`${split.key}:${name}`, split.words[name] as Both, found),
        ),
  );
  return curves.length === 0 ? null : { kind: 'survival', curves };
}

/** What goes with staying: one factor at a time. */
export const measure: Measure = {
  id: 'D3',
  version: 1,
  lens: 'participation',
  part: 'factors',
  name: { zh: '什么样的人留得住', en: 'What goes with staying' },
  question: { zh: '第一次怎么来的，和后来留不留有没有关系？', en: 'Does the first time go with staying?' },
  formula: {
    zh: '头一次来时的情形不同，留下的日子差不差：log-rank 检验；一边走了的不满 5 人时用置换检验',
    en: 'log-rank test of days stayed by a factor of the first act; permutation where a group has fewer than 5 who left',
  },
  inputs: {
    zh: '第一次来时：一起还是一个人、哪一步、谁先提的',
    en: 'Of the first act: together or alone, phase, who proposed',
  },
  unit: 'index',
  minimum: { zh: '每边各有 5 人离开', en: '5 who left in each group' },
  threats: {
    zh: '只是一起出现，不等于因为它才留下；本来就热心的人看不出来。',
    en: 'It goes with, it does not lead to: those keen from the start cannot be told.',
  },
  sources: ['measures.md D3', 'Harrington & Fleming 1982, doi:10.1093/biomet/69.3.553'],
  needs: ['acts', 'earlier'],
  count: (facts) => splits(facts).flatMap(cellsOf),
  draw,
  pattern: (cells) => {
    const ps = cells.flatMap(({ key, counted }) =>
      key.endsWith(':p') && counted.how === 'figure' && counted.value !== null ? [{ key, p: counted.value }] : [],
    );
    if (ps.length === 0) return { found: 'no-data', words: { zh: '人数还少，说不准。', en: 'Too few people to say.' } };
    const mode = ps.find(({ key }) => key === 'mode:p');
    // Other factors have enough and this one has not: that is said at its own curves.
    if (!mode) return null;
    return mode.p < 0.05
      ? {
          found: 'consistent',
          words: {
            zh: '一起做和一个人做，留下的时间不一样，与研究说的相符。',
            en: 'Staying differs by mode: consistent with the study.',
          },
        }
      : {
          found: 'not-shown',
          words: { zh: '看不出一起做和一个人做有差别。', en: 'A difference by mode is not shown.' },
        };
  },
  record: (facts) => {
    const [mode] = splits(facts);
    const least =
      mode && new Set(mode.group).size > 1 ? Math.min(...['group', 'individual'].map((name) => leftIn(mode, name))) : 0;
    return wanted(
      'both-ways',
      {
        zh: '一起做的、一个人做的都记名字，每边要有 5 人离开过',
        en: 'Names of those who act together and alone; five must have left on each side',
      },
      { have: least, need: LEAST_LEFT },
    );
  },
};
