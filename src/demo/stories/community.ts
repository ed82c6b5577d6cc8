import type { EventInput } from '../../ledger/event-schema.ts';
import { chosenOf } from '../chance.ts';
import type { Deed, Year } from '../year.ts';
import { ableOf, act, here, partner, project, type Teller } from './tell.ts';

/** Whoever has a hand in it, besides the station. */
const PARTNERS = [
  ['河口居委会', 'committee'],
  ['河口老年协会', 'resident-group'],
  ['编织互助组', 'resident-group'],
  ['清河米业', 'enterprise'],
  ['清河中学', 'school-other'],
  ['县慈善会', 'charity'],
  ['镇民政办', 'administration'],
] as const;
type Name = (typeof PARTNERS)[number][0];

/** One kind of act of the two years: what, by which way of working, with whom, and how many residents. */
interface Chapter {
  kind: EventInput['kind'];
  title: string;
  strategies: NonNullable<EventInput['strategies']>;
  phase: NonNullable<EventInput['phase']>;
  partners: Name[];
  /** Which of the residents, by their place on the list. */
  residents: number[];
  /** Called together by residents, with nobody of the station there. */
  own?: boolean;
  money?: [giver: Name, yuan: number];
}

/** The first half-year: the station goes to people, and everything hangs on it. */
const ROOTING: Chapter[] = [
  chapter('group-session', '老伙伴聊天', { strategies: ['empowerment'], residents: [0, 1] }),
  chapter('activity', '康复角开门', { strategies: ['empowerment'], partners: ['镇民政办'], money: ['镇民政办', 6000] }),
  chapter('work-day', '互相搭把手', { strategies: ['mutual-aid'], residents: [1, 2] }),
  chapter('meeting', '大家最愁什么', { strategies: ['deliberation'], partners: ['河口居委会'], residents: [0] }),
  chapter('work-day', '一起收拾院子', { strategies: ['mutual-aid'], residents: [2, 3] }),
];
/** The second: who had nothing to do with each other sits at one table. */
const COORDINATION: Chapter[] = [
  chapter('meeting', '康复角怎么管', {
    strategies: ['deliberation'],
    partners: ['河口居委会', '河口老年协会'],
    residents: [0, 3],
  }),
  chapter('meeting', '学校操场借不借', {
    strategies: ['deliberation'],
    partners: ['清河中学', '河口居委会'],
    residents: [4],
  }),
  chapter('work-day', '腾出一间屋', {
    strategies: ['space-making'],
    partners: ['河口居委会', '编织互助组'],
    residents: [1, 2],
  }),
  chapter('supervision', '请督导来看康复角', { strategies: ['supervision'], partners: ['镇民政办'] }),
  chapter('work-day', '编织送邻居', {
    strategies: ['mutual-aid'],
    partners: ['编织互助组'],
    residents: [2, 4],
    own: true,
  }),
];
/** The last year: they meet without the station, and money comes from more than one hand. */
const SYMBIOSIS: Chapter[] = [
  chapter('work-day', '老年协会照看康复角', {
    strategies: ['mutual-aid'],
    partners: ['河口老年协会', '河口居委会'],
    residents: [0, 3],
    own: true,
  }),
  chapter('meeting', '值班和钥匙', {
    strategies: ['deliberation'],
    partners: ['河口老年协会', '编织互助组'],
    own: true,
    residents: [1],
  }),
  chapter('resource-link', '米业和慈善会各出一份', {
    strategies: ['resource-integration'],
    partners: ['清河米业', '县慈善会'],
    money: ['清河米业', 1500],
    residents: [0],
  }),
  chapter('activity', '河口织品集市', {
    strategies: ['branding'],
    partners: ['编织互助组', '清河中学'],
    money: ['县慈善会', 800],
    residents: [2, 4],
  }),
  chapter('work-day', '邻里陪伴', {
    strategies: ['mutual-aid'],
    partners: ['编织互助组'],
    residents: [1, 2, 4],
    own: true,
  }),
];

function chapter(kind: Chapter['kind'], title: string, more: Partial<Chapter> & Pick<Chapter, 'strategies'>): Chapter {
  const phase = kind === 'meeting' ? 'plan' : kind === 'supervision' ? 'assess' : 'deliver';
  return { partners: [], residents: [], kind, title, phase, ...more };
}

/** Two years in eight quarters, five acts each. */
const QUARTERS = [ROOTING, ROOTING, COORDINATION, COORDINATION, COORDINATION, SYMBIOSIS, SYMBIOSIS, SYMBIOSIS];
const QUARTER_DAYS = 91;

type Giver = Awaited<ReturnType<typeof partner>>;

/** A community in which ways of working and ties change over two years. */
export async function tellCommunity(teller: Teller): Promise<Deed[]> {
  const { year } = teller;
  const givers = new Map<Name, Giver>();
  for (const one of PARTNERS) givers.set(one[0], await partner(teller, one));
  const area = year.made.villages[1] ?? null;
  const programme = await project(teller, { kind: 'programme', name: '河口康复角', state: 'delivering', area });
  return QUARTERS.flatMap((chapters, quarter) =>
    chapters.map((one, nth) => {
      const daysAgo = (QUARTERS.length - quarter) * QUARTER_DAYS - 6 - nth * 17;
      return act(year, daysAgo, inWords(year, { one, givers, programme }));
    }),
  );
}

function inWords(
  year: Year,
  { one, givers, programme }: { one: Chapter; givers: Map<Name, Giver>; programme: string },
) {
  const giver = (name: Name) => {
    const found = givers.get(name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const minutes = 120;
  const time = one.partners.map((name) => ({
    ...giver(name),
    form: one.kind === 'meeting' ? ('deliberation' as const) : ('labour' as const),
    minutes,
  }));
  const money = one.money ? [{ ...giver(one.money[0]), form: 'money' as const, amount: one.money[1] }] : [];
  return {
    ...{ kind: one.kind, title: one.title, minutes, place: '河口康复角', project: programme, phase: one.phase },
    strategies: one.strategies,
    initiator: one.own ? ('resident' as const) : ('social-work' as const),
    convenor: one.own ? ('resident-group' as const) : ('social-work' as const),
    workerPresent: !one.own,
    withMe: !one.own,
    present: here(one.residents.map((place) => chosenOf(ableOf(year.people), place).id)).map((who) => ({
      ...who,
      role: one.kind === 'activity' ? ('volunteer' as const) : ('participant' as const),
    })),
    given: [...time, ...money],
  };
}
