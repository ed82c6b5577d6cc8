import pg from 'pg';
import { findRunningServer } from '../../src/platform/postgres/attach.ts';

/**
 * Makes every person of a station ten, written as their owner: what a million costs to find does not depend on how they
 * came. The copies are born on other days and have no ID number (a sealed one belongs to its own file).
 */
export async function multiplyPeople(folder: string, station: string): Promise<void> {
  const server = await findRunningServer(folder);
  if (!server) throw new Error('no server');
  const owner = new pg.Client({ ...server, database: 'heli', ssl: false });
  await owner.connect();
  const { rows } = await owner.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_schema = 'heli' and table_name = 'person'
      and column_name not in ('id', 'id_sealed', 'id_index', 'born_on')`,
  );
  const same = rows.map(({ name }) => name).join(', ');
  await owner.query(
    `insert into heli.person (id, born_on, ${same})
      select gen_random_uuid(), born_on + n * 37, ${same} from heli.person, generate_series(1, 9) as n where station_id = $1`,
    [station],
  );
  await owner.query('update heli.person_count set people = people * 10 where station_id = $1', [station]);
  await owner.query('vacuum analyze heli.person');
  await owner.end();
}
