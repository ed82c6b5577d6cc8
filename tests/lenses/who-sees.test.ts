// Who is shown what. Officers, managers and cadres see a whole year in numbers; what belongs to fewer than five people
// is hidden, and nothing that is told gives it back.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refreshAtNight } from '../../src/lenses/snapshot/refresh-snapshots.ts';
import { openTown, type Town } from '../doors/town.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { act, addPeople, addProject, type Desk, lens, reading, time, value } from './recording.ts';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const LENSES = ['resilience', 'community', 'value', 'participation', 'diffusion'];

let program: TestProgram;
let town: Town;
let here: Desk;
let officer: (scope: string, at?: string) => Promise<Record<string, any>>;

/** Residents give an hour each, some without a worker there. */
async function work(desk: Desk, { alone, together }: { alone: number; together: number }): Promise<void> {
  const people = await addPeople(
    desk,
    Array.from({ length: alone + together }, (_, nth) => ({ name: `邻居${nth}` })),
  );
  const project = await addProject(desk, '井边凉亭');
  const give = (own: string[]) => own.map((party) => time(party, 60, { mode: 'group' }));
  await act(desk, { day: '2026-03-03', given: give(people.slice(0, alone)), more: { project } });
  await act(desk, { day: '2026-03-10', given: give(people.slice(alone)), worker: true, more: { project } });
  await act(desk, { day: '2026-04-10', given: give(people.slice(alone + 1)), worker: true, more: { project } });
}

beforeAll(async () => {
  program = await startProgram();
  town = await openTown(program.address, program.database.owner);
  here = { client: town.people.何晓川, station: town.station };
  const there = { client: town.people.黎明月, station: town.otherStation };
  await work(here, { alone: 3, together: 9 });
  await work(there, { alone: 8, together: 7 });
  officer = async (scope, at = town.station) => {
    const desk = { client: town.people.白露, station: at };
    const answers = await Promise.all(LENSES.map((name) => lens(desk, name, { scope, ...YEAR })));
    return Object.fromEntries(answers.map((answer) => [answer.lens, answer]));
  };
  await officer('station');
});
afterAll(() => program?.stop());

const show = (name: keyof Town['people'], input: object) =>
  town.people[name].call('lenses/show', { station: town.station, lens: 'resilience', ...YEAR, ...input });

describe('refused', () => {
  test('a resident and a researcher see no lens of a station', async () => {
    for (const name of ['钱秀英', '沈怀'] as const) expect((await show(name, {})).status).toBe(403);
  });

  test('a town’s cadre does not see the county, a worker neither', async () => {
    for (const name of ['吴国平', '何晓川'] as const) {
      const { status, body } = await show(name, { scope: 'county' });
      expect([status, body.reason]).toEqual([403, 'county-not-seen']);
    }
  });

  test('an officer opens no project, no village and no rows', async () => {
    const project = await addProject(here, '楼道扶手');
    expect((await show('白露', { scope: 'project', project })).body.reason).toBe('whole-station-only');
    const asked = { station: town.station, ...YEAR, measure: 'A4', value: 'share' };
    expect((await town.people.白露.call('lenses/rows', asked)).status).toBe(403);
  });
});

describe('whole years only', () => {
  test('whatever days an officer asks for, the answer is the calendar year: no two windows can be subtracted', async () => {
    const { body } = await show('白露', { from: '2026-03-03', to: '2026-03-03' });
    expect([body.open, body.scope.from, body.scope.to]).toEqual([false, '2026-01-01', '2026-12-31']);
  });

  test('no names, no drawings, no hints that count people', async () => {
    const answers = await officer('station');
    const text = JSON.stringify(answers);
    expect(text).not.toContain('邻居');
    for (const answer of Object.values(answers)) {
      for (const one of answer.readings)
        expect([one.drawing, one.record, one.values.some((v: any) => v.opens)]).toEqual([null, [], false]);
    }
  });
});

describe('fewer than five people', () => {
  test('are not told: 3 people gave without a worker there', async () => {
    const { resilience } = await officer('station');
    expect(value(resilience, 'A4', 'share')).toMatchObject({
      value: null,
      numerator: null,
      denominator: null,
      n: null,
      status: 'suppressed',
    });
    expect(reading(resilience, 'A4').trend).toBeNull();
    // Whoever may open the rows sees them.
    expect(value((await show('谭立', {})).body, 'A4', 'share')).toMatchObject({ numerator: 3, denominator: 20 });
  });

  test('cannot be worked out from the county and the other stations', async () => {
    const [one, other, county] = await Promise.all([
      officer('station'),
      officer('station', town.otherStation),
      officer('county'),
    ]);
    let hidden = 0;
    for (const name of LENSES) {
      for (const { definition, values } of county[name]?.readings ?? []) {
        for (const total of values) {
          const parts = [one, other].map((answers) => value(answers[name], definition.id, total.key)).filter(Boolean);
          const gone = parts.filter((part) => part.status === 'suppressed').length;
          hidden += gone;
          const told = total.status !== 'suppressed' && (total.value !== null || total.numerator !== null);
          if (told) expect([definition.id, total.key, gone === 1]).toEqual([definition.id, total.key, false]);
        }
      }
    }
    expect(hidden).toBeGreaterThan(0);
  });

  test('nor from the rest of a table: one hidden cell never stands alone among its likes', async () => {
    const answers = await officer('station');
    const tables = new Map<string, string[]>();
    for (const name of LENSES) {
      for (const { definition, values } of answers[name]?.readings ?? []) {
        for (const { group, status, unit } of values) {
          if (!['C2', 'D3'].includes(definition.id) || !group || unit === 'chance' || group.key === 'middle') continue;
          const key = `${definition.id} ${group.key}`;
          tables.set(key, [...(tables.get(key) ?? []), status]);
        }
      }
    }
    for (const [key, statuses] of tables) {
      const gone = statuses.filter((status) => status === 'suppressed').length;
      expect([key, gone === 1 && statuses.length > 1]).toEqual([key, false]);
    }
  });
});

describe('opened', () => {
  test('the rows behind a value, page after page, with who and what', async () => {
    const asked = { station: town.station, ...YEAR, measure: 'A4', value: 'share', limit: 15 };
    const first = (await town.people.谭立.call('lenses/rows', asked)).body;
    expect(first.items).toHaveLength(15);
    expect(first.items[0]).toMatchObject({ day: '2026-04-10', minutes: 60, sector: 'resident', what: '出工' });
    expect(first.items[0].who).toContain('邻居');
    const rest = (await town.people.谭立.call('lenses/rows', { ...asked, cursor: first.next })).body;
    expect(rest.items).toHaveLength(5);
    expect(new Set([...first.items, ...rest.items].map((row) => row.key)).size).toBe(20);
  });

  test('one project alone, for who may open records', async () => {
    const { body } = await town.people.谭立.call('projects/list', { station: town.station });
    const project = body.items.find((one: { name: string }) => one.name === '井边凉亭').id;
    const answer = (await show('谭立', { scope: 'project', project })).body;
    expect([answer.scope.name, value(answer, 'A4', 'share').denominator]).toEqual(['井边凉亭', 20]);
  });

  test('as a Word file with its chart, a workbook with its rows, and JSON, each with how it was counted', async () => {
    const files = await Promise.all(
      ['word', 'excel', 'json'].map(async (as) => {
        const input = { station: town.station, lens: 'participation', ...YEAR, as };
        return (await town.people.谭立.call('lenses/file', input)).body;
      }),
    );
    const [word, excel, json] = files.map(({ content }) => Buffer.from(content, 'base64'));
    expect([word?.subarray(0, 2).toString(), excel?.subarray(0, 2).toString()]).toEqual(['PK', 'PK']);
    expect(word?.includes('word/media/')).toBe(true);
    const said = JSON.parse(String(json));
    expect(said.lens.readings.map((one: any) => one.definition.id)).toEqual(['D1', 'D2', 'D3', 'D5']);
    expect(said.method.join('\n')).toContain('D1 第 1 版');
    expect(said.method.join('\n')).toContain('lenses.show');
  });

  test('an officer’s file holds no rows', async () => {
    const input = { station: town.station, lens: 'participation', ...YEAR, as: 'json' };
    const { content } = (await town.people.白露.call('lenses/file', input)).body;
    expect(Buffer.from(content, 'base64').toString()).not.toContain('邻居');
  });
});

describe('written down', () => {
  const shock = () => ({ station: town.station, id: randomUUID(), kind: 'flood', name: '大水' });

  test('a shock that has not come yet, or ends before it begins, is refused', async () => {
    const wrong = { ...shock(), from: '2099-01-02', to: '2099-01-01' };
    const { status, body } = await here.client.call('lenses/logShock', wrong);
    expect([status, body.fields.map((one: any) => one.path[0])]).toEqual([400, ['to', 'from']]);
  });

  test('more names on both lists than on one of them is refused', async () => {
    const event = await act(here, { day: '2026-05-05', given: [] });
    const counted = { station: town.station, event, onPaper: 5, onBoth: 3 };
    const { status, body } = await here.client.call('lenses/countSheet', counted);
    expect([status, body.reason]).toEqual([400, 'sheet-counts']);
  });
});

describe('the county’s year is counted at night', () => {
  const night = new Date('2026-12-02T18:30:00Z');
  const takenAt = async () =>
    (
      await program.database.owner.query(
        `select taken_at as at from heli.lens_snapshot where scope = 'county' and year = 2026`,
      )
    ).rows[0]?.at;

  test('by day nothing is counted', async () => {
    expect(await refreshAtNight(program.database, new Date('2026-12-02T02:30:00Z'))).toBe(0);
  });

  test('at half past two at night once, and not again that night', async () => {
    expect(await refreshAtNight(program.database, night)).toBe(1);
    expect(await takenAt()).toEqual(night);
    expect(await refreshAtNight(program.database, new Date(night.getTime() + 3_600_000))).toBe(0);
  });

  test('in January last year is counted too, as its last days are still being written down', async () => {
    expect(await refreshAtNight(program.database, new Date('2027-01-02T18:30:00Z'))).toBe(2);
  });
});
