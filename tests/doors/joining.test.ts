import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openClient } from '../support/client.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { changesBetween, readContents } from './contents.ts';
import { type Listening, listenToStderr } from './quiet.ts';
import { enter, inviteTo, type Name, openTown, passwordOf, type Town } from './town.ts';

let stderr: Listening;
let program: TestProgram;
let town: Town;
const tokens: string[] = [];

beforeAll(async () => {
  stderr = listenToStderr();
  program = await startProgram();
  town = await openTown(program.address, program.database.owner);
});
afterAll(async () => {
  try {
    await program?.stop();
  } finally {
    stderr.stop(tokens);
  }
  expect(stderr.heard()).toBe('');
});

async function invited(name: string, role = 'worker'): Promise<string> {
  const token = await inviteTo(town.people.周敏, town.station, { name, role });
  tokens.push(token);
  return token;
}

const accountOf = (name: string) => ({ name, username: name, phone: '', password: passwordOf(name) });
const accept = (token: string, name: string, language: 'zh' | 'en' = 'zh') =>
  openClient(town.address, language).call('access/acceptInvitation', { token, account: accountOf(name) });

const GONE_ZH = '这个邀请用过了、过期了或者收回了，请站长再发一个。';
const GONE_EN = 'This invitation was used, has expired or was withdrawn; ask the station head for a new one.';

/** Refused with one sentence in each language, and nothing is changed by it. */
async function refuseToken(token: string): Promise<void> {
  const before = await readContents(town.owner);
  const chinese = await accept(token, '后来的人');
  expect([chinese.status, chinese.body.sentence]).toEqual([422, GONE_ZH]);
  const english = await accept(token, '后来的人', 'en');
  expect([english.status, english.body.sentence]).toEqual([422, GONE_EN]);
  const read = await openClient(town.address).call('access/readInvitation', { token });
  expect([read.status, read.body.sentence]).toEqual([422, GONE_ZH]);
  expect(changesBetween(before, await readContents(town.owner))).toEqual([]);
}

async function allTables(): Promise<string> {
  const { rows: tables } = await town.owner.query<{ name: string }>(
    `select schemaname || '."' || tablename || '"' as name from pg_tables where schemaname in ('heli', 'auth')
      and tablename not in ('area', 'area_change')`,
  );
  const texts = tables.map(({ name }) => `select t::text as row from ${name} t`).join(' union all ');
  return (await town.owner.query<{ row: string }>(texts)).rows.map(({ row }) => row).join('\n');
}

describe('an invitation is refused', () => {
  test('that was used already', async () => {
    const token = await invited('许一诺');
    expect((await accept(token, '许一诺')).status).toBe(200);
    await refuseToken(token);
  });

  test('that has expired', async () => {
    const token = await invited('许二诺');
    await town.owner.query(`update heli.invitation set expires_at = now() - interval '1 second' where name = '许二诺'`);
    await refuseToken(token);
  });

  test('that was withdrawn; and one that was used cannot be withdrawn', async () => {
    const id = randomUUID();
    const input = { station: town.station, id, name: '许三诺', role: 'worker' };
    const { body } = await town.people.周敏.call('access/invite', input);
    tokens.push(body.token);
    expect((await town.people.周敏.call('access/withdrawInvitation', { station: town.station, id })).status).toBe(200);
    await refuseToken(body.token);
    const listed = await town.people.周敏.call('access/invitations', { station: town.station });
    const states = new Map(listed.body.items.map((one: { name: string; state: string }) => [one.name, one.state]));
    expect([states.get('许一诺'), states.get('许二诺'), states.get('许三诺')]).toEqual([
      'used',
      'expired',
      'withdrawn',
    ]);
    const used = listed.body.items.find((one: { name: string }) => one.name === '许一诺');
    const late = await town.people.周敏.call('access/withdrawInvitation', { station: town.station, id: used.id });
    expect([late.status, late.body.reason]).toEqual([422, 'invitation-gone']);
  });

  test.each(['430181-0123456789012345678901234567', 'x'.repeat(40), '999999-0123456789012345678901234567'])(
    'that nobody ever sent: %s',
    (token) => refuseToken(token),
  );

  test('with a name that another account has; the invitation stays open', async () => {
    const token = await invited('许四诺');
    const taken = await accept(token, '何晓川');
    expect([taken.status, taken.body.fields[0]]).toEqual([
      409,
      { path: ['account', 'username'], message: '这个账号名有人用了，换一个。' },
    ]);
    expect((await accept(token, '许四诺')).status).toBe(200);
  });
});

describe('an invitation works once', () => {
  test('two who open it at the same moment: exactly one account, one role', async () => {
    for (let round = 0; round < 4; round++) {
      const token = await invited(`同时${round}`);
      const names = [`甲${round}先生`, `乙${round}女士`];
      const answers = await Promise.all(names.map((name) => accept(token, name)));
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
      const { rows } = await town.owner.query(
        `select count(*)::int as accounts, count(g.id)::int as grants from heli.account a
          left join heli.access_grant g on g.account_id = a.id where a.username = any ($1)`,
        [names],
      );
      expect(rows[0]).toEqual({ accounts: 1, grants: 1 });
    }
  });

  test('its token is nowhere in the database, and is not told again to who repeats the key', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const input = { station: town.station, id: randomUUID(), name: '许五诺', role: 'worker' };
    const first = await town.people.周敏.call('access/invite', input, headers);
    const again = await town.people.周敏.call('access/invite', input, headers);
    expect(first.body.token).toMatch(/^430181-[\w-]{32}$/);
    expect([again.status, again.body]).toEqual([200, { ...first.body, token: '' }]);
    tokens.push(first.body.token);
    await accept(first.body.token, '许五诺');
    const kept = await allTables();
    expect(tokens.length).toBeGreaterThan(5);
    expect(
      tokens.filter((token) => kept.includes(token) || kept.includes(token.split('-').slice(1).join('-'))),
    ).toEqual([]);
    expect(kept).not.toContain(passwordOf('许五诺'));
  });
});

describe('whom one may invite', () => {
  const invite = (who: '周敏' | '覃秋雨', input: object, language = 'zh') =>
    town.people[who].call(
      'access/invite',
      { station: who === '周敏' ? town.station : town.otherStation, id: randomUUID(), name: '某人', ...input },
      { 'accept-language': language },
    );

  test.each([
    ['of the next town', '430181002000'],
    ['of the whole county', '430181000000'],
    ['of another province', '110101001000'],
  ])('a cadre %s is refused: the area must lie in the station’s town', async (_, area) => {
    const before = await readContents(town.owner);
    const refused = await invite('周敏', { role: 'cadre', area });
    expect([refused.status, refused.body.fields]).toEqual([
      400,
      [{ path: ['area'], message: '这个地区不在本站能给的范围里，请重新选。' }],
    ]);
    const english = await invite('周敏', { role: 'cadre', area }, 'en');
    expect(english.body.fields[0].message).toBe('This area lies outside what this station may give; choose again.');
    expect(changesBetween(before, await readContents(town.owner))).toEqual([]);
  });

  test('a cadre without an area, or of one that does not exist, is refused', async () => {
    const refused = await invite('周敏', { role: 'cadre' });
    expect([refused.status, refused.body.fields[0].message]).toEqual([400, '这个角色要选一个地区。']);
    expect((await invite('周敏', { role: 'cadre', area: '430181001999' })).body.reason).toBe('unknown-area');
  });

  test('a cadre of the town or of one of its villages is invited', async () => {
    expect((await invite('周敏', { role: 'cadre', area: '430181001000' })).status).toBe(200);
    expect((await invite('周敏', { role: 'cadre', area: town.village })).status).toBe(200);
  });

  test.each(['officer', 'manager', 'researcher'])(
    'a head who does not keep the host invites no %s: that reaches beyond the station',
    async (role) => {
      const refused = await invite('覃秋雨', { role, area: '430181000000' });
      expect([refused.status, refused.body.sentence]).toEqual([403, '您没有做这件事的权限。']);
    },
  );

  test('an officer’s area lies in the county of the station, even for who keeps the host', async () => {
    const refused = await invite('周敏', { role: 'officer', area: '430182000000' });
    expect([refused.status, refused.body.fields?.[0]?.path]).toEqual([400, ['area']]);
    expect((await invite('周敏', { role: 'officer', area: '430000000000' })).status).toBe(400);
    expect((await invite('周敏', { role: 'officer', area: '430181000000' })).status).toBe(200);
  });

  test('nobody is invited to keep the host, or to be the program itself', async () => {
    for (const role of ['keeper', 'system', 'admin']) expect((await invite('周敏', { role })).status).toBe(400);
  });

  test('a manager sees the stations that the organisation operates, and no other', async () => {
    const { body } = await town.people.程远山.call('access/me');
    expect(body.stations.map((station: { id: string }) => station.id)).toEqual([town.station]);
    expect(body.stations[0].roles).toEqual(['manager']);
  });

  test('what comes first is the county for its officer, the town for who has it all, the station for everybody else', async () => {
    const first = async (name: Name) => (await town.people[name].call('access/me')).body.stations[0].overview;
    expect(await first('白露')).toEqual({ scope: 'county', name: '浏阳市' });
    expect(await first('吴国平')).toEqual({ scope: 'town', name: '淮川街道' });
    for (const name of ['周敏', '何晓川', '谭立', '程远山', '马岚'] as const)
      expect((await first(name)).scope).toBe('station');
    const head = town.people.周敏;
    const inTown = await inviteTo(head, town.station, { name: '镇上的人', role: 'officer', area: '430181001000' });
    const inVillage = await inviteTo(head, town.station, { name: '柳塘的人', role: 'cadre', area: town.village });
    const overview = async (token: string, name: string) =>
      (await (await enter(town.address, token, name)).call('access/me')).body.stations.map((one: any) => one.overview);
    expect(await overview(inTown, '镇上的人')).toEqual([{ scope: 'town', name: '淮川街道' }]);
    expect(await overview(inVillage, '柳塘的人')).toEqual([{ scope: 'station', name: '清河镇社工站' }]);
  });

  test('where no organisation operates there is no manager to invite', async () => {
    const point = randomUUID();
    const opened = { station: town.station, id: point, area: town.village, name: '柳塘村服务点', address: '' };
    expect((await town.people.周敏.call('places/openPoint', opened)).status).toBe(200);
    const head = town.people.周敏; // her session is open since before the point was
    const input = { station: point, id: randomUUID(), name: '某人', role: 'manager' };
    const refused = await head.call('access/invite', input);
    expect([refused.status, refused.body.reason]).toEqual([422, 'operator-needed']);
    // Its own head is its last one, even for the head of the station above.
    const token = await inviteTo(head, point, { name: '点上的人', role: 'head' });
    await enter(town.address, token, '点上的人');
    const colleagues = await head.call('access/colleagues', { station: point });
    const { grant } = colleagues.body.items.find((one: { role: string }) => one.role === 'head');
    const last = await head.call('access/revokeGrant', { station: point, grant });
    expect([last.status, last.body.sentence]).toEqual([422, '这是本站最后一位站长，先请别人当站长，再收回。']);
  });
});
