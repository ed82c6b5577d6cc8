import { median } from '../../analysis/quantile.ts';
import type { Phase } from '../../ledger/terms.ts';
import type { Act } from '../act.ts';
import { type Facts, hoursOf, isResident, personsIn } from '../facts.ts';
import { giversOf } from '../givers.ts';
import { type Cell, type Measure, wanted } from '../measure.ts';
import { once } from '../once.ts';
import { type Acts, grouping, joined, picking } from '../pieces.ts';
import type { Both, Drawing } from '../schema.ts';

const CHAIN: readonly Phase[] = ['plan', 'design', 'deliver', 'assess'];
const WORDS: Record<string, Both> = {
  plan: { zh: '计划', en: 'Planning' },
  design: { zh: '设计', en: 'Designing' },
  deliver: { zh: '做', en: 'Doing' },
  assess: { zh: '评', en: 'Assessing' },
};

const strict = isResident;
const broad = (act: Act) => strict(act) || act.sector === 'committee';
const timed = (act: Act) => act.minutes > 0 && CHAIN.includes(act.phase);
const inProject = (act: Act) => act.project !== '' && timed(act);

const pickInProject = picking(inProject);
const inProjects = grouping(({ project }) => project);
const inPhases = grouping(({ phase }) => phase);
const pickStrict = picking(strict);
const pickBroad = picking(broad);
const strictGivers = giversOf(strict);
const broadGivers = giversOf(broad);

const byProject = once((facts: Facts): { id: string; name: Both; acts: Acts }[] => {
  return [...inProjects(pickInProject(facts.acts))]
    .map(([id, acts]) => {
      const name = facts.projects.get(id)?.name ?? id;
      return { id, name: { zh: name, en: name }, acts };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
});

type Project = ReturnType<typeof byProject>[number];

function phaseCell({ id, name, acts }: Project, phase: Phase): Cell {
  const all = inPhases(acts).get(phase) ?? [];
  const residents = pickStrict(all);
  return {
    key: `${id}:${phase}`,
    label: WORDS[phase] as Both,
    unit: 'hours',
    group: { key: id, label: name },
    counted: { how: 'part', numerator: hoursOf(residents), denominator: hoursOf(all) },
    broad: { numerator: hoursOf(pickBroad(all)), denominator: hoursOf(all), givers: () => broadGivers(all) },
    givers: () => strictGivers(all),
    n: all.length,
    persons: personsIn(residents),
    line: id,
    local: true,
    behind: { acts: (act) => act.project === id && act.phase === phase && timed(act) },
  };
}

/** Phases with at least one resident. */
const chainOf = ({ acts }: Project) => CHAIN.filter((phase) => inPhases(pickStrict(acts)).has(phase));

function chainCell(project: Project): Cell {
  const chain = chainOf(project).length;
  const residents = pickStrict(project.acts);
  return {
    key: `${project.id}:chain`,
    label: { zh: '四步里居民在的有几步', en: 'Of four phases, with residents' },
    unit: 'times',
    group: { key: project.id, label: project.name },
    counted: { how: 'share', numerator: chain, denominator: CHAIN.length },
    n: residents.length,
    persons: personsIn(residents),
    local: true,
    behind: { acts: (act) => act.project === project.id && strict(act) && timed(act) },
  };
}

/** The middle project, so that one large project does not drown the others. */
function middle(projects: Project[], phase: Phase): Cell {
  const shares = projects.flatMap(({ acts }) => {
    const all = inPhases(acts).get(phase) ?? [];
    return all.length === 0 ? [] : [hoursOf(pickStrict(all)) / hoursOf(all)];
  });
  const residents = joined(projects.map(({ acts }) => inPhases(pickStrict(acts)).get(phase) ?? []));
  return {
    key: `middle:${phase}`,
    label: WORDS[phase] as Both,
    unit: 'share',
    group: { key: 'middle', label: { zh: '排在中间的项目', en: 'The project in the middle' } },
    counted: { how: 'figure', value: shares.length > 0 ? median(shares) : null, interval: null },
    n: shares.length,
    persons: personsIn(residents),
  };
}

/** Did what was assessed lead to planning again? */
function again(projects: Project[]): Cell {
  const assessed = projects.filter(({ acts }) => inPhases(acts).has('assess'));
  const replanned = assessed.filter(({ acts }) => {
    const of = (phase: Phase) => [...(inPhases(acts).get(phase) ?? [])].map(({ day }) => day);
    const [first = ''] = of('assess').sort();
    return of('plan').some((day) => day > first);
  });
  return {
    key: 'again',
    label: { zh: '评过以后又回到计划的项目', en: 'Projects planned again after being assessed' },
    unit: 'times',
    counted: { how: 'share', numerator: replanned.length, denominator: assessed.length },
    n: assessed.length,
    persons: 0,
  };
}

function draw(_: Facts, cells: readonly Cell[]): Drawing {
  const bars = cells.flatMap(({ key, counted, broad: wide }) =>
    counted.how === 'part'
      ? [{ key, did: counted.numerator, all: counted.denominator, open: 0, broad: wide?.numerator ?? null }]
      : [],
  );
  return { kind: 'bars', bars };
}

/** Four phases: residents' share of the hours, and how many phases they are in. */
export const measure: Measure = {
  id: 'C2',
  version: 1,
  lens: 'value',
  part: 'process',
  name: { zh: '四步里居民占几成', en: 'Residents in the four phases' },
  question: {
    zh: '计划、设计、做、评，居民自己占几成？',
    en: 'In planning, designing, doing and assessing, what share is residents’?',
  },
  formula: {
    zh: '一步里居民的份 = 居民和小组在这一步的工时 ÷ 大家在这一步的工时；链 = 居民出过力的有几步（0–4）；上下限按出工的人算：Wilson，n* = p(1 − p)/v (z/t)²，v 用线性化',
    en: 'share_p = h(resident + group, phase p) / h(all, phase p); chain = phases with ≥ 1 resident contribution (0–4); limits over givers: Wilson at n* = p(1 − p)/v (z/t)², v linearised',
  },
  inputs: { zh: '每件事属于哪个项目、哪一步；每人出的工时', en: 'Project and phase of each act; hours of everyone' },
  unit: 'share',
  minimum: { zh: '一个项目里有一笔工时', en: 'One gift of time in a project' },
  threats: {
    zh: '每次会上摆一位居民也算“在”，要同时看来了几个人、是不是拿主意的。评过以后再计划，只看先后，不等于因为评了才改。',
    en: 'One token resident in each meeting counts: look also at how many and whether they decide. Planning after assessing is an order of days, not a cause.',
  },
  sources: ['measures.md C2', 'Franco et al. 2019, doi:10.1093/jssam/smy019'],
  needs: ['acts'],
  count: (facts) => {
    const projects = byProject(facts);
    return [
      ...projects.flatMap((one) => [...CHAIN.map((phase) => phaseCell(one, phase)), chainCell(one)]),
      ...(projects.length > 1 ? CHAIN.map((phase) => middle(projects, phase)) : []),
      ...(projects.length > 0 ? [again(projects)] : []),
    ];
  },
  draw,
  record: (facts) =>
    wanted(
      'project-time',
      { zh: '把做的事挂到项目上，写清是计划、设计、做还是评', en: 'Put acts under a project, with their phase' },
      { have: byProject(facts).length, need: 1 },
    ),
};
