import type { Facts } from '../facts.ts';
import { type Cell, type Measure, wanted } from '../measure.ts';
import { once } from '../once.ts';
import type { Both, Drawing } from '../schema.ts';
import { nameOfRule } from '../stage-names.ts';
import { type Judged, judge } from '../stage-rules.ts';
import { STAGE_NAMES, STAGE_RULES, type Stage, type StageName, stageFacts, stageOf } from '../stages.ts';

const WORDS: Record<StageName, Both> = {
  rooting: { zh: '扎根', en: 'Rooting' },
  coordination: { zh: '协调', en: 'Coordination' },
  symbiosis: { zh: '共生', en: 'Symbiosis' },
};

/** Rules of the last window, and of the one before it. */
const judged = once((facts: Facts): Judged[][] => stageFacts(facts).map(judge));

const heldIn = (rules: readonly Judged[]) => Object.fromEntries(rules.map(({ key, held }) => [key, held]));

const stages = (facts: Facts): Stage[] => judged(facts).map((rules) => stageOf(heldIn(rules)));

const rulesOf = (name: StageName, rules: readonly Judged[]): Judged[] => {
  const { key, others } = STAGE_RULES[name];
  return rules.filter((one) => one.key === key || (others as readonly string[]).includes(one.key));
};

function countCell(name: StageName, rules: readonly Judged[]): Cell {
  const own = rulesOf(name, rules);
  const known = own.filter(({ held }) => held !== null);
  const { zh, en } = WORDS[name];
  return {
    key: name,
    label: { zh: `${zh}的 ${own.length} 条里成立的`, en: `Of ${own.length} rules of ${en.toLowerCase()}, holding` },
    unit: 'index',
    counted: { how: 'fact', value: own.filter(({ held }) => held).length },
    n: known.length,
    // The count of rules moves with a single person at the limit of a rule.
    persons: Math.max(0, ...known.map(({ persons }) => persons)),
  };
}

function ruleCell({ key, value, counted, unit, n, persons, others, acts }: Judged, within: Facts): Cell {
  const { from, to } = within;
  return {
    key,
    label: nameOfRule(key),
    unit,
    counted: counted ?? { how: 'fact', value },
    n,
    persons,
    ...(others === undefined ? {} : { others }),
    ...(acts ? { behind: { acts: (act) => act.day >= from && act.day <= to && acts(act) } } : {}),
  };
}

function draw(facts: Facts): Drawing | null {
  const [rules = []] = judged(facts);
  const [now = 'none', before = 'none'] = stages(facts);
  if (rules.every(({ held }) => held === null)) return null;
  const told = { true: 'holds', false: 'fails', null: 'no-data' } as const;
  const columns = STAGE_NAMES.map((stage) => ({
    stage,
    label: WORDS[stage],
    rules: rulesOf(stage, rules).map(({ key, held, words, asked }) => ({
      key,
      found: told[`${held}`],
      words,
      asked,
    })),
  }));
  return { kind: 'stages', now, before, columns };
}

/** Stages by explicit rules: each says what it counts and what is asked. No score. */
export const measure: Measure = {
  id: 'B1',
  version: 1,
  lens: 'community',
  part: 'rooting',
  name: { zh: '扎根、协调、共生', en: 'Rooting, coordination, symbiosis' },
  question: { zh: '走到哪一步了，还缺哪几条？', en: 'How far has it come, and which rules are missing?' },
  formula: {
    zh: '扎根 = R1，再加 R2–R4 里的 2 条；协调 = 扎根，加 K1，再加 K2–K5 里的 2 条；共生 = 协调，加 S4，再加 S1–S3、S5 里的 2 条；看最近 180 天，前 180 天也一样才算站住；有后面的没前面的，算混着',
    en: 'rooting = R1 and ≥ 2 of R2–R4; coordination = rooting and K1 and ≥ 2 of K2–K5; symbiosis = coordination and S4 and ≥ 2 of S1–S3, S5; over the last 180 days; a stage stands when the 180 days before agree; later rules without earlier ones = mixed',
  },
  inputs: {
    zh: '半年里见过谁、谁出了力、督导、出的钱、谁和谁一起做过事',
    en: 'Of half a year: who was met, who gave, supervision, money, who did things together',
  },
  unit: 'index',
  minimum: {
    zh: '有一条判得出；没记到的不算“没有”',
    en: 'One rule that can be judged; what is not recorded is not a “no”',
  },
  threats: {
    zh: '门槛是约定的数，满一年后要对一对。见过的人按整月数。R4 看的是这半年里的头一次和再来。议事会、决定、共用的地方、意见不合、约定和合同还没有地方记，判不出协调和共生。',
    en: 'The limits are conventions, to be calibrated after a year. People met are counted by whole months. R4 looks at the first and second day within the half year. Forums, decisions, shared places, disagreements, agreements and contracts have no place yet, so coordination and symbiosis cannot be reached.',
  },
  sources: ['measures.md B1'],
  needs: ['acts', 'reach', 'stages'],
  count: (facts) => {
    const [rules = []] = judged(facts);
    const [within = facts] = stageFacts(facts);
    return [...STAGE_NAMES.map((name) => countCell(name, rules)), ...rules.map((rule) => ruleCell(rule, within))];
  },
  draw,
  record: (facts) => {
    const [rules = []] = judged(facts);
    const known = rules.filter(({ held }) => held !== null).length;
    return wanted(
      'stages',
      {
        zh: '记下见了谁、谁来了、督导和出的钱；记满半年就判得出扎根',
        en: 'Record who was met, who came, supervision and money; after half a year rooting can be judged',
      },
      { have: known, need: 4 },
    );
  },
};
