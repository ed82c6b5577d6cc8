import type { At } from '../people/store.ts';
import type { Transaction } from '../platform/database/flight.ts';
import { LAST_ID, ZERO_ID } from '../platform/ids.ts';
import type { Outcome } from './codes.ts';
import type { Propose, Proposal, PublicProposal } from './say-schema.ts';

/** The station of a resident page with its telephone, and how many have proposed something there since an instant. */
export async function findForProposal(
  transaction: Transaction,
  county: number,
  { slug, since }: { slug: string; since: Date },
): Promise<{ station: string; phone: string; said: number } | undefined> {
  const rows = await transaction.send<{ station: string; phone: string; said: number }>({
    name: 'activities.proposal.station',
    text: `select s.id as station, s.phone, (select count(*) from heli.proposal p
        where p.county_id = $1 and p.station_id = s.id and p.said_at > $3)::int as said
      from heli.station s where s.slug = $2 and s.county_id = $1`,
    values: [county, slug, since],
  });
  return rows[0];
}

export function insertProposal(
  transaction: Transaction,
  at: At & { now: Date },
  proposal: Omit<Propose, 'slug'> & { code: string; owedOn: string },
): void {
  const { id, code, what, place, name, phone, owedOn } = proposal;
  transaction.post({
    name: 'activities.proposal.insert',
    text: `insert into heli.proposal (county_id, station_id, id, code, what, place, name, phone, said_at, owed_on)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [at.county, at.station, id, code, what, place, name, phone, at.now, owedOn],
  });
}

interface ProposalTold {
  what: string;
  place: string;
  said_at: Date;
  owed_on: string;
  read: boolean;
  outcome: Outcome | '';
  answer: string;
  answered_at: Date | null;
}

/** A proposal by its number. */
export async function findPublicProposal(
  transaction: Transaction,
  slug: string,
  code: string,
): Promise<PublicProposal | undefined> {
  const rows = await transaction.send<ProposalTold & { struck: boolean }>({
    name: 'activities.proposal.public',
    text: 'select * from heli.public_proposal($1, $2)',
    values: [slug, code],
  });
  const row = rows[0];
  return (
    row && {
      what: row.what,
      place: row.place,
      saidAt: row.said_at.toISOString(),
      owedOn: row.owed_on,
      read: row.read,
      answered: answered(row),
      struck: row.struck,
    }
  );
}

function answered(row: Pick<ProposalTold, 'outcome' | 'answer' | 'answered_at'>): PublicProposal['answered'] {
  const { outcome, answer, answered_at: at } = row;
  return at && outcome ? { outcome, answer, at: at.toISOString() } : null;
}

export interface ProposalRow extends ProposalTold {
  id: string;
  code: string;
  name: string;
  phone: string;
  /** The instant in full, for the cursor. */
  said_key: string;
  answered_by: string | null;
  version: number;
}

const COLUMNS = `p.id, p.code, p.what, p.place, p.name, p.phone, p.said_at, p.said_at::text as said_key, p.owed_on,
  p.read_at is not null as read, p.outcome, p.answer, p.answered_at, a.name as answered_by, p.version
  from heli.proposal p left join heli.account a on a.id = p.answered_by`;
/** In the words of its index. */
const OPEN = "p.outcome not in ('done', 'declined') and p.struck_at is null";

export function proposalLine(row: ProposalRow): Proposal {
  const told = answered(row);
  return {
    id: row.id,
    code: row.code,
    what: row.what,
    place: row.place,
    name: row.name,
    phone: row.phone,
    saidAt: row.said_at.toISOString(),
    owedOn: row.owed_on,
    read: row.read,
    answered: told && { ...told, by: row.answered_by ?? '' },
    version: row.version,
  };
}

export interface ProposalsAsked {
  ended: boolean;
  /** The last row of the page before: its day or instant, and its id. */
  from: { when: string; id: string } | null;
  limit: number;
}

/** Open proposals, what is owed first before the others; or those that came to their end, the latest first. */
export function listProposals(transaction: Transaction, at: At, asked: ProposalsAsked): Promise<ProposalRow[]> {
  const { from, limit } = asked;
  if (asked.ended)
    return transaction.send<ProposalRow>({
      name: 'activities.proposals.ended',
      text: `select ${COLUMNS} where p.county_id = $1 and p.station_id = $2 and p.outcome in ('done', 'declined')
        and (p.said_at, p.id) < ($3, $4) order by p.said_at desc, p.id desc limit $5`,
      values: [at.county, at.station, from?.when ?? 'infinity', from?.id ?? LAST_ID, limit],
    });
  return transaction.send<ProposalRow>({
    name: 'activities.proposals.open',
    text: `select ${COLUMNS} where p.county_id = $1 and p.station_id = $2 and ${OPEN}
      and (p.owed_on, p.id) > ($3, $4) order by p.owed_on, p.id limit $5`,
    values: [at.county, at.station, from?.when ?? '-infinity', from?.id ?? ZERO_ID, limit],
  });
}

/** How many open proposals wait for the station: nobody has answered yet, or the day of the next answer has come; and how many are late. */
export async function countProposals(
  transaction: Transaction,
  at: At & { day: string },
): Promise<{ due: number; late: number }> {
  const rows = await transaction.send<{ due: number; late: number }>({
    name: 'activities.proposals.count',
    text: `select count(*) filter (where p.answered_at is null or p.owed_on <= $3)::int as due,
        count(*) filter (where p.owed_on < $3)::int as late
      from heli.proposal p where p.county_id = $1 and p.station_id = $2 and ${OPEN}`,
    values: [at.county, at.station, at.day],
  });
  return rows[0] ?? { due: 0, late: 0 };
}

export async function findProposal(transaction: Transaction, at: At, id: string): Promise<ProposalRow | undefined> {
  const rows = await transaction.send<ProposalRow>({
    name: 'activities.proposal.find',
    text: `select ${COLUMNS} where p.county_id = $1 and p.station_id = $2 and p.id = $3 and p.struck_at is null
      for update of p`,
    values: [at.county, at.station, id],
  });
  return rows[0];
}

/** Somebody who works on a proposal, and when. */
export type Working = At & { by: string; now: Date };

export function markRead(transaction: Transaction, at: Working, id: string): void {
  transaction.post({
    name: 'activities.proposal.read',
    text: `update heli.proposal set read_by = coalesce(read_by, $4), read_at = coalesce(read_at, $5), version = version + 1
      where county_id = $1 and station_id = $2 and id = $3`,
    values: [at.county, at.station, id, at.by, at.now],
  });
}

export function saveAnswer(
  transaction: Transaction,
  at: Working,
  { id, outcome, answer, nextOn }: { id: string; outcome: Outcome; answer: string; nextOn: string | null },
): void {
  transaction.post({
    name: 'activities.proposal.answer',
    text: `update heli.proposal set read_by = coalesce(read_by, $4), read_at = coalesce(read_at, $5), answered_by = $4,
        answered_at = $5, outcome = $6, answer = $7, owed_on = coalesce($8, owed_on), version = version + 1
      where county_id = $1 and station_id = $2 and id = $3`,
    values: [at.county, at.station, id, at.by, at.now, outcome, answer, nextOn],
  });
}

/** Empties a proposal; its number then says that it was struck out. */
export function strikeProposal(transaction: Transaction, at: At, id: string): void {
  transaction.post({
    name: 'activities.proposal.strike',
    text: 'select heli.strike_proposal($1, $2)',
    values: [at.station, id],
  });
}
