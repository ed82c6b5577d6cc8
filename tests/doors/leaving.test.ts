// Roles are withdrawn: by whom, from whom, and what is left of them a moment later.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIU_GUIZHEN } from '../support/cast.ts';
import { openClient, type TestClient } from '../support/client.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { changesBetween, readContents } from './contents.ts';
import { type Listening, listenToStderr } from './quiet.ts';
import { enter, inviteTo, type Name, openTown, passwordOf, type Town } from './town.ts';

let stderr: Listening;
let program: TestProgram;
let town: Town;

beforeAll(async () => {
  stderr = listenToStderr();
  program = await startProgram();
  town = await openTown(program.address, program.database.owner);
});
afterAll(async () => {
  await program?.stop();
  stderr.stop();
  expect(stderr.heard()).toBe('');
});

interface Line {
  grant: string;
  name: string;
  role: string;
  place: string;
}

async function colleagues(who: Name | TestClient, station = town.station): Promise<Line[]> {
  const client = typeof who === 'string' ? town.people[who] : who;
  return (await client.call('access/colleagues', { station })).body.items;
}

const lineOf = (lines: Line[], name: string) => lines.find((line) => line.name === name);

async function withdraw(by: TestClient, name: string, station = town.station) {
  const { grant } = lineOf(await colleagues(by, station), name) ?? { grant: randomUUID() };
  return by.call('access/revokeGrant', { station, grant });
}

async function anotherHead(name: string): Promise<TestClient> {
  return enter(town.address, await inviteTo(town.people.周敏, town.station, { name, role: 'head' }), name);
}

describe('who is on the list', () => {
  test('a worker sees who works at the station', async () => {
    const names = (await colleagues('何晓川')).map((line) => line.name).sort();
    expect(names).toEqual(['何晓川', '周敏', '谭立', '钱秀英', '马岚'].sort());
  });

  test('a head who does not keep the host sees also the cadres of the town, with their place', async () => {
    const head = await anotherHead('贺站长');
    const lines = await colleagues(head);
    expect(lineOf(lines, '吴国平')).toMatchObject({ role: 'cadre', place: expect.stringMatching(/./) });
    for (const beyond of ['白露', '程远山', '沈怀']) expect(lineOf(lines, beyond)).toBeUndefined();
  });

  test('a head who keeps the host sees everyone whose role covers an area or an organisation of the county', async () => {
    const lines = await colleagues('周敏');
    expect(lineOf(lines, '白露')).toMatchObject({ role: 'officer', place: expect.stringContaining('浏阳') });
    expect(lineOf(lines, '程远山')).toMatchObject({ role: 'manager', place: '合力社工服务中心' });
    expect(lineOf(lines, '沈怀')).toMatchObject({ role: 'researcher' });
    expect(lineOf(lines, '黎明月')).toBeUndefined();
  });

  test('the head of the next town sees nobody of this one', async () => {
    const names = (await colleagues('覃秋雨', town.otherStation)).map((line) => line.name).sort();
    expect(names).toEqual(['覃秋雨', '黎明月'].sort());
  });
});

describe('refused, and nothing is changed by it', () => {
  async function refuse(by: TestClient, input: object, expected: [number, string]) {
    const before = await readContents(town.owner);
    const answer = await by.call('access/revokeGrant', input);
    expect([answer.status, answer.body.sentence]).toEqual(expected);
    expect(changesBetween(before, await readContents(town.owner))).toEqual([]);
  }

  test('one’s own role', async () => {
    const own = lineOf(await colleagues('周敏'), '周敏');
    const told: [number, string] = [422, '不能收回自己的权限，请另一位站长来做。'];
    await refuse(town.people.周敏, { station: town.station, grant: own?.grant }, told);
  });

  test('somebody of another station', async () => {
    const theirs = lineOf(await colleagues('覃秋雨', town.otherStation), '黎明月');
    const told: [number, string] = [404, '没有找到，或者您看不到它。'];
    await refuse(town.people.周敏, { station: town.station, grant: theirs?.grant }, told);
  });

  test('a cadre of this town, by the head of the next one', async () => {
    const cadre = lineOf(await colleagues('周敏'), '吴国平');
    const told: [number, string] = [404, '没有找到，或者您看不到它。'];
    await refuse(town.people.覃秋雨, { station: town.otherStation, grant: cadre?.grant }, told);
  });

  test('an officer or a manager, by a head who does not keep the host', async () => {
    const lines = await colleagues('周敏');
    const head = await anotherHead('何站长');
    const told: [number, string] = [404, '没有找到，或者您看不到它。'];
    for (const name of ['白露', '程远山'])
      await refuse(head, { station: town.station, grant: lineOf(lines, name)?.grant }, told);
  });

  test('the database refuses it too, whatever the program says', async () => {
    const { rows } = await town.owner.query<{ account: string; token: string; officer: string }>(
      `select x."userId" as account, x.token, (select g.id from heli.access_grant g where g.role = 'officer') as officer
        from auth.session x join heli.account a on a.id::text = x."userId" where a.name = '何站长'`,
    );
    const client = await program.database.app.connect();
    try {
      await client.query('begin');
      await client.query('select heli.become($1, 430181, $2)', [rows[0]?.account, rows[0]?.token]);
      const refused = client.query('select heli.withdraw_grant($1, $2)', [town.station, rows[0]?.officer]);
      await expect(refused).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('a role that is withdrawn', () => {
  test('is refused at once on a session that is open; after signing in anew nothing is left of it', async () => {
    const worker = town.people.何晓川;
    const key = { 'idempotency-key': randomUUID() };
    const person = { station: town.station, id: randomUUID(), ...LIU_GUIZHEN };
    expect((await worker.call('people/add', person, key)).status).toBe(200);
    expect((await withdraw(town.people.周敏, '何晓川')).status).toBe(200);
    expect((await worker.call('people/list', { station: town.station })).status).toBe(401);
    expect((await worker.call('people/add', person, key)).status).toBe(401);

    const again = openClient(town.address);
    await again.call('access/signIn', { login: '何晓川', password: passwordOf('何晓川') });
    expect((await again.call('access/me')).body.stations).toEqual([]);
    // The answer is still kept under her key, but permission comes first: it is not given again.
    const kept = await town.owner.query('select answer from heli.answer where key = $1', [key['idempotency-key']]);
    expect(kept.rows).toHaveLength(1);
    const repeated = await again.call('people/add', person, key);
    expect([repeated.status, repeated.body.sentence, repeated.body.id]).toEqual([
      403,
      '您没有做这件事的权限。',
      undefined,
    ]);
    expect((await again.call('people/get', { station: town.station, id: person.id })).status).toBe(403);
  });

  test('which ran out while the session was open gives no kept answer either', async () => {
    const token = await inviteTo(town.people.周敏, town.station, { name: '短工', role: 'worker' });
    const worker = await enter(town.address, token, '短工');
    const key = { 'idempotency-key': randomUUID() };
    const person = { station: town.station, id: randomUUID(), ...LIU_GUIZHEN };
    expect((await worker.call('people/add', person, key)).status).toBe(200);
    await town.owner.query(
      `update heli.access_grant g set ends_at = now() from heli.account a where a.id = g.account_id and a.name = '短工'`,
    );
    const other = { ...person, id: randomUUID() };
    expect((await worker.call('people/add', other)).status).toBe(403);
    expect((await worker.call('people/add', person, key)).status).toBe(403);
    // What the program remembers of a role for half a minute opens nothing: the database shows no row.
    const listed = await worker.call('people/list', { station: town.station });
    expect(listed.body.items ?? []).toEqual([]);
  });

  test.each(['吴国平', '白露', '程远山'] as const)('also when it reaches beyond the station: %s', async (name) => {
    const person = town.people[name];
    expect((await person.call('places/station', { station: town.station })).status).toBe(200);
    expect((await withdraw(town.people.周敏, name)).status).toBe(200);
    expect((await person.call('places/station', { station: town.station })).status).toBe(401);
    const again = openClient(town.address);
    await again.call('access/signIn', { login: name, password: passwordOf(name) });
    const me = await again.call('access/me');
    expect([me.body.stations, me.body.roles]).toEqual([[], []]);
    expect(lineOf(await colleagues('周敏'), name)).toBeUndefined();
  });

  test('is noted in the station’s journal', async () => {
    const { rows } = await town.owner.query<{ n: number }>(
      `select count(*)::int as n from heli.journal where command = 'access.revokeGrant' and station_id = $1`,
      [town.station],
    );
    expect(rows[0]?.n).toBe(4);
  });
});

describe('there is always a head', () => {
  test('of two who withdraw each other at the same moment one remains', async () => {
    for (let round = 0; round < 5; round++) {
      const station = randomUUID();
      const input = {
        id: station,
        town: '430181003000',
        name: `第${round}站`,
        operator: '机构',
        head: `甲站长${round}`,
      };
      const opened = await town.people.周敏.call('access/openStation', input);
      const first = await enter(town.address, opened.body.token, `甲站长${round}`);
      const token = await inviteTo(first, station, { name: `乙站长${round}`, role: 'head' });
      const second = await enter(town.address, token, `乙站长${round}`);
      const lines = await colleagues(first, station);
      const grantOf = (name: string) => lineOf(lines, name)?.grant;
      const answers = await Promise.all([
        first.call('access/revokeGrant', { station, grant: grantOf(`乙站长${round}`) }),
        second.call('access/revokeGrant', { station, grant: grantOf(`甲站长${round}`) }),
      ]);
      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
      const { rows } = await town.owner.query<{ n: number }>(
        `select count(*)::int as n from heli.access_grant where station_id = $1 and role = 'head' and revoked_at is null`,
        [station],
      );
      expect(rows[0]?.n).toBe(1);
    }
  });
});
