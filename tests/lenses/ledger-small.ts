// The small ledger of tests/analysis/fixtures, written at a station through its commands. Where the sheet leaves the
// strategy blank it is said to be none, which no inference overrides.
import { readCsv } from '../analysis/read-fixture.ts';
import { act, addPartner, addPeople, addProject, type Desk, type Gift } from './recording.ts';

const FORMS: Record<string, string> = {
  knowledge: 'ideas',
  maintenance: 'upkeep',
  supervision: 'oversight',
};
const STRATEGIES: Record<string, string> = { mutual_aid: 'mutual-aid', resource: 'resource-integration' };
const SECTORS: Record<string, string> = {
  village_committee: 'committee',
  social_work: 'social-work',
  resident_group: 'resident-group',
};

export interface SmallLedger {
  projects: Record<string, string>;
  parties: Record<string, string>;
}

type Row = Record<string, string>;

/** `workers` are the accounts that stand for w1 and w2. */
export async function writeSmallLedger(desk: Desk, workers: { w1: string; w2: string }): Promise<SmallLedger> {
  const rows = readCsv('ledger_small/parties.csv');
  const persons = rows.filter(({ sector }) => sector === 'resident');
  const ids = await addPeople(
    desk,
    persons.map(({ party }) => ({ name: `居民${party}` })),
  );
  const parties: Record<string, string> = { ...workers };
  persons.forEach(({ party }, i) => {
    parties[party as string] = ids[i] as string;
  });
  for (const { party = '', sector = '' } of rows.filter((row) => row['kind'] === 'org')) {
    const group = sector === 'resident_group';
    parties[party] = await addPartner(desk, {
      name: `单位${party}`,
      kind: group ? 'group' : 'organisation',
      sector: SECTORS[sector] ?? sector,
    });
  }
  const projects = { P1: await addProject(desk, '井边凉亭'), P2: await addProject(desk, '楼道扶手') };
  for (const own of byEvent(readCsv('ledger_small/contributions.csv'))) {
    await writeEvent(desk, own, { parties, projects });
  }
  return { projects, parties };
}

function byEvent(rows: Row[]): Row[][] {
  const events = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row['event'] || (row['id'] as string);
    events.set(key, [...(events.get(key) ?? []), row]);
  }
  return [...events.values()];
}

const kindOf = (party: string): Gift['partyKind'] =>
  /^w/.test(party) ? 'account' : /^r/.test(party) ? 'person' : party === 'gA' ? 'group' : 'organisation';

function giftOf(row: Row, parties: Record<string, string>): Gift {
  const party = row['party'] as string;
  return {
    partyKind: kindOf(party),
    party: parties[party] as string,
    form: FORMS[row['kind'] as string] ?? (row['kind'] as string),
    mode: row['mode'] || 'individual',
    pay: row['paid'] === '1' ? 'paid' : 'unpaid',
    ...(row['money'] ? { amount: Number(row['money']) } : { minutes: Number(row['hours']) * 60 }),
  };
}

async function writeEvent(desk: Desk, rows: Row[], { parties, projects }: SmallLedger): Promise<void> {
  const [first] = rows as [Row];
  const strategy = first['strategy'] ?? '';
  await act(desk, {
    day: first['date'] as string,
    given: rows.map((row) => giftOf(row, parties)),
    worker: rows.some((row) => /^w/.test(row['party'] as string)),
    more: {
      kind: first['money'] ? 'resource-link' : 'work-day',
      project: projects[first['project'] as string],
      phase: first['phase'],
      strategies: strategy ? [STRATEGIES[strategy] ?? strategy] : [],
    },
  });
}
