import { SECTORS } from '../../ledger/codes.ts';
import type { Sector } from '../../ledger/terms.ts';
import type { Act } from '../act.ts';
import { eventsIn, type Facts, hoursOf } from '../facts.ts';
import { type Cell, type Measure, wanted } from '../measure.ts';
import { type Acts, grouping, picking } from '../pieces.ts';
import type { Both } from '../schema.ts';

const LEAST_ACTS = 20;

const WORDS: Record<Sector, Both> = {
  administration: { zh: '政府交办的', en: 'Asked by government' },
  committee: { zh: '村（居）委会交办的', en: 'Asked by the committee' },
  'social-work': { zh: '机构交办的', en: 'Asked by the organisation' },
  resident: { zh: '居民要的', en: 'Asked by residents' },
  'resident-group': { zh: '居民小组要的', en: 'Asked by resident groups' },
  enterprise: { zh: '企业要的', en: 'Asked by enterprises' },
  charity: { zh: '慈善组织要的', en: 'Asked by charities' },
  'school-other': { zh: '学校和其他要的', en: 'Asked by schools and others' },
};

const worked = (act: Act) => act.partyKind === 'account' && act.minutes > 0;
const outside = (act: Act) => worked(act) && act.askedBy !== '';
const pickWorked = picking(worked);
const workedOf = ({ acts }: Facts) => pickWorked(acts);
const byAsker = grouping(({ askedBy }) => askedBy);
const pickOutside = picking(outside);

interface Asked {
  own: Acts;
  asked: (act: Act) => boolean;
}

/** Administrative load: minutes on what was asked for from outside the contract. */
export const measure: Measure = {
  id: 'C7',
  version: 1,
  lens: 'value',
  part: 'structure',
  name: { zh: '合同外的活', en: 'Work outside the contract' },
  question: {
    zh: '社工的时间，有多少花在合同外交办的事上？',
    en: 'How much of the workers’ time goes to what was asked from outside the contract?',
  },
  formula: {
    zh: '合同外要做的事用去的社工工时 ÷ 社工全部工时，按谁要的分开',
    en: 'h(workers, asked for from outside the contract) / h(workers), by who asked',
  },
  inputs: {
    zh: '社工的工时；是不是合同外、谁要的',
    en: 'Workers’ hours; whether from outside the contract, and who asked',
  },
  unit: 'share',
  minimum: { zh: '20 件社工做的事', en: '20 acts of workers' },
  threats: {
    zh: '没点“合同外”的都算合同内，实际只会更多。',
    en: 'What was not marked counts as contract work: the true share is larger.',
  },
  sources: ['measures.md C7 (§10)'],
  needs: ['acts'],
  headline: 'all',
  trend: true,
  count: (facts) => {
    const all = workedOf(facts);
    const enough = eventsIn(all) >= LEAST_ACTS;
    const cell = (key: string, label: Both, { own, asked }: Asked): Cell => ({
      key,
      label,
      unit: 'hours',
      counted: enough
        ? { how: 'part', numerator: hoursOf(own), denominator: hoursOf(all) }
        : { how: 'figure', value: null },
      n: eventsIn(all),
      persons: 0,
      ...(enough ? {} : { reasons: ['fewer-than-20-acts'] }),
      behind: { acts: (act) => worked(act) && asked(act) },
    });
    const asked = byAsker(pickOutside(all));
    const askers = SECTORS.filter((sector) => asked.has(sector));
    return [
      cell('all', { zh: '合同外交办的', en: 'Asked from outside' }, { own: pickOutside(all), asked: outside }),
      ...askers.map((sector) =>
        cell(sector, WORDS[sector], { own: asked.get(sector) ?? [], asked: (act) => act.askedBy === sector }),
      ),
    ];
  },
  record: (facts) =>
    wanted(
      'worked',
      {
        zh: '做完一件记一件，合同外的点上是谁要的',
        en: 'Record each act; mark who asked when it is outside the contract',
      },
      { have: eventsIn(workedOf(facts)), need: LEAST_ACTS },
    ),
};
