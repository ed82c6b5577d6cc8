import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { loadChanges, loadTowns, loadVillages } from './load-areas.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await makeDatabase();
  await database.owner.query('truncate heli.area, heli.area_change cascade');
});

afterAll(() => database?.drop());

async function count(condition: string): Promise<number> {
  const { rows } = await database.owner.query(`select count(*)::int as count from heli.area where ${condition}`);
  return rows[0].count;
}

// How long it takes: npm run bench -- areas.
describe('loading areas', () => {
  test('all towns are there', async () => {
    expect(await loadTowns(database.owner)).toBe(44_699);
    expect(await count('level = 4')).toBe(41_351);
  });

  test('a province’s villages are there, below their towns', async () => {
    expect(await loadVillages(database.owner, '37')).toBe(62_074);
    expect(await count('level = 5 and parent not in (select code from heli.area where level = 4)')).toBe(0);
  });

  test('one county’s villages can be loaded alone, and one city’s that has no counties', async () => {
    expect(await loadVillages(database.owner, '130102')).toBe(await count("code like '130102%' and level = 5"));
    expect(await count("code like '13%' and level = 5")).toBe(await count("code like '130102%' and level = 5"));
    expect(await loadVillages(database.owner, '441900000000')).toBeGreaterThan(500);
  });

  test('what is there already stays as it is', async () => {
    await database.owner.query("update heli.area set name = '改过的' where code = '370203000000'");
    expect(await loadTowns(database.owner)).toBe(0);
    expect(await loadVillages(database.owner, '370203')).toBe(0);
    expect(await count("name = '改过的'")).toBe(1);
  });

  test('a wrong code is refused and leaves nothing behind', async () => {
    await expect(async () => loadVillages(database.owner, '37020')).rejects.toThrow(RangeError);
    await expect(async () => loadVillages(database.owner, '99')).rejects.toThrow();
    expect(await count('level = 5 and code > $$99$$')).toBe(0);
  });

  test('changed codes are loaded once', async () => {
    expect(await loadChanges(database.owner)).toBeGreaterThan(70);
    expect(await loadChanges(database.owner)).toBe(0);
    const { rows } = await database.owner.query(
      "select new_code, changed_on from heli.area_change where old_code = '371202000000'",
    );
    expect(rows).toEqual([{ new_code: '370116000000', changed_on: '2019-01-09' }]);
  });
});
