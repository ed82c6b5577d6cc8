// A station's own ledger comes in: nothing is lost, nothing is guessed, nothing twice, and all of it can be taken back.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Book } from '../../src/reports/import/book.ts';
import { readWorkbook } from '../../src/reports/import/read-workbook.ts';
import { changesBetween, type Contents, readContents } from '../doors/contents.ts';
import type { TestProgram } from '../support/program.ts';
import { handIn, type Ask, type Keeper, openKeeper, rowsIn, takeIn } from './taking-in.ts';

let program: TestProgram;
let keeper: Keeper;
let ask: Ask;
let real: Book;

beforeAll(async () => {
  ({ program, keeper, ask } = await openKeeper());
  real = await readWorkbook(readFileSync('tests/import/data/station-ledger-1.xlsx'));
});
afterAll(() => program?.stop());

/** What an import leaves behind when it is undone: the journal, kept answers, its own record, and that its months were changed. */
const OWN = ['heli.journal', 'heli.journal_head', 'heli.journal_key', 'heli.answer'].concat(
  ['heli.import_batch', 'heli.import_row', 'heli.import_mapping'],
  ['auth.session', 'heli.access_log', 'heli.fact_day'],
);
const contents = () => readContents(program.database.owner);
const changed = async (before: Contents) => changesBetween(before, await contents(), OWN);

async function count(table: string): Promise<number> {
  const { rows } = await program.database.owner.query<{ n: number }>(`select count(*)::int as n from heli.${table}`);
  return rows[0]?.n ?? 0;
}

/** The month's sums as they stand, and as a recount of everything makes them. */
async function sums(): Promise<{ kept: unknown[]; recounted: unknown[] }> {
  const read = async () => {
    const parts = ['month_sum', 'month_served', 'month_given_sum', 'given_fact'].map(
      (table) => `select '${table}' || to_jsonb(t)::text as line from heli.${table} t`,
    );
    const { rows } = await client.query(`${parts.join(' union all ')} order by 1`);
    return rows;
  };
  const client = await program.database.owner.connect();
  try {
    await client.query('begin');
    const kept = await read();
    for (const table of ['month_sum', 'month_served', 'month_given_sum', 'given_fact']) {
      await client.query(`delete from heli.${table}`);
    }
    await client.query(`select heli.count_events(county_id, station_id, array_agg(id), 1) from heli.event
      where superseded_by is null group by county_id, station_id`);
    return { kept, recounted: await read() };
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('a real ledger', () => {
  let before: Contents;
  let id: string;

  test('is looked at row by row, and nothing is in the books yet', async () => {
    before = await contents();
    const handed = await handIn(keeper, real, '走访登记.xlsx');
    id = handed.id;
    expect(handed.tally).toEqual({ placed: 583, flagged: 27, held: 41, known: 0, skipped: 5, written: 0 });
    expect(await changed(before)).toEqual([]);
  });

  test('ID numbers of its rows do not stand in the database in clear', async () => {
    const { rows } = await program.database.owner.query(
      `select count(*)::int as n from heli.import_row where cells::text ~ '\\d{17}[0-9Xx]'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('goes into the books in steps that tell how far they are; the month’s sums are right', async () => {
    expect(await takeIn(keeper, id)).toEqual([169, 541, 610]);
    expect([await count('person'), await count('visit'), await count('attendance')]).toEqual([169, 372, 69]);
    const { kept, recounted } = await sums();
    expect(kept).toEqual(recounted);
    const whole = await ask('reports/import', { id });
    expect(whole.body).toMatchObject({ state: 'committed', tally: { held: 41, written: 610 } });
    expect(whole.body.grains).toHaveLength(652);
  });

  test('somebody listed twice has two files, proposed to be merged', async () => {
    expect(await count('duplicate_pair')).toBeGreaterThanOrEqual(9);
  });

  test('the same file again changes nothing', async () => {
    const then = await contents();
    const again = await handIn(keeper, real, '走访登记（1）.xlsx');
    expect(again.tally).toEqual({ placed: 0, flagged: 0, held: 41, known: 610, skipped: 5, written: 0 });
    await takeIn(keeper, again.id);
    expect(await changed(then)).toEqual([]);
  });

  test('a namesake is chosen once for all their rows, by age and village', async () => {
    const held = await rowsIn(keeper, id, 'held');
    const row = held.find((one: { name: string }) => one.name === '戚雨桐');
    expect(row.candidates.map((one: { age: number; sex: string }) => [one.sex, one.age > 10])).toHaveLength(2);
    const positions = [row.position, ...row.alike];
    const visits = await count('visit');
    const choice = { kind: 'person', person: row.candidates[0].id };
    const said = await ask('reports/reviewImport', { id, positions, choice });
    expect(said.status).toBe(200);
    expect(await count('visit')).toBe(visits + positions.length);
    const { kept, recounted } = await sums();
    expect(kept).toEqual(recounted);
  });

  test('an impossible day is put right, an unknown name becomes a person, a row is left out with its reason', async () => {
    const held = await rowsIn(keeper, id, 'held');
    const of = (reason: string) => held.filter((one: { reasons: string[] }) => one.reasons[0] === reason);
    const [dated] = of('impossible-date');
    const day = { id, positions: [dated.position], choice: { kind: 'day', day: '2026-02-28' } };
    expect((await ask('reports/reviewImport', day)).status).toBe(200);
    const [first, second, ...rest] = of('unknown-person');
    const make = { kind: 'new-person', person: randomUUID() };
    const both = { id, positions: [first.position, second.position], choice: make };
    expect((await ask('reports/reviewImport', both)).status).toBe(200);
    const choice = { kind: 'leave-out', why: '写错了' };
    const out = { id, positions: rest.map((one: { position: number }) => one.position), choice };
    expect((await ask('reports/reviewImport', out)).status).toBe(200);
    expect(await count('person')).toBe(170);
    const { kept, recounted } = await sums();
    expect(kept).toEqual(recounted);
  });

  test('a row that does not wait takes no word', async () => {
    const [row] = await rowsIn(keeper, id, 'placed');
    const said = await ask('reports/reviewImport', {
      id,
      positions: [row.position],
      choice: { kind: 'leave-out', why: '不要' },
    });
    expect([said.status, said.body.reason]).toEqual([422, 'import-not-held']);
  });

  test('it cannot be undone once something stands on it, and says what', async () => {
    const { rows } = await program.database.owner.query('select id, name from heli.person order by name limit 1');
    const visit = { id: randomUUID(), person: rows[0].id, startedAt: new Date().toISOString(), minutes: 20 };
    const recorded = await ask('ledger/recordVisit', { ...visit, needs: [], note: '', nextOn: null });
    expect(recorded.status).toBe(200);
    const then = await contents();
    const undone = await ask('reports/undoImport', { id });
    expect([undone.status, undone.body.reason]).toEqual([422, 'import-built-on-event']);
    expect(undone.body.sentence).toContain(rows[0].name);
    expect(await changed(then)).toEqual([]);
    await program.database.owner.query(`begin;
      select heli.count_events(county_id, station_id, array[id], -1) from heli.event where id = '${visit.id}';
      delete from heli.follow_up where event_id = '${visit.id}'; delete from heli.contribution where event_id = '${visit.id}';
      delete from heli.visit where event_id = '${visit.id}'; delete from heli.event where id = '${visit.id}'; commit`);
  });

  test('undone, every table is as it was before; undone twice it is refused', async () => {
    expect((await ask('reports/undoImport', { id })).body).toMatchObject({ id });
    expect(await changed(before)).toEqual([]);
    const again = await ask('reports/undoImport', { id });
    expect([again.status, again.body.reason]).toEqual([422, 'import-is-undone']);
  });

  test('after that it can be taken in anew', async () => {
    const handed = await handIn(keeper, real);
    expect(handed.tally).toMatchObject({ placed: 583, flagged: 27, held: 41, known: 0 });
    await takeIn(keeper, handed.id);
    expect((await ask('reports/undoImport', { id: handed.id })).status).toBe(200);
    expect(await changed(before)).toEqual([]);
  });
});
