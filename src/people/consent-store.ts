import type { Transaction } from '../platform/database/flight.ts';
import type { Consent, ConsentFields } from './consent-schema.ts';
import type { At } from './store.ts';

/** What was agreed to, refused and withdrawn in some files of one person, the oldest first. */
export function listConsents(transaction: Transaction, at: At, ids: readonly string[]): Promise<Consent[]> {
  return transaction.send<Consent>({
    name: 'people.consents',
    text: `select c.id, c.purpose, c.agreed, c.given_by as "givenBy", c.giver, c.how, c.given_on as "givenOn",
        c.until_on as "untilOn", c.note, c.withdrawn_on as "withdrawnOn", coalesce(a.name, '') as "enteredBy", c.version
      from heli.consent c left join heli.account a on a.id = c.entered_by
      where c.county_id = $1 and c.station_id = $2 and c.person_id = any($3::uuid[])
      order by c.given_on, c.entered_at, c.id`,
    values: [at.county, at.station, ids],
  });
}

export function insertConsent(
  transaction: Transaction,
  at: At & { by: string; now: Date },
  consent: ConsentFields & { id: string; person: string },
): void {
  transaction.post({
    name: 'people.consent.insert',
    text: `insert into heli.consent (county_id, station_id, entered_by, entered_at, id, person_id, purpose, agreed, given_by, giver,
        how, given_on, until_on, note) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    values: [
      at.county,
      at.station,
      at.by,
      at.now,
      consent.id,
      consent.person,
      consent.purpose,
      consent.agreed,
      consent.givenBy,
      consent.giver,
      consent.how,
      consent.givenOn,
      consent.untilOn,
      consent.note,
    ],
  });
}

export interface ConsentRow {
  id: string;
  person_id: string;
  given_on: string;
  agreed: boolean;
  withdrawn_on: string | null;
  version: number;
}

/** One consent, locked. */
export async function lockConsent(transaction: Transaction, at: At, id: string): Promise<ConsentRow | undefined> {
  const rows = await transaction.send<ConsentRow>({
    name: 'people.consent.lock',
    text: `select id, person_id, given_on, agreed, withdrawn_on, version from heli.consent
      where county_id = $1 and station_id = $2 and id = $3 for update`,
    values: [at.county, at.station, id],
  });
  return rows[0];
}

export function withdrawConsent(
  transaction: Transaction,
  at: At & { by: string },
  { id, withdrawnOn }: { id: string; withdrawnOn: string },
): void {
  transaction.post({
    name: 'people.consent.withdraw',
    text: `update heli.consent set withdrawn_on = $4, withdrawn_by = $5, version = version + 1
      where county_id = $1 and station_id = $2 and id = $3`,
    values: [at.county, at.station, id, withdrawnOn, at.by],
  });
}
