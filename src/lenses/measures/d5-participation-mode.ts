import { TYPOLOGY, typology } from '../../analysis/participation/typology.ts';
import type { Act } from '../act.ts';
import { type Facts, hoursOf, personsIn } from '../facts.ts';
import { giversOf } from '../givers.ts';
import { type Cell, type Measure, wanted } from '../measure.ts';
import { type Acts, grouping, picking } from '../pieces.ts';
import type { Both } from '../schema.ts';

const MODES: Record<'individual' | 'collective' | 'mixed', Both> = {
  individual: { zh: '多半一个人做', en: 'Mostly alone' },
  collective: { zh: '多半一起做', en: 'Mostly together' },
  mixed: { zh: '两样都有，或者还太少', en: 'Both, or too few yet' },
};

/** Residents themselves: a group’s hours are always given together. */
const timed = (act: Act) => act.minutes > 0 && act.sector === 'resident';
const pickTimed = picking(timed);
const timedOf = ({ acts }: Facts) => pickTimed(acts);
const together = picking((act) => act.mode === 'group');
const alone = picking((act) => act.mode !== 'group');
const byProject = grouping(({ project }) => project);
const givers = giversOf((act) => act.mode === 'group');

/** Whose work it is: of one project, or of the station as a whole ('' for what is under no project). */
function lines(facts: Facts): { id: string; name: Both; acts: Acts }[] {
  return [...byProject(timedOf(facts))]
    .filter(([id]) => id !== '')
    .map(([id, acts]) => {
      const name = facts.projects.get(id)?.name ?? id;
      return { id, name: { zh: name, en: name }, acts };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function modeOf(acts: Acts): keyof typeof MODES {
  const [group, all] = [hoursOf(together(acts)), hoursOf(acts)];
  // Only the mode is read here: the other axis waits for the works’ households.
  const works = { beneficiaryHouseholds: 0, households: 1, limitable: false };
  return typology({ ...works, groupHours: group, hours: all, contributions: acts.length }).mode;
}

function cellOf(key: string, label: Both, acts: Acts): Cell {
  const few = acts.length < TYPOLOGY.leastContributions;
  return {
    key,
    label,
    unit: 'hours',
    group: { key: modeOf(acts), label: MODES[modeOf(acts)] },
    counted: { how: 'part', numerator: hoursOf(together(acts)), denominator: hoursOf(acts) },
    givers: () => givers(acts),
    n: acts.length,
    persons: personsIn(together(acts)),
    others: personsIn(alone(acts)),
    ...(few ? { reasons: ['fewer-than-10-contributions'] } : {}),
    ...(key === 'all' ? {} : { line: 'projects', local: true as const }),
    behind: { acts: (act) => timed(act) && (key === 'all' || act.project === key) },
  };
}

/** The participation-mode axis of the typology. Type and guidance come with the attributes of the works. */
export const measure: Measure = {
  id: 'D5',
  version: 1,
  lens: 'participation',
  part: 'typology',
  name: { zh: '一起做还是一个人做', en: 'Together or alone' },
  question: { zh: '居民出的工，一起做的占几成？', en: 'What share of residents’ hours is given together?' },
  formula: {
    zh: 'm = 居民一起做的工时 ÷ 居民的工时；≥ 0.6 算一起做，≤ 0.4 算各做各的，中间算都有；不满 10 次算都有；上下限按出工的人算：Wilson，n* = m(1 − m)/v (z/t)²，v 用线性化',
    en: 'm = h(residents, group mode) / h(residents); collective ≥ .6, individual ≤ .4, else mixed; mixed under 10 contributions; limits over givers: Wilson at n* = m(1 − m)/v (z/t)², v linearised',
  },
  inputs: { zh: '居民出的工时；一起还是一个人', en: 'Hours of residents; together or alone' },
  unit: 'share',
  minimum: { zh: '10 笔出工', en: '10 contributions' },
  threats: {
    zh: '分界是平台的约定，不是作者的。只说做法，不给居民打分。',
    en: 'The cut-points are the platform’s, not the author’s. It tells ways of working and grades nobody.',
  },
  sources: [
    'measures.md D5',
    'Nabatchi, Sancino & Sicilia 2017, doi:10.1111/puar.12765',
    'Franco et al. 2019, doi:10.1093/jssam/smy019',
  ],
  needs: ['acts'],
  headline: 'all',
  count: (facts) => {
    const all = timedOf(facts);
    if (all.length === 0) return [];
    return [
      cellOf('all', { zh: '全部', en: 'All' }, all),
      ...lines(facts).map(({ id, name, acts }) => cellOf(id, name, acts)),
    ];
  },
  record: (facts) =>
    wanted(
      'resident-time',
      { zh: '居民出了工就记上，写明一起做还是一个人做', en: 'Record residents’ time, together or alone' },
      { have: timedOf(facts).length, need: TYPOLOGY.leastContributions },
    ),
};
