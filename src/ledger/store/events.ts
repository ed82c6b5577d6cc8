import type { At } from '../../people/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import { insertRows } from '../../platform/database/insert-rows.ts';
import { INFERENCE_VERSION } from '../inference.ts';
import type { RecordedBy } from './recorded-by.ts';

const EVENT = {
  id: 'uuid',
  kind: 'text',
  title: 'text',
  started_at: 'timestamptz',
  minutes: 'int',
  area: 'text',
  place: 'text',
  channel: 'text',
  phase: 'text',
  field: 'text',
  strategies: 'text[]',
  confirmed: 'text[]',
  project_id: 'uuid',
  asked_by: 'text',
  asked_by_name: 'text',
  helper: 'text',
  subject_kind: 'text',
  subject_id: 'uuid',
  initiator: 'text',
  convenor: 'text',
  worker_present: 'boolean',
  unnamed: 'int',
  note: 'text',
  evidence: 'smallint',
  inference_version: 'int',
  entered_by: 'uuid',
  entered_at: 'timestamptz',
  supersedes: 'uuid',
  imported: 'boolean',
  worker_names: 'text[]',
};

/** Where an act came from: a file, and which of its workers have no account here. */
export interface TakenIn {
  imported: boolean;
  workerNames: readonly string[];
}
export const RECORDED: TakenIn = { imported: false, workerNames: [] };

/** An event as it is written; what the program adds itself (who enters it, when) is left out. */
export type NewEvent = Record<
  Exclude<keyof typeof EVENT, 'inference_version' | 'entered_by' | 'entered_at' | 'imported' | 'worker_names'>,
  unknown
> & {
  id: string;
  taken: TakenIn;
};

export function insertEvents(transaction: Transaction, by: RecordedBy, events: NewEvent[]): void {
  const rows = events.map(({ taken, ...event }) => ({
    ...event,
    imported: taken.imported,
    worker_names: taken.workerNames,
    inference_version: INFERENCE_VERSION,
    entered_by: by.by,
    entered_at: by.now,
  }));
  insertRows(transaction, by, { table: 'event', columns: EVENT, rows });
}

const CONTRIBUTION = {
  id: 'uuid',
  event_id: 'uuid',
  party_kind: 'text',
  party_id: 'uuid',
  sector: 'text',
  form: 'text',
  minutes: 'int',
  amount: 'numeric',
  quantity: 'numeric',
  unit: 'text',
  mode: 'text',
  pay: 'text',
  by_presence: 'boolean',
};
export type NewContribution = Record<keyof typeof CONTRIBUTION, unknown>;

export function insertContributions(transaction: Transaction, at: At, rows: NewContribution[]): void {
  insertRows(transaction, at, { table: 'contribution', columns: CONTRIBUTION, rows });
}

/** Each worker's minutes are a contribution of the station's professional social work. */
export function workContribution(
  by: RecordedBy,
  { event, worker, minutes }: { event: string; worker: string; minutes: number },
): NewContribution {
  return {
    id: by.newId(),
    event_id: event,
    party_kind: 'account',
    party_id: worker,
    sector: 'social-work',
    form: 'labour',
    minutes,
    amount: null,
    quantity: null,
    unit: null,
    mode: 'individual',
    pay: 'paid',
    by_presence: false,
  };
}

/** Adds events to the month's sums and facts (sign 1), or takes them away (−1). */
export function countEvents(transaction: Transaction, at: At, { ids, sign }: { ids: string[]; sign: 1 | -1 }): void {
  transaction.post({
    name: 'ledger.count',
    text: 'select heli.count_events($1, $2, $3, $4)',
    values: [at.county, at.station, ids, sign],
  });
}
