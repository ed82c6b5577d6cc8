import type { Act } from '../act.ts';
import { eventsIn, type Facts, personsIn } from '../facts.ts';
import { type Cell, type Measure, wanted } from '../measure.ts';
import { type Acts, partiesIn, picking } from '../pieces.ts';

const PUBLIC_STATES = ['accepted', 'maintained', 'reviewed', 'handed-over'];

const partner = (act: Act) => act.partyKind === 'organisation' || act.partyKind === 'group';
const spaceGiven = (act: Act) => act.form === 'space';
const byResidents = (act: Act) => act.initiator === 'resident' || act.initiator === 'resident-group';
const pickPartners = picking(partner);
const pickSpace = picking(spaceGiven);
const pickStarted = picking(byResidents);
const conditions = picking((act) => partner(act) || spaceGiven(act) || byResidents(act));

function places(facts: Facts): number {
  return [...facts.projects.values()].filter((one) => one.kind === 'micro-work' && PUBLIC_STATES.includes(one.state))
    .length;
}

interface Found {
  acts: Acts;
  value: number;
  unit: Cell['unit'];
  of: (act: Act) => boolean;
}

function cell(key: string, label: Cell['label'], found: Found): Cell {
  return {
    key,
    label,
    unit: found.unit,
    counted: { how: 'sum', value: found.value },
    n: found.acts.length,
    persons: personsIn(found.acts),
    behind: { acts: found.of },
  };
}

/** Environment building, as far as the ledger holds it: counts side by side, never one index. */
export const measure: Measure = {
  id: 'A7',
  version: 1,
  lens: 'resilience',
  part: 'environment',
  name: { zh: '大家做事的条件', en: 'Conditions for acting together' },
  question: {
    zh: '有地方、有伙伴、能自己起头吗？',
    en: 'Is there a place, are there partners, can people start something?',
  },
  formula: {
    zh: '这段日子里数一数：大家在用的微基建；出地方的；出过力的单位和小组；居民发起的事',
    en: 'Counts in the window: works in public use; gifts of space; partners who gave; acts residents started',
  },
  inputs: {
    zh: '微基建的进度；出地方；单位和小组出的；谁先提的',
    en: 'State of works; space given; gifts of partners; who first proposed',
  },
  unit: 'times',
  minimum: { zh: '任何一笔', en: 'Any record' },
  threats: {
    zh: '公开的规矩、当众的感谢还没有地方记，这里不算。',
    en: 'Published rules and public thanks are not recorded yet and not counted here.',
  },
  sources: ['measures.md A7 (§10)'],
  needs: ['acts'],
  count: (facts) => {
    const given = pickPartners(facts.acts);
    const started = pickStarted(facts.acts);
    const space = pickSpace(facts.acts);
    return [
      {
        ...cell(
          'works',
          { zh: '修好在用的公共地方', en: 'Works in public use' },
          { acts: [], value: places(facts), unit: 'places', of: () => false },
        ),
        n: places(facts),
      },
      cell(
        'space',
        { zh: '有人让出地方', en: 'Space given' },
        { acts: space, value: space.length, unit: 'times', of: spaceGiven },
      ),
      cell(
        'partners',
        { zh: '一起出过力的单位和小组', en: 'Partners who gave' },
        { acts: given, value: partiesIn(given).size, unit: 'parties', of: partner },
      ),
      cell(
        'started',
        { zh: '居民先提的事', en: 'Acts that residents proposed' },
        { acts: started, value: eventsIn(started), unit: 'times', of: byResidents },
      ),
    ];
  },
  record: (facts) =>
    wanted(
      'conditions',
      { zh: '记下谁先提的、谁让了地方、哪些单位来了', en: 'Record who proposed, who gave space, which partners came' },
      { have: conditions(facts.acts).length, need: 1 },
    ),
};
