import type { At } from '../../people/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import { countEvents } from './events.ts';
import type { RecordedBy } from './recorded-by.ts';

/** An event as a correction finds it. */
export interface Standing {
  id: string;
  kind: string;
  version: number;
  subject_id: string | null;
  subject_kind: string;
  entered_by: string;
  evidence: number;
  superseded_by: string | null;
  /** Whether whoever entered it went along. */
  with_enterer: boolean;
  imported: boolean;
  worker_names: string[];
  /** Who last put it right; null when nobody did. */
  corrected_by: string | null;
}

/** Locks an event until the end of the transaction. */
export async function lockEvent(transaction: Transaction, at: At, id: string): Promise<Standing | undefined> {
  const rows = await transaction.send<Standing>({
    name: 'ledger.event.lock',
    text: `select e.id, e.kind, e.version, e.subject_id, e.subject_kind, e.entered_by, e.evidence, e.superseded_by,
        e.imported, e.worker_names,
        exists (select from heli.contribution c where c.county_id = $1 and c.station_id = $2 and c.event_id = e.id
          and c.party_kind = 'account' and c.party_id = e.entered_by) as with_enterer,
        (select k.corrected_by from heli.correction k where k.county_id = $1 and k.station_id = $2 and k.new_event_id = e.id) as corrected_by
      from heli.event e where e.county_id = $1 and e.station_id = $2 and e.id = $3 for update of e`,
    values: [at.county, at.station, id],
  });
  return rows[0];
}

/** The counter-entry: the event no longer stands; `instead` does, or nothing. What it counted for is taken away. */
export function supersede(
  transaction: Transaction,
  by: RecordedBy,
  { id, instead }: { id: string; instead: string | null },
): void {
  countEvents(transaction, by, { ids: [id], sign: -1 });
  transaction.post({
    name: 'ledger.event.supersede',
    text: `update heli.event set superseded_by = $4, version = version + 1
      where county_id = $1 and station_id = $2 and id = $3`,
    values: [by.county, by.station, id, instead ?? id],
  });
  transaction.post({
    name: 'ledger.step.drop',
    text: 'delete from heli.next_step where county_id = $1 and station_id = $2 and event_id = $3 and done_at is null',
    values: [by.county, by.station, id],
  });
}

/** Notes who put an event right, when and why: after the event that stands instead has been written. */
export function noteCorrection(
  transaction: Transaction,
  by: RecordedBy,
  { id, instead, why }: { id: string; instead: string | null; why: string },
): void {
  transaction.post({
    name: 'ledger.correction.note',
    text: `insert into heli.correction (county_id, station_id, event_id, new_event_id, why, corrected_by, corrected_at)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [by.county, by.station, id, instead, why, by.by, by.now],
  });
}

/** Attachments and what was confirmed belong to the act, not to the slip: they go over to the event that stands. */
export function carryAttachments(transaction: Transaction, at: At, { from, to }: { from: string; to: string }): void {
  transaction.post({
    name: 'ledger.attachments.carry',
    text: 'update heli.attachment set event_id = $4 where county_id = $1 and station_id = $2 and event_id = $3',
    values: [at.county, at.station, from, to],
  });
}

/** Raises the evidence of an event; what it counts for changes with it. */
export function raiseEvidence(transaction: Transaction, at: At, { id, to }: { id: string; to: number }): void {
  countEvents(transaction, at, { ids: [id], sign: -1 });
  transaction.post({
    name: 'ledger.evidence',
    text: `update heli.event set evidence = greatest(evidence, $4)
      where county_id = $1 and station_id = $2 and id = $3`,
    values: [at.county, at.station, id, to],
  });
  countEvents(transaction, at, { ids: [id], sign: 1 });
}

/** A second person confirms what was given at an event. */
export function confirmGiven(transaction: Transaction, at: At & { by: string }, id: string): void {
  transaction.post({
    name: 'ledger.given.confirm',
    text: `update heli.contribution set confirmed_by = $4
      where county_id = $1 and station_id = $2 and event_id = $3 and confirmed_by is null`,
    values: [at.county, at.station, id, at.by],
  });
}

/** Marks what an event left to be done as done; answers nothing when there was nothing open. */
export async function findStep(
  transaction: Transaction,
  at: At,
  event: string,
): Promise<{ event_id: string } | undefined> {
  const rows = await transaction.send<{ event_id: string }>({
    name: 'ledger.step.find',
    text: `select event_id from heli.next_step
      where county_id = $1 and station_id = $2 and event_id = $3 and done_at is null for update`,
    values: [at.county, at.station, event],
  });
  return rows[0];
}

export function finishStep(transaction: Transaction, by: RecordedBy, event: string): void {
  transaction.post({
    name: 'ledger.step.finish',
    text: `update heli.next_step set done_at = $4, done_by = $5
      where county_id = $1 and station_id = $2 and event_id = $3`,
    values: [by.county, by.station, event, by.now, by.by],
  });
}
