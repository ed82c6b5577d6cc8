// The people who stand at the doors: everyone at 清河镇社工站 by role, and two from another station. All made up.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { setUpStation, ZHOU_MIN } from '../support/cast.ts';
import { openClient, type TestClient } from '../support/client.ts';

/** Who holds which role; 周敏 is head of the first station and keeps the host. */
export const ROLES = {
  周敏: 'head',
  何晓川: 'worker',
  谭立: 'supervisor',
  程远山: 'manager',
  白露: 'officer',
  马岚: 'evaluator',
  钱秀英: 'resident',
  吴国平: 'cadre',
  沈怀: 'researcher',
  覃秋雨: 'head',
  黎明月: 'worker',
} as const;
export type Name = keyof typeof ROLES;
export const NAMES = Object.keys(ROLES) as Name[];
/** They belong to the station of the next town. */
export const ELSEWHERE: readonly Name[] = ['覃秋雨', '黎明月'];

export const COUNTY = 430181;
const NEXT_TOWN = '430181002000';

export interface Town {
  address: string;
  /** The database's owner, for looking. */
  owner: pg.Pool;
  station: string;
  slug: string;
  otherStation: string;
  village: string;
  people: Record<Name, TestClient>;
}

export const passwordOf = (name: string) => `${name}的密码很长很长`;

const LOGGED_IN_AS = (name: string) => ({ login: name, password: passwordOf(name) });

/** Takes an invitation and signs in. */
export async function enter(address: string, token: string, name: string): Promise<TestClient> {
  const client = openClient(address);
  const account = { name, username: name, phone: '', password: passwordOf(name) };
  const accepted = await client.call('access/acceptInvitation', { token, account });
  if (accepted.status !== 200) throw new Error(`${name}: ${JSON.stringify(accepted.body)}`);
  await client.call('access/signIn', LOGGED_IN_AS(name));
  return client;
}

/** A token for a role at a station, from its head. */
export async function inviteTo(
  head: TestClient,
  station: string,
  who: { name: string; role: string; area?: string },
): Promise<string> {
  const invited = await head.call('access/invite', { station, id: randomUUID(), ...who });
  if (invited.status !== 200) throw new Error(`${who.name}: ${JSON.stringify(invited.body)}`);
  return invited.body.token;
}

const AREAS: Partial<Record<Name, string>> = { 白露: '430181000000', 吴国平: '430181001000', 沈怀: '430181000000' };

/** Opens both stations and lets everyone in. */
export async function openTown(address: string, owner: pg.Pool): Promise<Town> {
  const { zhou, station } = await setUpStation(address);
  const people = { 周敏: zhou } as Record<Name, TestClient>;
  const otherStation = randomUUID();
  const opened = await zhou.call('access/openStation', {
    id: otherStation,
    town: NEXT_TOWN,
    name: '石桥镇社工站',
    operator: '禾苗社工服务中心',
    head: '覃秋雨',
  });
  people.覃秋雨 = await enter(address, opened.body.token, '覃秋雨');
  for (const name of NAMES.filter((one) => one !== '周敏' && one !== '覃秋雨')) {
    const [head, at] = name === '黎明月' ? [people.覃秋雨, otherStation] : [zhou, station];
    const area = AREAS[name];
    const token = await inviteTo(head, at, { name, role: ROLES[name], ...(area ? { area } : {}) });
    people[name] = await enter(address, token, name);
  }
  const { rows } = await owner.query<{ slug: string; village: string }>(
    `select s.slug, (select min(code) from heli.area where parent = s.area) as village from heli.station s where id = $1`,
    [station],
  );
  return { address, owner, station, otherStation, people, slug: '', village: '', ...rows[0] };
}

/** Someone known to the town, signed in once more, somewhere else. */
export async function signedIn(town: Town, name: Name): Promise<TestClient> {
  const client = openClient(town.address);
  const password = name === '周敏' ? ZHOU_MIN.password : passwordOf(name);
  await client.call('access/signIn', { login: name, password });
  return client;
}

let newcomers = 0;

/** A worker nobody knew before, signed in: for what changes an account. */
export async function newcomer(town: Town): Promise<{ name: string; client: TestClient }> {
  newcomers += 1;
  const name = `丁一禾${newcomers}`;
  const token = await inviteTo(town.people.周敏, town.station, { name, role: 'worker' });
  return { name, client: await enter(town.address, token, name) };
}
