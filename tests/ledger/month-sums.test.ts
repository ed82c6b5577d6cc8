// The month's sums are kept as work is recorded. Whatever is recorded, corrected or taken back, they equal a recount.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { join, setUpStation } from '../support/cast.ts';
import type { TestClient } from '../support/client.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { PIXEL } from '../doors/samples-ledger.ts';

let program: TestProgram;
let zhou: TestClient;
let station: string;
let people: string[];

beforeAll(async () => {
  program = await startProgram();
  ({ zhou, station } = await setUpStation(program.address));
  people = await Promise.all(['张满秀', '李冬秀', '王细妹'].map(addPerson));
});
afterAll(() => program?.stop());

async function addPerson(name: string): Promise<string> {
  const id = randomUUID();
  const person = {
    name,
    sex: 'female',
    bornOn: null,
    bornPrecision: null,
    village: null,
    villageGroup: '',
    phone: '',
    groups: [],
  };
  const added = await zhou.call('people/add', { station, id, ...person });
  if (added.status !== 200) throw new Error(JSON.stringify(added.body));
  return id;
}

/** What a line counts for, in the test's own words. */
interface Line {
  id: string;
  version: number;
  kind: 'visit' | 'meeting' | 'work-day';
  month: string;
  minutes: number;
  met: 'self' | 'nobody';
  present: number;
  unnamed: number;
  spent: number;
  given: number;
  proven: boolean;
  outside: boolean;
}

type Shape = Omit<Line, 'id' | 'version' | 'proven'>;

const shape: fc.Arbitrary<Shape> = fc.record({
  kind: fc.constantFrom('visit', 'meeting', 'work-day'),
  month: fc.constantFrom('2026-01', '2026-02'),
  minutes: fc.integer({ min: 1, max: 300 }),
  met: fc.constantFrom('self', 'nobody'),
  present: fc.integer({ min: 0, max: 3 }),
  unnamed: fc.integer({ min: 0, max: 20 }),
  spent: fc.constantFrom(0, 12.5, 99.99),
  given: fc.constantFrom(0, 45, 120),
  outside: fc.boolean(),
});

type Step =
  | { do: 'record'; shape: Shape }
  | { do: 'correct'; which: number; shape: Shape }
  | { do: 'take-back' | 'prove'; which: number };

const which = fc.nat({ max: 30 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('record' as const), shape }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('correct' as const), which, shape }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('take-back' as const, 'prove' as const), which }) },
);

function visitInput(line: Shape) {
  return {
    person: people[0],
    startedAt: `${line.month}-01T00:30:00+08:00`, // still the month before in UTC
    minutes: line.minutes,
    met: line.met,
    needs: [],
    note: '',
    nextOn: null,
    ...(line.outside ? { askedBy: 'administration' } : {}),
  };
}

function eventInput(line: Shape) {
  const given = { partyKind: 'person', party: people[0], form: 'labour', minutes: line.given };
  return {
    kind: line.kind,
    title: '事',
    startedAt: `${line.month}-28T20:00:00+08:00`,
    minutes: line.minutes,
    present: people.slice(0, line.present).map((person) => ({ person })),
    unnamed: line.unnamed,
    expenses: line.spent ? [{ amount: line.spent, budgetLine: '', what: '' }] : [],
    given: line.given ? [given] : [],
    ...(line.outside ? { askedBy: 'administration' } : {}),
  };
}

async function must(name: string, input: object): Promise<void> {
  const answer = await zhou.call(name, { station, ...input });
  if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
}

async function doStep(lines: Line[], one: Step): Promise<void> {
  if (one.do === 'record') {
    const id = randomUUID();
    if (one.shape.kind === 'visit') await must('ledger/recordVisit', { id, ...visitInput(one.shape) });
    else await must('ledger/record', { id, ...eventInput(one.shape) });
    lines.push({ ...one.shape, id, version: 1, proven: false });
    return;
  }
  const line = lines[one.which % Math.max(lines.length, 1)];
  if (!line) return;
  if (one.do === 'take-back') {
    await must('ledger/takeBack', { id: line.id, version: line.version, why: '' });
    lines.splice(lines.indexOf(line), 1);
  } else if (one.do === 'prove') {
    const sheet = { kind: 'voucher', name: '票', type: 'image/png', content: PIXEL };
    await must('ledger/attach', { id: randomUUID(), event: line.id, ...sheet });
    if (!line.proven) Object.assign(line, { proven: true });
  } else if (one.do === 'correct') await correct(line, one.shape);
}

async function correct(line: Line, wanted: Shape): Promise<void> {
  const kind = line.kind === 'visit' || wanted.kind === 'visit' ? line.kind : wanted.kind;
  const next = { ...wanted, kind };
  const id = randomUUID();
  const entry = { id, corrects: line.id, version: line.version };
  if (kind === 'visit') await must('ledger/correctVisit', { ...entry, ...visitInput(next) });
  else await must('ledger/correct', { ...entry, ...eventInput(next) });
  Object.assign(line, next, { id, version: 1 });
}

/** The recount: from the lines that stand, by hand. */
function recount(lines: Line[]): Record<string, number[]> {
  const sums: Record<string, number[]> = {};
  for (const line of lines) {
    const key = [line.month, line.kind, line.outside].join(' ');
    const visit = line.kind === 'visit';
    const seen = Number(line.met === 'self');
    const one = [
      1,
      Number(line.proven),
      line.minutes,
      visit ? seen : 0,
      visit ? seen : line.present + line.unnamed,
      visit ? 0 : line.spent * 100,
    ];
    sums[key] = one.map((value, index) => Math.round(value + (sums[key]?.[index] ?? 0)));
  }
  return sums;
}

const rowsOf = async (text: string) => (await program.database.owner.query(text)).rows;

async function kept(): Promise<Record<string, number[]>> {
  const rows =
    await rowsOf(`select to_char(month, 'YYYY-MM') || ' ' || kind || ' ' || outside as key, sum(events)::int as e, sum(proven)::int as p,
    sum(minutes)::int as m, sum(household_times)::int as h, sum(person_times)::int as t, (sum(spent) * 100)::int as s from heli.month_sum group by 1`);
  return Object.fromEntries(rows.map(({ key, e, p, m, h, t, s }) => [key, [e, p, m, h, t, s]]));
}

/** Who is there without having given anything else gave the time of it. */
function givenAt(line: Line): { first: number; all: number } {
  if (line.kind === 'visit') return { first: 0, all: 0 };
  const first = line.given || (line.present > 0 ? line.minutes : 0);
  return { first, all: first + Math.max(line.present - 1, 0) * line.minutes };
}

/** How often the first person was reached, what she gave, and what residents gave in all. */
function recountOfFirst(lines: Line[]): { served: number; given: number; apart: number } {
  const sum = (of: (line: Line) => number) => lines.reduce((total, line) => total + of(line), 0);
  return {
    served: sum((line) => Number(line.kind === 'visit' ? line.met === 'self' : line.present > 0)),
    given: sum((line) => givenAt(line).first),
    apart: sum((line) => givenAt(line).all),
  };
}

describe('the month’s sums', () => {
  beforeEach(async () => {
    const standing = await rowsOf(`select id, version from heli.event where superseded_by is null`);
    for (const { id, version } of standing) await must('ledger/takeBack', { id, version, why: '' });
  });

  test('nothing that was taken back leaves a row behind', async () => {
    const left = await rowsOf(`select (select count(*) from heli.month_sum) + (select count(*) from heli.month_served)
      + (select count(*) from heli.given_fact) + (select count(*) from heli.month_given_sum) as rows`);
    expect(Number(left[0].rows)).toBe(0);
  });

  test('equal a recount, whatever is recorded, put right, taken back and proven', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        const lines: Line[] = [];
        for (const one of steps) await doStep(lines, one);
        expect(await kept()).toEqual(recount(lines));
        const [served] = await rowsOf(
          `select coalesce(sum(times), 0)::int as times from heli.month_served where person_id = '${people[0]}'`,
        );
        const [given] = await rowsOf(
          `select coalesce(sum(minutes), 0)::int as minutes from heli.given_fact where party_id = '${people[0]}'`,
        );
        const [apart] = await rowsOf(
          `select coalesce(sum(minutes), 0)::int as minutes from heli.month_given_sum where sector = 'resident'`,
        );
        expect({ served: served.times, given: given.minutes, apart: apart.minutes }).toEqual(recountOfFirst(lines));
        for (const { id, version } of lines) await must('ledger/takeBack', { id, version, why: '' });
      }),
      { numRuns: 25 },
    );
  });
});

test('a county sees the sums of its stations, nothing of fewer than five, and nobody by name', async () => {
  const lines: Line[] = [];
  const quiet = { met: 'self', present: 0, unnamed: 0, spent: 0, given: 0, outside: false } as const;
  await doStep(lines, { do: 'record', shape: { ...quiet, kind: 'visit', month: '2026-01', minutes: 30 } });
  const officer = await join(program.address, { zhou, station }, { name: '白露', role: 'cadre', area: '430181001000' });
  const seen = async () => (await officer.call('ledger/countyMonth', { month: '2026-01' })).body.sums;
  expect(await seen()).toMatchObject([{ kind: 'visit', events: null, householdTimes: null, minutes: null }]);
  for (let more = 0; more < 4; more++) {
    await doStep(lines, { do: 'record', shape: { ...quiet, kind: 'visit', month: '2026-01', minutes: 30 } });
  }
  expect(await seen()).toMatchObject([{ kind: 'visit', events: 5, householdTimes: 5, personTimes: 5, minutes: 150 }]);
  const own = await zhou.call('ledger/month', { station, month: '2026-01' });
  expect(own.body.sums).toMatchObject([{ events: 5 }]);
  expect((await officer.call('ledger/events', { station })).status).toBe(403);
});
