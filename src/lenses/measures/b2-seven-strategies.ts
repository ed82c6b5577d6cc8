import { STRATEGIES } from '../../ledger/codes.ts';
import type { Strategy } from '../../ledger/terms.ts';
import type { Act } from '../act.ts';
import { type Facts, personsIn } from '../facts.ts';
import { type Cell, type Measure, wanted } from '../measure.ts';
import { type Acts, adding, picking } from '../pieces.ts';
import type { Both, Drawing } from '../schema.ts';

const GROUPS = {
  value: { key: 'value', label: { zh: '价值', en: 'Value' } },
  structure: { key: 'structure', label: { zh: '结构', en: 'Structure' } },
  resource: { key: 'resource', label: { zh: '资源', en: 'Resource' } },
} as const;

/** Plain words; the study's own stand in the chain. */
const WORDS: Record<Strategy, { group: keyof typeof GROUPS; label: Both }> = {
  empowerment: { group: 'value', label: { zh: '让居民拿主意', en: 'Residents take the lead' } },
  'mutual-aid': { group: 'value', label: { zh: '互相帮', en: 'Helping one another' } },
  deliberation: { group: 'structure', label: { zh: '坐下来商量', en: 'Sitting down together' } },
  'space-making': { group: 'structure', label: { zh: '有地方聚', en: 'A place to meet' } },
  supervision: { group: 'structure', label: { zh: '请人督导', en: 'Bringing in supervision' } },
  'resource-integration': { group: 'resource', label: { zh: '找钱找人找物', en: 'Finding money, people and goods' } },
  branding: { group: 'resource', label: { zh: '做出名声', en: 'Making a name' } },
};

const uses = (act: Act, strategy: Strategy) => act.strategies.includes(strategy);

/** Acts under each strategy; one under several stands under each. */
const under = new Map(STRATEGIES.map((one) => [one, picking((act) => uses(act, one))]));

/** A whole number of minutes however many strategies share them: 1 to 7 all divide it. */
const PARTS = 420;
const partsOf = adding((acts) => acts.reduce((sum, act) => sum + act.minutes * (PARTS / act.strategies.length), 0));
/** Hours under one strategy: a gift under k strategies gives each one k-th. */
const hoursUnder = (acts: Acts): number => partsOf(acts) / PARTS / 60;

function cellOf(facts: Facts, strategy: Strategy): Cell {
  const acts = under.get(strategy)?.(facts.acts) ?? [];
  const { group, label } = WORDS[strategy];
  return {
    key: strategy,
    label,
    unit: 'hours',
    group: GROUPS[group],
    counted: { how: 'sum', value: hoursUnder(acts) },
    n: acts.length,
    persons: personsIn(acts),
    behind: { acts: (act) => uses(act, strategy) },
  };
}

/** Time given, written down on the day or better: money alone is under its sources. */
const evidenced = (act: Act) => act.evidence >= 1 && act.minutes > 0 && act.strategies.length > 0;
const pickEvidenced = picking(evidenced);
const pickCoded = picking((act) => act.strategies.length > 0);

function draw(_: Facts, cells: readonly Cell[]): Drawing {
  const bars = cells
    .filter((cell) => cell.key !== 'breadth')
    .map(({ key, counted }) => ({
      key,
      did: counted.how === 'sum' ? counted.value : 0,
      all: null,
      open: 0,
      broad: null,
    }));
  return { kind: 'bars', bars };
}

/** The seven strategies: hours and breadth. */
export const measure: Measure = {
  id: 'B2',
  version: 1,
  lens: 'community',
  part: 'strategies',
  name: { zh: '七种做法', en: 'Seven ways of working' },
  question: { zh: '七种做法，各花了多少工夫？', en: 'How much time went into each of the seven ways of working?' },
  formula: {
    zh: '一种做法的工时 = 用了它的那几件事的分钟 ÷ 60 ÷ 那件事用了几种；用过几种 = 有凭据的事里出现过的做法',
    en: 'hours_s = Σ minutes / 60 / (codes of the act) over acts coded s; breadth = strategies with an evidenced act',
  },
  inputs: {
    zh: '每件事用了哪些做法；每人出的工时（含社工）',
    en: 'Strategies of each act; hours of everyone, workers too',
  },
  unit: 'hours',
  minimum: { zh: '一件写明做法的事', en: 'One act with a strategy' },
  threats: {
    zh: '做法多半是按工作种类推出来的，没有人核过。每季抽一成，两个人各判一遍，一致的要到 0.6。',
    en: 'Strategies are mostly inferred from the kind of work. Double-code a tenth; kappa should reach .6.',
  },
  sources: ['measures.md B2'],
  needs: ['acts'],
  headline: 'breadth',
  count: (facts) => {
    const used = STRATEGIES.filter((one) => pickEvidenced(under.get(one)?.(facts.acts) ?? []).length > 0);
    const coded = pickCoded(facts.acts);
    return [
      ...STRATEGIES.map((one) => cellOf(facts, one)),
      {
        key: 'breadth',
        label: { zh: '七种里有凭据的', en: 'How many of the seven are evidenced' },
        unit: 'times',
        counted: { how: 'share', numerator: used.length, denominator: STRATEGIES.length },
        n: coded.length,
        persons: personsIn(coded),
        behind: { acts: evidenced },
      },
    ];
  },
  draw,
  record: (facts) =>
    wanted(
      'strategy',
      { zh: '记一件事时点上用了哪种做法', en: 'Tap the way of working when recording an act' },
      { have: pickEvidenced(facts.acts).length, need: 1 },
    ),
};
