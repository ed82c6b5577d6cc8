import { createHash } from 'node:crypto';
import type { At } from '../../people/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import type { Template } from './schema.ts';

interface TemplateRow {
  id: string;
  name: string;
  bytes: number;
  added_by: string | null;
  added_at: Date;
}

/** A station's own Word forms, the latest first. */
export async function listTemplates(transaction: Transaction, at: At): Promise<Template[]> {
  const rows = await transaction.send<TemplateRow>({
    name: 'reports.templates',
    text: `select t.id, t.name, t.bytes, a.name as added_by, t.added_at
      from heli.report_template t left join heli.account a on a.id = t.added_by
      where t.county_id = $1 and t.station_id = $2 order by t.added_at desc, t.id limit 50`,
    values: [at.county, at.station],
  });
  return rows.map(({ id, name, bytes, added_by, added_at }) => ({
    id,
    name,
    bytes,
    addedBy: added_by ?? '',
    addedAt: added_at.toISOString(),
  }));
}

export async function findTemplate(
  transaction: Transaction,
  at: At,
  id: string,
): Promise<{ name: string; content: Buffer } | undefined> {
  const rows = await transaction.send<{ name: string; content: Buffer }>({
    name: 'reports.template',
    text: `select name, content from heli.report_template where county_id = $1 and station_id = $2 and id = $3`,
    values: [at.county, at.station, id],
  });
  return rows[0];
}

export function insertTemplate(
  transaction: Transaction,
  at: At & { by: string; now: Date },
  { id, name, content }: { id: string; name: string; content: Buffer },
): void {
  transaction.post({
    name: 'reports.template.insert',
    text: `insert into heli.report_template (county_id, station_id, id, name, bytes, digest, content, added_by, added_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      ...[at.county, at.station, id, name, content.length, createHash('sha256').update(content).digest(), content],
      ...[at.by, at.now],
    ],
  });
}

export function deleteTemplate(transaction: Transaction, at: At, id: string): void {
  transaction.post({
    name: 'reports.template.delete',
    text: 'delete from heli.report_template where county_id = $1 and station_id = $2 and id = $3',
    values: [at.county, at.station, id],
  });
}
