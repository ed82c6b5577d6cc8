import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { ROLE_MAY, ROLES } from './permission.ts';
import { VERSION } from './version.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database?.drop());

test('what a role may do is the same in the rules and in the database', async () => {
  const { rows } = await database.owner.query<{ role: string; may: string[] }>(
    "select role, array_agg(capability order by capability) as may from heli.role_capability where role <> 'system' group by role",
  );
  const told = Object.fromEntries(rows.map((row) => [row.role, row.may]));
  const ruled = Object.fromEntries(
    ROLES.filter((role) => ROLE_MAY[role].length > 0).map((role) => [role, [...ROLE_MAY[role]].sort()]),
  );
  expect(told).toEqual(ruled);
});

test('the program says the version it was released under', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(VERSION).toBe(version);
});
