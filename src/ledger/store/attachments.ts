import { createHash } from 'node:crypto';
import type { At } from '../../people/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import type { RecordedBy } from './recorded-by.ts';

export interface NewAttachment {
  id: string;
  event: string;
  kind: string;
  name: string;
  type: string;
  content: Buffer;
  consent: boolean;
}

export function insertAttachment(transaction: Transaction, by: RecordedBy, attachment: NewAttachment): void {
  const { id, event, kind, name, type, content, consent } = attachment;
  transaction.post({
    name: 'ledger.attachment.insert',
    text: `insert into heli.attachment (county_id, station_id, id, event_id, kind, name, type, bytes, digest, content, consent,
        added_by, added_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      ...[by.county, by.station, id, event, kind, name, type, content.length],
      ...[createHash('sha256').update(content).digest(), content, consent, by.by, by.now],
    ],
  });
}

export interface AttachmentRow {
  id: string;
  event_id: string;
  name: string;
  type: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';
  content: Buffer | null;
  /** What was attached, by its SHA-256: whether the content is still that. */
  digest: Buffer;
}

/** One attachment with its content; null content: it was removed. */
export async function findAttachment(transaction: Transaction, at: At, id: string): Promise<AttachmentRow | undefined> {
  const rows = await transaction.send<AttachmentRow>({
    name: 'ledger.attachment.find',
    text: `select id, event_id, name, type, content, digest from heli.attachment
      where county_id = $1 and station_id = $2 and id = $3`,
    values: [at.county, at.station, id],
  });
  return rows[0];
}

/** Removes the picture and keeps that there was one, who removed it and when. */
export function removeAttachment(transaction: Transaction, by: RecordedBy, id: string): void {
  transaction.post({
    name: 'ledger.attachment.remove',
    text: `update heli.attachment set content = null, removed_at = $4, removed_by = $5
      where county_id = $1 and station_id = $2 and id = $3`,
    values: [by.county, by.station, id, by.now, by.by],
  });
}
