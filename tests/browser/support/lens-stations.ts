import { randomUUID } from 'node:crypto';
import { enter, passwordOf } from '../../doors/town.ts';
import { writeSmallLedger } from '../../lenses/ledger-small.ts';
import { writeFlood, writeNetwork, writeSixty, writeVillages } from '../../lenses/other-stations.ts';
import type { Desk } from '../../lenses/recording.ts';
import { join } from '../../support/cast.ts';
import type { Scene } from './station.ts';

/** Heads of the stations whose figures are known beforehand, each with the password to go in with. */
export interface Heads {
  small: string;
  flooded: string;
  sixty: string;
  tied: string;
  villages: string;
}

export const passwordFor = passwordOf;
const HEADS: Heads = { small: '祁小满', flooded: '梁水生', sixty: '新成', tied: '纪连', villages: '村三' };

async function openStation({ zhou, program }: Scene, name: string, nth: string): Promise<Desk> {
  const id = randomUUID();
  const station = { id, town: `430181${nth}000`, name: `${name}的站`, operator: '合力社工服务中心', head: name };
  const opened = await zhou.call('access/openStation', station);
  if (opened.status !== 200) throw new Error(JSON.stringify(opened.body));
  return { client: await enter(program.address, opened.body.token, name), station: id };
}

const meOf = async ({ client }: Desk): Promise<string> => (await client.call('access/me')).body.id;

/** Five stations, written by workers through their commands. */
export async function openLensStations(scene: Scene): Promise<Heads> {
  const [small, flooded, sixty, tied, villages] = await Promise.all([
    openStation(scene, HEADS.small, '003'),
    openStation(scene, HEADS.flooded, '002'),
    openStation(scene, HEADS.sixty, '003'),
    openStation(scene, HEADS.tied, '004'),
    openStation(scene, HEADS.villages, '102'),
  ]);
  const colleague = await join(
    scene.program.address,
    { zhou: small.client, station: small.station },
    { name: '何晓川', role: 'worker' },
  );
  const areas = (await villages.client.call('places/villages', { station: villages.station })).body.items;
  const [a, b, c] = areas.map((area: { code: string }) => area.code);
  await Promise.all([
    writeSmallLedger(small, { w1: await meOf(small), w2: (await colleague.call('access/me')).body.id }),
    writeFlood(flooded),
    writeSixty(sixty),
    meOf(tied).then((worker) => writeNetwork(tied, worker)),
    writeVillages(villages, [a, b, c]),
  ]);
  return HEADS;
}
