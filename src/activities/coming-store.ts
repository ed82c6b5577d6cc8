import type { At } from '../people/store.ts';
import type { Transaction } from '../platform/database/flight.ts';
import type { Coming, SayComing } from './say-schema.ts';

/** What must be known of a notice when somebody says that she comes. */
export interface ComingRow {
  station: string;
  /** The station's telephone. */
  phone: string;
  starts_at: Date;
  cancelled: boolean;
  done: boolean;
  /** How many have said so already. */
  said: number;
  /** The notice of which the asker's phone has said so before, under this id. */
  mine: string | null;
}

/** A notice by a resident page's address, and what was said under an id before; for the door only, whose account sees every station of the county. */
export async function findForComing(
  transaction: Transaction,
  county: number,
  { slug, notice, id }: { slug: string; notice: string; id: string },
): Promise<ComingRow | undefined> {
  const rows = await transaction.send<ComingRow>({
    name: 'activities.coming.notice',
    text: `select s.id as station, s.phone, n.starts_at, n.cancelled_at is not null as cancelled, n.done,
        (select c.notice_id from heli.notice_coming c where c.county_id = $1 and c.station_id = s.id and c.id = $4) as mine,
        (select count(*) from heli.notice_coming c where c.county_id = $1 and c.station_id = s.id and c.notice_id = n.id)::int as said
      from heli.station s join heli.notice n on n.county_id = $1 and n.station_id = s.id and n.id = $3
      where s.slug = $2 and s.county_id = $1 for share of n`,
    values: [county, slug, notice, id],
  });
  return rows[0];
}

export function insertComing(transaction: Transaction, at: At & { now: Date }, coming: SayComing): void {
  transaction.post({
    name: 'activities.coming.insert',
    text: `insert into heli.notice_coming (county_id, station_id, id, notice_id, name, people, phone, said_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [at.county, at.station, coming.id, coming.notice, coming.name, coming.people, coming.phone, at.now],
  });
}

/** Said again by the same phone, it takes the place of what was said before. */
export function changeComing(transaction: Transaction, at: At, coming: SayComing): void {
  transaction.post({
    name: 'activities.coming.change',
    text: `update heli.notice_coming set name = $4, people = $5, phone = $6, version = version + 1
      where county_id = $1 and station_id = $2 and id = $3`,
    values: [at.county, at.station, coming.id, coming.name, coming.people, coming.phone],
  });
}

/** The station where somebody said that she comes. */
export async function findComing(
  transaction: Transaction,
  county: number,
  { slug, id }: { slug: string; id: string },
): Promise<{ station: string } | undefined> {
  const rows = await transaction.send<{ station: string }>({
    name: 'activities.coming.find',
    text: `select s.id as station from heli.station s join heli.notice_coming c
        on c.county_id = $1 and c.station_id = s.id and c.id = $3
      where s.slug = $2 and s.county_id = $1`,
    values: [county, slug, id],
  });
  return rows[0];
}

export function deleteComing(transaction: Transaction, at: At, id: string): void {
  transaction.post({
    name: 'activities.coming.delete',
    text: 'delete from heli.notice_coming where county_id = $1 and station_id = $2 and id = $3',
    values: [at.county, at.station, id],
  });
}

type SaidRow = Omit<Coming, 'saidAt'> & { said_at: Date };
export const comingLine = ({ said_at, ...row }: SaidRow): Coming => ({ ...row, saidAt: said_at.toISOString() });

/** Who said they come, the first first. */
export function listComing(transaction: Transaction, at: At, notice: string): Promise<SaidRow[]> {
  return transaction.send({
    name: 'activities.coming.list',
    text: `select id, name, people, phone, said_at, version from heli.notice_coming
      where county_id = $1 and station_id = $2 and notice_id = $3 order by said_at, id limit 500`,
    values: [at.county, at.station, notice],
  });
}

interface ExpectedRow {
  person: string;
  called: string;
  people: number;
  title: string;
}

/** Who is on file under a telephone that was left for what is on in a stretch of time. */
export function listExpected(transaction: Transaction, at: At & { from: Date; to: Date }): Promise<ExpectedRow[]> {
  return transaction.send<ExpectedRow>({
    name: 'activities.coming.expected',
    text: `select distinct on (p.id) p.id as person, c.name as called, c.people, n.title
      from heli.notice n
      join heli.notice_coming c on c.county_id = $1 and c.station_id = $2 and c.notice_id = n.id
      cross join lateral (select regexp_replace(c.phone, '[^0-9]', '', 'g') as digits) t
      join heli.person p on p.county_id = $1 and p.station_id = $2 and p.merged_into is null
        and p.marks && array['#' || right(t.digits, 8)] and strpos(regexp_replace(p.phone, '[ -]', '', 'g'), t.digits) > 0
      where n.county_id = $1 and n.station_id = $2 and n.starts_at >= $3 and n.starts_at < $4 and n.cancelled_at is null
        and length(t.digits) >= 8
      order by p.id, c.said_at limit 200`,
    values: [at.county, at.station, at.from, at.to],
  });
}

/** One who said that she comes, held until the transaction ends. */
export async function findSaid(transaction: Transaction, at: At, id: string): Promise<SaidRow | undefined> {
  const rows = await transaction.send<SaidRow>({
    name: 'activities.coming.one',
    text: `select id, name, people, phone, said_at, version from heli.notice_coming
      where county_id = $1 and station_id = $2 and id = $3 for update`,
    values: [at.county, at.station, id],
  });
  return rows[0];
}
