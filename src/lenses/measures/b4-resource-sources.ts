import { concentration } from '../../analysis/resources/concentration.ts';
import { SECTORS } from '../../ledger/codes.ts';
import type { Sector } from '../../ledger/terms.ts';
import type { Act } from '../act.ts';
import { type Facts, personsIn, yuanOf } from '../facts.ts';
import { type Cell, type Measure, wanted } from '../measure.ts';
import { type Acts, grouping, picking } from '../pieces.ts';
import type { Both, Drawing } from '../schema.ts';

const WORDS: Record<Sector, Both> = {
  administration: { zh: '政府', en: 'Government' },
  committee: { zh: '村（居）委会', en: 'Committee' },
  'social-work': { zh: '社工', en: 'Social work' },
  resident: { zh: '居民', en: 'Residents' },
  'resident-group': { zh: '居民小组', en: 'Resident groups' },
  enterprise: { zh: '企业', en: 'Enterprises' },
  charity: { zh: '慈善', en: 'Charities' },
  'school-other': { zh: '学校和其他', en: 'Schools and others' },
};

const money = (act: Act) => act.amount > 0;
const pickMoney = picking(money);
const inSectors = grouping(({ sector }) => sector);
const byController = grouping((act) => (act.partyKind === 'person' ? 'residents' : act.party));

function bySector(facts: Facts): { sector: Sector; acts: Acts; yuan: number }[] {
  const given = inSectors(pickMoney(facts.acts));
  return SECTORS.map((sector) => ({ sector, acts: given.get(sector) ?? [] }))
    .filter(({ acts }) => acts.length > 0)
    .map((one) => ({ ...one, yuan: yuanOf(one.acts) }));
}

/** Yuan by who controls them: residents as one, everybody else by name. */
export function yuanByParty(facts: Facts): number[] {
  return [...byController(pickMoney(facts.acts)).values()].map(yuanOf);
}

function sectorCell({ sector, acts, yuan }: ReturnType<typeof bySector>[number], all: number): Cell {
  return {
    key: sector,
    label: WORDS[sector],
    unit: 'yuan',
    counted: { how: 'part', numerator: yuan, denominator: all, exact: true },
    n: acts.length,
    persons: personsIn(acts),
    line: 'sources',
    behind: { acts: (act) => money(act) && act.sector === sector },
  };
}

function draw(facts: Facts): Drawing | null {
  const sectors = bySector(facts);
  const all = sectors.reduce((sum, { yuan }) => sum + yuan, 0);
  return sectors.length === 0
    ? null
    : {
        kind: 'bars',
        bars: sectors.map(({ sector, yuan }) => ({ key: sector, did: yuan, all, open: 0, broad: null })),
      };
}

/** Where the money comes from. */
export const measure: Measure = {
  id: 'B4',
  version: 1,
  lens: 'community',
  part: 'resource-community',
  name: { zh: '钱从哪来', en: 'Where the money comes from' },
  question: {
    zh: '钱从几家来，政府占多少？',
    en: 'From how many sources does money come, and how much from government?',
  },
  formula: {
    zh: 's_k = 第 k 家出的元 ÷ 全部的元；HHI = Σ s²；折合几家 = 1/HHI；政府占的 = 政府出的 ÷ 全部',
    en: 's_k = yuan of source k / yuan; HHI = Σ s²; effective sources = 1/HHI; government share = s_administration',
  },
  inputs: { zh: '记下的出资：谁、多少元', en: 'Money given: by whom, how many yuan' },
  unit: 'index',
  minimum: { zh: '一笔钱', en: 'One gift of money' },
  threats: {
    zh: '一家分两个名头给，要算一家。物和工时不折成钱，不在这里。',
    en: 'One donor under two names is one source. Goods and hours are never turned into yuan and not counted here.',
  },
  sources: ['measures.md B4', 'Hirschman 1964, www.jstor.org/stable/1818582'],
  needs: ['acts'],
  headline: 'effective',
  count: (facts) => {
    const sectors = bySector(facts);
    const given = pickMoney(facts.acts);
    const found = given.length > 0 ? concentration(yuanByParty(facts)) : undefined;
    const index = (key: string, label: Both, value: number | null): Cell => ({
      key,
      label,
      unit: 'index',
      counted: { how: 'fact', value },
      n: given.length,
      persons: personsIn(given),
      behind: { acts: money },
    });
    const ok = found?.status === 'ok' ? found : null;
    const all = yuanOf(given);
    return [
      index('effective', { zh: '折合几家来路', en: 'Effective number of sources' }, ok?.effective ?? null),
      index('hhi', { zh: '集中的程度（0 到 1）', en: 'Concentration, 0 to 1' }, ok?.hhi ?? null),
      ...sectors.map((one) => sectorCell(one, all)),
    ];
  },
  draw,
  record: (facts) =>
    wanted(
      'money',
      { zh: '谁出了钱、多少，记在那件事里', en: 'Record who gave how much money, at the act' },
      { have: pickMoney(facts.acts).length, need: 1 },
    ),
};
