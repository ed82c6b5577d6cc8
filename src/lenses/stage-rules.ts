import { dayNumber } from '../analysis/days.ts';
import { removal } from '../analysis/networks/removal.ts';
import { concentration } from '../analysis/resources/concentration.ts';
import type { Act } from './act.ts';
import { type Facts, hoursOf, isResident, personsIn } from './facts.ts';
import { yuanByParty } from './measures/b4-resource-sources.ts';
import type { Counted } from './measure.ts';
import { enoughTied, STATION, tableOf } from './network.ts';
import { byResident, residentsGave, residentsTime, unaccompanied, accompanied } from './participants.ts';
import { type Acts, grouping, perPiece, picking } from './pieces.ts';
import { cameAgain } from './returning.ts';
import type { Both, Definition } from './schema.ts';

/** What a rule comes to in one window. */
export interface Judged {
  key: string;
  /** null: nobody has recorded what it asks. */
  held: boolean | null;
  /** The sentence with its own figure. */
  words: Both;
  /** What is asked. */
  asked: Both;
  value: number | null;
  /** Of a share, how it was counted: few rows are told as counts. */
  counted?: Counted;
  unit: Definition['unit'];
  n: number;
  persons: number;
  /** Persons behind the rest of the share. */
  others?: number;
  acts?: (act: Act) => boolean;
}

const LEAST = {
  months: 4,
  reach: 0.1,
  people: 30,
  voices: 5,
  returned: 10,
  sources: 3,
  alone: 0.3,
  left: 0.5,
  gifts: 5,
};
const DAYS = { return: 90, supervision: 60 };

const CONTACTS = ['visit', 'contact', 'case-session', 'group-session'];
const met = (act: Act) =>
  (act.partyKind === 'account' && CONTACTS.includes(act.kind)) || (act.withWorker && byResident(act));
const voice = (act: Act) => byResident(act) && (act.phase === 'plan' || act.phase === 'design');
const worked = (act: Act) => act.partyKind === 'account';
const supervised = (act: Act) => worked(act) && act.kind === 'supervision';
const money = (act: Act) => act.amount > 0;

const pickMet = picking(met);
const pickVoices = picking(voice);
const pickWorked = picking(worked);
const pickMoney = picking(money);
const pickSupervised = picking(supervised);
const byWorker = grouping(({ party }) => party);
const monthsEach = perPiece((acts) => [...new Set(acts.map(({ day }) => day.slice(0, 7)))]);

const unsaid = (key: string, words: Both, asked: Both): Judged => ({
  key,
  held: null,
  words,
  asked,
  value: null,
  unit: 'index',
  n: 0,
  persons: 0,
});

function presence({ acts }: Facts): Judged {
  const own = pickMet(acts);
  const months = new Set(monthsEach(own).flat()).size;
  const asked = { zh: '要 4 个月', en: '4 months' };
  if (own.length === 0) return unsaid('R1', { zh: '见居民的日子还没记到', en: 'Contacts are not recorded yet' }, asked);
  return {
    key: 'R1',
    held: months >= LEAST.months,
    words: { zh: `半年里有 ${months} 个月见到居民`, en: `Residents met in ${months} months of the half year` },
    asked,
    value: months,
    unit: 'index',
    n: own.length,
    persons: personsIn(own),
    acts: met,
  };
}

function reach({ reach: [seen], places }: Facts): Judged {
  const people = seen?.people ?? 0;
  const eligible = places.reduce((sum, place) => sum + (place.eligible ?? 0), 0);
  const asked = { zh: '要 10% 或 30 人', en: '10% or 30 people' };
  if (people === 0) return unsaid('R2', { zh: '见过谁还没记到', en: 'Who was met is not recorded yet' }, asked);
  // More met than live there: the number is out of date, and no share is made of it.
  const share = eligible >= people ? people / eligible : null;
  const told = share === null ? `${people}` : `${(share * 100).toFixed(0)}%`;
  return {
    key: 'R2',
    held: people >= LEAST.people || (share ?? 0) >= LEAST.reach,
    words: {
      zh: share === null ? `见过 ${told} 人` : `该见的人见过 ${told}`,
      en: share === null ? `${told} people met` : `${told} of those concerned met`,
    },
    asked,
    value: share ?? people,
    unit: share === null ? 'people' : 'share',
    n: people,
    persons: people,
  };
}

function voices({ acts }: Facts): Judged {
  const people = personsIn(pickVoices(acts));
  const asked = { zh: '要 5 位', en: '5 residents' };
  if (residentsGave(acts).length === 0)
    return unsaid('R3', { zh: '居民出的力还没记到', en: 'No resident is recorded yet' }, asked);
  return {
    key: 'R3',
    held: people >= LEAST.voices,
    words: { zh: `${people} 位居民参加过商量和设计`, en: `${people} residents took part in planning or design` },
    asked,
    value: people,
    unit: 'people',
    n: residentsGave(acts).length,
    persons: people,
    acts: voice,
  };
}

function comeAgain({ acts }: Facts): Judged {
  const own = residentsGave(acts);
  const asked = { zh: '要 10 位', en: '10 residents' };
  if (own.length === 0) return unsaid('R4', { zh: '谁又来了还没记到', en: 'Returns are not recorded yet' }, asked);
  const people = cameAgain(own, DAYS.return);
  return {
    key: 'R4',
    held: people >= LEAST.returned,
    words: { zh: `${people} 位居民 90 天里又来`, en: `${people} residents came again within 90 days` },
    asked,
    value: people,
    unit: 'people',
    n: own.length,
    persons: people,
    acts: byResident,
  };
}

/** Longest time that a worker went without supervision while at work, days. */
function longestWithout(acts: Acts): number {
  const sessions = pickSupervised(acts);
  const gaps = [...byWorker(pickWorked(acts))].map(([worker, gave]) => {
    const own = [...gave].map(({ day }) => dayNumber(day));
    const [first, last] = own.reduce(([a, b], day) => [Math.min(a, day), Math.max(b, day)], [Infinity, -Infinity]);
    const days = new Set([...sessions].filter(({ party }) => party === worker).map(({ day }) => dayNumber(day)));
    const marks = [first, ...[...days].sort((a, b) => a - b), last] as number[];
    return Math.max(...marks.map((mark, i) => mark - (marks[i - 1] ?? mark)));
  });
  return Math.max(0, ...gaps);
}

function supervision({ acts }: Facts): Judged {
  const sessions = pickSupervised(acts);
  const asked = { zh: '要 60 天内', en: 'within 60 days' };
  if (sessions.length === 0) return unsaid('K4', { zh: '督导还没记到', en: 'Supervision is not recorded yet' }, asked);
  const days = longestWithout(acts);
  return {
    key: 'K4',
    held: days <= DAYS.supervision,
    words: { zh: `社工最久 ${days} 天没有督导`, en: `A worker went ${days} days without supervision at most` },
    asked,
    value: days,
    unit: 'days',
    n: sessions.length,
    persons: 0,
    acts: supervised,
  };
}

function sources(facts: Facts): Judged {
  const given = pickMoney(facts.acts);
  const found = given.length > 0 ? concentration(yuanByParty(facts)) : undefined;
  const asked = { zh: '要 3 家', en: '3 sources' };
  if (found?.status !== 'ok') return unsaid('S1', { zh: '钱从哪来还没记到', en: 'Money is not recorded yet' }, asked);
  const told = found.effective.toFixed(1);
  return {
    key: 'S1',
    held: found.effective >= LEAST.sources,
    words: { zh: `资源来路折合 ${told} 家`, en: `Money from ${told} sources in effect` },
    asked,
    value: found.effective,
    unit: 'index',
    n: given.length,
    persons: personsIn(given),
    acts: money,
  };
}

function alone({ acts }: Facts): Judged {
  const own = residentsTime(acts);
  const asked = { zh: '要 30%', en: '30%' };
  if (own.length < LEAST.gifts) {
    return unsaid('S3', { zh: '居民的出工记得还少', en: 'Too little time of residents is recorded' }, asked);
  }
  const without = unaccompanied(own);
  const share = hoursOf(without) / hoursOf(own);
  const told = `${(share * 100).toFixed(0)}%`;
  return {
    key: 'S3',
    held: share >= LEAST.alone,
    words: { zh: `没有社工在场的出工占 ${told}`, en: `${told} of the work was without a worker there` },
    asked,
    value: share,
    counted: { how: 'part', numerator: hoursOf(without), denominator: hoursOf(own) },
    unit: 'share',
    n: own.length,
    persons: personsIn(without),
    others: personsIn(accompanied(own)),
    acts: (act) => act.minutes > 0 && isResident(act),
  };
}

function removed(facts: Facts): Judged {
  const table = tableOf(facts);
  const asked = { zh: '要一半', en: 'a half' };
  const found = table.mode?.parties.includes(STATION) && enoughTied(table) ? removal(table.mode, [STATION]) : undefined;
  if (found?.status !== 'ok') {
    return unsaid('S4', { zh: '一起做过事的还太少', en: 'Too few have done things together' }, asked);
  }
  return {
    key: 'S4',
    held: found.lower >= LEAST.left,
    words: {
      zh: `社工站撤走还连得上 ${found.largestLower} / ${found.others}`,
      en: `Without the station ${found.largestLower} / ${found.others} hold together`,
    },
    asked,
    value: found.lower,
    counted: { how: 'share', numerator: found.largestLower, denominator: found.others },
    unit: 'share',
    n: found.others,
    persons: table.persons,
  };
}

/** What nothing in the records tells yet. */
const UNTOLD = {
  K1: unsaid(
    'K1',
    { zh: '是不是同一个议事会，还没有地方记', en: 'Which forum met has no place yet' },
    { zh: '要 3 次', en: '3 meetings' },
  ),
  K2: unsaid('K2', { zh: '作的决定，还没有地方记', en: 'Decisions have no place yet' }, { zh: '要一半', en: 'a half' }),
  K3: unsaid(
    'K3',
    { zh: '共用的地方谁在用，还没有地方记', en: 'Who uses shared places has no place yet' },
    { zh: '要 2 方', en: '2 sectors' },
  ),
  K5: unsaid(
    'K5',
    { zh: '意见不合怎么了结，还没有地方记', en: 'Disagreements have no place yet' },
    { zh: '要 1 次', en: 'once' },
  ),
  S2: unsaid(
    'S2',
    { zh: '一年以上的约定，还没有地方记', en: 'Lasting agreements have no place yet' },
    { zh: '要 1 份', en: 'one' },
  ),
  S5: unsaid(
    'S5',
    { zh: '换合同时断没断，还没有地方记', en: 'Breaks between contracts have no place yet' },
    { zh: '要 10% 以内', en: 'up to 10%' },
  ),
};

/** The fourteen rules over one window, in their order. */
export function judge(facts: Facts): Judged[] {
  const rooting = [presence(facts), reach(facts), voices(facts), comeAgain(facts)];
  const coordination = [UNTOLD.K1, UNTOLD.K2, UNTOLD.K3, supervision(facts), UNTOLD.K5];
  return [...rooting, ...coordination, sources(facts), UNTOLD.S2, alone(facts), removed(facts), UNTOLD.S5];
}
