import { LAST_ID } from '../platform/ids.ts';
import type { At } from '../people/store.ts';
import type { Transaction } from '../platform/database/flight.ts';
import type { Notice, PublicStation } from './schema.ts';

export interface NoticeRow {
  id: string;
  title: string;
  starts_at: Date;
  /** The instant in full, for the cursor: a Date has no microseconds. */
  starts_key: string;
  place: string;
  note: string;
  cancelled_at: Date | null;
  done: boolean;
  coming: number;
  version: number;
}

const COLUMNS = `id, title, starts_at, starts_at::text as starts_key, place, note, cancelled_at, done, version,
  coalesce((select sum(c.people) from heli.notice_coming c where c.county_id = $1 and c.station_id = $2
    and c.notice_id = notice.id), 0)::int as coming from heli.notice`;

export function noticeLine(row: NoticeRow): Notice {
  return {
    id: row.id,
    title: row.title,
    startsAt: row.starts_at.toISOString(),
    place: row.place,
    note: row.note,
    cancelled: row.cancelled_at !== null,
    done: row.done,
    coming: row.coming,
    version: row.version,
  };
}

export function insertNotice(
  transaction: Transaction,
  at: At & { by: string },
  notice: { id: string; title: string; startsAt: string; place: string; note: string },
): void {
  transaction.post({
    name: 'activities.notice.insert',
    text: `insert into heli.notice (county_id, station_id, entered_by, id, title, starts_at, place, note)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [at.county, at.station, at.by, notice.id, notice.title, notice.startsAt, notice.place, notice.note],
  });
}

/** What the telling of something done needs to know: its pictures, and whether somebody in it has refused photos. */
export async function findShowable(
  transaction: Transaction,
  at: At,
  event: string,
): Promise<{ photos: string[]; refused: boolean } | undefined> {
  const rows = await transaction.send<{ photos: string[]; refused: boolean }>({
    name: 'activities.showable',
    text: `select array(select m.id from heli.attachment m where m.county_id = $1 and m.station_id = $2 and m.event_id = e.id
          and m.kind = 'photo' and m.consent and coalesce(m.removed_by::text, '') = '') as photos,
        heli.photo_refused($1, $2, e.id) as refused
      from heli.event e where e.county_id = $1 and e.station_id = $2 and e.id = $3 and e.superseded_by is null`,
    values: [at.county, at.station, event],
  });
  return rows[0];
}

export function insertDone(
  transaction: Transaction,
  at: At & { by: string },
  done: {
    id: string;
    title: string;
    startsAt: string;
    place: string;
    note: string;
    came: number | null;
    photos: string[];
  },
): void {
  transaction.post({
    name: 'activities.done.insert',
    text: `insert into heli.notice (county_id, station_id, entered_by, id, title, starts_at, place, note, done, came, photos)
      values ($1, $2, $3, $4, $5, $6, $7, $8, true, $9, $10)`,
    values: [
      ...[at.county, at.station, at.by, done.id, done.title, done.startsAt, done.place, done.note],
      ...[done.came, done.photos],
    ],
  });
}

/** A picture that a station shows to all. */
export async function findPublicPhoto(
  transaction: Transaction,
  slug: string,
  id: string,
): Promise<{ type: string; content: Buffer } | undefined> {
  const rows = await transaction.send<{ type: string; content: Buffer }>({
    name: 'activities.public.photo',
    text: 'select * from heli.public_photo($1, $2)',
    values: [slug, id],
  });
  return rows[0];
}

export async function findNotice(transaction: Transaction, at: At, id: string): Promise<NoticeRow | undefined> {
  const rows = await transaction.send<NoticeRow>({
    name: 'activities.notice.find',
    text: `select ${COLUMNS} where county_id = $1 and station_id = $2 and id = $3 for update`,
    values: [at.county, at.station, id],
  });
  return rows[0];
}

export function cancelNotice(transaction: Transaction, at: At, id: string): void {
  transaction.post({
    name: 'activities.notice.cancel',
    text: `update heli.notice set cancelled_at = now(), version = version + 1
      where county_id = $1 and station_id = $2 and id = $3`,
    values: [at.county, at.station, id],
  });
}

/** Notices, the latest first. */
export function listNotices(
  transaction: Transaction,
  at: At & { before: { startsAt: string; id: string } | null; limit: number },
): Promise<NoticeRow[]> {
  return transaction.send<NoticeRow>({
    name: 'activities.notices',
    text: `select ${COLUMNS} where county_id = $1 and station_id = $2 and (starts_at, id) < ($3, $4)
      order by starts_at desc, id desc limit $5`,
    values: [at.county, at.station, at.before?.startsAt ?? 'infinity', at.before?.id ?? LAST_ID, at.limit],
  });
}

/** What is on in a stretch of time, without what was called off. */
export function listOn(transaction: Transaction, at: At & { from: Date; to: Date }): Promise<NoticeRow[]> {
  return transaction.send<NoticeRow>({
    name: 'activities.notices.on',
    text: `select ${COLUMNS} where county_id = $1 and station_id = $2 and starts_at >= $3 and starts_at < $4
      and cancelled_at is null and not done order by starts_at, id limit 20`,
    values: [at.county, at.station, at.from, at.to],
  });
}

export interface PublicRow {
  name: string;
  phone: string;
  place: string;
  demo: boolean;
  head_seq: number | null;
  head_hash: Buffer | null;
  notices: PublicStation['notices'];
  done: PublicStation['done'];
  works: PublicStation['works'];
}

/** What residents may read of a station, by its address. */
export async function findPublicStation(transaction: Transaction, slug: string): Promise<PublicRow | undefined> {
  const rows = await transaction.send<PublicRow>({
    name: 'activities.public',
    text: 'select * from heli.public_station($1)',
    values: [slug],
  });
  return rows[0];
}
