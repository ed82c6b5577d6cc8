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
  version: number;
}

const COLUMNS =
  'id, title, starts_at, starts_at::text as starts_key, place, note, cancelled_at, version from heli.notice';

export function noticeLine(row: NoticeRow): Notice {
  return {
    id: row.id,
    title: row.title,
    startsAt: row.starts_at.toISOString(),
    place: row.place,
    note: row.note,
    cancelled: row.cancelled_at !== null,
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
      and cancelled_at is null order by starts_at, id limit 20`,
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
