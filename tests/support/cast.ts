import { randomUUID } from 'node:crypto';
import { openClient, type TestClient } from './client.ts';

/** The one named cast of the tests: 清河镇社工站, its head 周敏, and 刘桂珍 whom they visit. All made up. */
export const QINGHE = { town: '430181001000', name: '清河镇社工站', operator: '合力社工服务中心' };
export const ZHOU_MIN = { name: '周敏', username: '周敏', phone: '', password: '柳塘村的晒谷坪下雨就淹' };
export const LIU_GUIZHEN = {
  name: '刘桂珍',
  sex: 'female',
  bornOn: '1948-03-09',
  bornPrecision: 'day',
  village: null,
  villageGroup: '3 组',
  phone: '',
  groups: ['elder-living-alone'],
} as const;

/** Her ID number: of a place code that stands in no list, so that it is nobody's. */
export const LIU_ID = '99010119480309002X';

/** 周敏 sets up her station and signs in. */
export async function setUpStation(address: string): Promise<{ zhou: TestClient; station: string }> {
  const zhou = openClient(address);
  const station = randomUUID();
  const made = await zhou.call('access/setUp', { station: { id: station, ...QINGHE }, account: ZHOU_MIN });
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  await zhou.call('access/signIn', { login: ZHOU_MIN.username, password: ZHOU_MIN.password });
  return { zhou, station };
}

/** A colleague joins by invitation and signs in. */
export async function join(
  address: string,
  by: { zhou: TestClient; station: string },
  who: { name: string; role: string; area?: string },
) {
  const invited = await by.zhou.call('access/invite', { station: by.station, id: randomUUID(), ...who });
  const person = openClient(address);
  const account = { name: who.name, username: who.name, phone: '', password: `${who.name}的密码很长很长` };
  await person.call('access/acceptInvitation', { token: invited.body.token, account });
  await person.call('access/signIn', { login: who.name, password: account.password });
  return person;
}

/** 刘桂珍's file, made by 周敏. */
export async function addLiu(zhou: TestClient, station: string): Promise<string> {
  const id = randomUUID();
  const added = await zhou.call('people/add', { station, id, ...LIU_GUIZHEN });
  if (added.status !== 200) throw new Error(JSON.stringify(added.body));
  return id;
}
