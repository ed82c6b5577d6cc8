// The same digits from the command line, and from a file without names on another machine.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heli as run } from '../analysis/run-heli.ts';
import { join, setUpStation } from '../support/cast.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { writeSmallLedger } from './ledger-small.ts';
import { act, addPeople, type Desk, done, lens, morning, time, value } from './recording.ts';
import { randomUUID } from 'node:crypto';

const WINDOW = ['--from', '2026-01-01', '--to', '2026-06-30'];
const LENSES = ['resilience', 'community', 'value', 'participation', 'diffusion'];

let program: TestProgram;
let desk: Desk;
let folder: string;
const before = process.env.DATABASE_URL;

beforeAll(async () => {
  program = await startProgram();
  const { zhou, station } = await setUpStation(program.address);
  desk = { client: zhou, station };
  const me = (await zhou.call('access/me')).body.id;
  const he = await join(program.address, { zhou, station }, { name: '何晓川', role: 'worker' });
  await writeSmallLedger(desk, { w1: me, w2: (await he.call('access/me')).body.id });
  folder = mkdtempSync(path.join(os.tmpdir(), 'heli-lens-'));
  process.env.DATABASE_URL = program.database.url;
});
afterAll(async () => {
  if (before === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = before;
  rmSync(folder, { recursive: true, force: true });
  await program?.stop();
});

/** The figures of an answer: everything but ids and names. */
function digits(answer: any): unknown {
  return answer.readings.map(({ definition, values, trend }: any) => [
    definition.id,
    values
      .map(({ value, numerator, denominator, interval, n, status }: any) => [
        value,
        numerator,
        denominator,
        interval,
        n,
        status,
      ])
      .sort((a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    trend,
  ]);
}

const heli = async (...words: string[]) => {
  const said = await run(...words, '--json');
  return { ...said, body: said.out ? JSON.parse(said.out) : null };
};
const facts = (name: string) => path.join(folder, name);

describe('refused', () => {
  test('without a station and its days', async () => {
    expect((await run('lens', 'value', '--language', 'zh')).code).toBe(3);
    expect((await heli('lens', 'value', '--station', '没有的站', ...WINDOW)).code).toBe(3);
    expect(
      (await heli('lens', 'value', '--station', '清河镇社工站', '--from', '2026-06-30', '--to', '2026-01-01')).code,
    ).toBe(3);
  });

  test('a file that is no export, or was changed, is told with the place', async () => {
    writeFileSync(facts('no.json'), '{"format":"heli-lens-facts"}');
    const { code, err } = await run('lens', 'value', '--from', facts('no.json'), '--language', 'en');
    expect([code, err]).toEqual([3, expect.stringContaining('version')]);
    expect((await run('lens', 'value', '--from', facts('none.json'))).code).toBe(3);
  });
});

test.each(LENSES)('%s: the command line gives the digits of the page', async (name) => {
  const { code, body } = await heli('lens', name, '--station', '清河镇社工站', ...WINDOW);
  expect(code).toBe(0);
  expect(digits(body)).toEqual(digits(await lens(desk, name, { from: '2026-01-01', to: '2026-06-30' })));
});

test('a file without names gives the same digits, and is not written over', async () => {
  const out = facts('facts.json');
  const exported = await heli('lens', 'export', out, '--station', '清河镇社工站', ...WINDOW);
  expect(exported.body).toMatchObject({ acts: 27, shifted: false });
  for (const name of LENSES) {
    const there = (await heli('lens', name, '--station', '清河镇社工站', ...WINDOW)).body;
    expect([name, digits((await heli('lens', name, '--from', out)).body)]).toEqual([name, digits(there)]);
  }
  expect((await heli('lens', 'export', out, '--station', '清河镇社工站', ...WINDOW)).code).toBe(3);
});

test('nobody and nothing can be recognised in it: no names, no ids, no codes of places', async () => {
  const text = readFileSync(facts('facts.json'), 'utf8');
  for (const word of ['居民', '单位', '井边凉亭', '何晓川', '周敏', '430181']) expect(text).not.toContain(word);
  const { rows } = await program.database.owner.query<{ id: string }>(
    'select party_id::text as id from heli.given_fact union select event_id::text from heli.given_fact',
  );
  for (const { id } of rows) expect(text).not.toContain(id);
});

test('two exports do not match unless they share a key', async () => {
  const parties = (name: string) =>
    JSON.parse(readFileSync(facts(name), 'utf8'))
      .acts.map((act: any) => act.party)
      .sort();
  const export_ = (name: string, ...more: string[]) =>
    heli('lens', 'export', facts(name), '--station', '清河镇社工站', ...WINDOW, ...more);
  await export_('a.json', '--key', facts('key'));
  await export_('b.json', '--key', facts('key'));
  expect(parties('a.json')).toEqual(parties('b.json'));
  expect(parties('a.json')).not.toEqual(parties('facts.json'));
});

test('days can be moved: their distances stay', async () => {
  await heli('lens', 'export', facts('moved.json'), '--station', '清河镇社工站', ...WINDOW, '--shift');
  const days = (name: string) =>
    JSON.parse(readFileSync(facts(name), 'utf8'))
      .acts.map((act: any) => Date.parse(act.day))
      .sort();
  const [moved, kept] = [days('moved.json'), days('facts.json')];
  const by = (kept[0] - moved[0]) / 86_400_000;
  expect([by > 0, by % 7]).toEqual([true, 0]);
  expect(moved.map((day: number) => day + by * 86_400_000)).toEqual(kept);
});

test('what was recorded, corrected and taken back counts as a recount does', async () => {
  const [event] = (await done(desk, 'ledger/events', { station: desk.station, kind: 'work-day' })).items;
  const fields = { kind: 'work-day', title: '改过', startedAt: morning('2026-06-02'), minutes: 60 };
  const corrects = { station: desk.station, corrects: event.id, version: event.version };
  await done(desk, 'ledger/correct', { ...corrects, id: randomUUID(), ...fields });
  const [, other] = (await done(desk, 'ledger/events', { station: desk.station, kind: 'work-day' })).items;
  const back = { station: desk.station, id: other.id, version: other.version, why: '' };
  await done(desk, 'ledger/takeBack', back);
  const client = await program.database.owner.connect();
  try {
    await client.query('begin');
    const all = 'select coalesce(jsonb_agg(to_jsonb(f) order by f.contribution_id), $1) as kept from heli.given_fact f';
    const { rows: kept } = await client.query(all, ['[]']);
    await client.query('delete from heli.given_fact');
    await client.query(`select heli.keep_facts(county_id, station_id, array_agg(id), 1) from heli.event
      where superseded_by is null group by county_id, station_id`);
    const { rows: counted } = await client.query(all, ['[]']);
    expect(kept[0].kept.length).toBeGreaterThan(20);
    expect(kept).toEqual(counted);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('a month that was looked at already: what is written down late counts at the next look, and is gone when taken back', async () => {
  const window = { from: '2026-01-01', to: '2026-06-30' };
  const hours = async () => value(await lens(desk, 'resilience', window), 'A4', 'share').denominator;
  const before = await hours();
  const [giver] = await addPeople(desk, [{ name: '后记的人' }]);
  const id = await act(desk, { day: '2026-02-11', given: [time(giver as string, 120)] });
  expect(await hours()).toBe(before + 2);
  const { version } = await done(desk, 'ledger/event', { station: desk.station, id });
  await done(desk, 'ledger/takeBack', { station: desk.station, id, version, why: '' });
  expect(await hours()).toBe(before);
});
