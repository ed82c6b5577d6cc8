// Something in the program itself is broken: the asker is told an id, the log is told where, and nobody's name is in it.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setUpStation } from '../support/cast.ts';
import type { TestClient } from '../support/client.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { changesBetween, readContents } from './contents.ts';
import { type Listening, listenToStderr } from './quiet.ts';

let stderr: Listening;
let program: TestProgram;
let zhou: TestClient;
let station: string;

const SECRET = '只有她自己知道的事';

beforeAll(async () => {
  stderr = listenToStderr();
  program = await startProgram();
  ({ zhou, station } = await setUpStation(program.address));
});
afterAll(async () => {
  await program?.stop();
  stderr.stop([SECRET, station, zhou.cookie()]);
});

const newPerson = () => ({
  ...{ station, id: randomUUID(), name: '刘桂珍', sex: 'female', bornOn: null, bornPrecision: null, village: null },
  ...{ villageGroup: SECRET, phone: '13812342207', groups: [] },
});

/** As if a migration had gone wrong: the database refuses, and quotes the whole row in its message. */
const breakThings = (owner: TestProgram['database']['owner']) =>
  owner.query("alter table heli.person add constraint broken check (village_group = '') not valid");
const mendThings = (owner: TestProgram['database']['owner']) =>
  owner.query('alter table heli.person drop constraint broken');

test.each([
  ['zh', /^出了点问题，编号 [0-9a-f-]{36}。刚才的内容没有丢，可以再试一次；还不行，把编号告诉管系统的人。$/],
  ['en', /^Something went wrong, id [0-9a-f-]{36}\. What you typed is not lost; try again, or give this id/],
])('a fault is told by its id, in %s, and nothing is changed', async (language, sentence) => {
  const { owner } = program.database;
  const before = await readContents(owner);
  await breakThings(owner);
  const answer = await zhou.call('people/add', newPerson(), { 'accept-language': language });
  await mendThings(owner);
  expect([answer.status, answer.body.reason]).toEqual([500, 'fault']);
  expect(answer.body.sentence).toMatch(sentence);
  expect(Object.keys(answer.body).sort()).toEqual(['code', 'id', 'reason', 'sentence']);
  expect(changesBetween(before, await readContents(owner))).toEqual([]);
  const lines = stderr.heard().trim().split('\n');
  const line = JSON.parse(lines.at(-1) ?? '{}');
  expect(line).toMatchObject({ what: 'fault', id: answer.body.id, code: '23514' });
  expect(Object.keys(line).sort()).toEqual(['at', 'code', 'id', 'name', 'what', 'where']);
});

test('mended, the same change goes through', async () => {
  expect((await zhou.call('people/add', newPerson())).status).toBe(200);
});
