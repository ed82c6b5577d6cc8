// Two stations and the four people whom these tests need, no more: each account costs a password hash.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { enter } from '../doors/town.ts';
import { join, setUpStation } from '../support/cast.ts';
import type { TestClient } from '../support/client.ts';

export interface Scene {
  owner: pg.Pool;
  station: string;
  otherStation: string;
  village: string;
  people: Record<'周敏' | '何晓川' | '谭立' | '黎明月', TestClient>;
}

/** 清河镇社工站 with its head, a worker and a supervisor; 黎明月 heads the station of the next town. */
export async function openScene(address: string, owner: pg.Pool): Promise<Scene> {
  const { zhou, station } = await setUpStation(address);
  const otherStation = randomUUID();
  const next = { id: otherStation, town: '430181002000', name: '石桥镇社工站', operator: '禾苗', head: '黎明月' };
  const opened = await zhou.call('access/openStation', next);
  const he = await join(address, { zhou, station }, { name: '何晓川', role: 'worker' });
  const tan = await join(address, { zhou, station }, { name: '谭立', role: 'supervisor' });
  const li = await enter(address, opened.body.token, '黎明月');
  const { rows } = await owner.query<{ village: string }>(
    "select min(code) as village from heli.area where parent = '430181001000'",
  );
  const village = rows[0]?.village ?? '';
  return { owner, station, otherStation, village, people: { 周敏: zhou, 何晓川: he, 谭立: tan, 黎明月: li } };
}
