import { createHash } from 'node:crypto';
import type pg from 'pg';
import { shortCode } from '../pipeline/code.ts';
import { asOwner } from './transaction.ts';

/** The last line of a station's chain. */
export interface Head {
  county: number;
  station: string;
  seq: number;
  /** Hexadecimal. */
  hash: string;
}

/** Why a line is not as it was written: its content, its place after the line before, its number, or the head. */
export type BreakReason = 'hash' | 'previous' | 'gap' | 'head';

export interface Break {
  station: string;
  seq: number;
  why: BreakReason;
}

export interface ChainReport {
  stations: { station: string; lines: number; code: string }[];
  heads: Head[];
  /** The first line that is wrong, in the order of counties, stations and lines. */
  broken?: Break;
}

interface Line {
  county: number;
  station: string;
  seq: string;
  account: string;
  made: string;
  received: string;
  command: string;
  version: number;
  subject_kind: string;
  subject: string;
  fields: string[];
  digest: string;
  previous: Buffer;
  hash: Buffer;
}

const PAGE = 5000;
const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const LINES = `
  select county_id as county, station_id as station, seq::text, account_id as account,
    to_char(made_at at time zone 'UTC', ${INSTANT}) as made,
    to_char(received_at at time zone 'UTC', ${INSTANT}) as received,
    command, version, subject_kind, subject_id as subject, fields, encode(digest, 'hex') as digest, previous, hash
  from heli.journal j where (j.county_id, j.station_id, j.seq) > ($1, $2, $3)
  order by j.county_id, j.station_id, j.seq limit ${PAGE}`;
const HEADS = `
  select county_id as county, station_id as station, seq::float8 as seq, encode(hash, 'hex') as hash
  from heli.journal_head where seq > 0 order by 1, 2`;

async function* linesOf(client: pg.ClientBase): AsyncGenerator<Line> {
  let after: [number, string, string] = [-1, '00000000-0000-0000-0000-000000000000', '0'];
  for (;;) {
    const { rows } = await client.query<Line>({ name: 'chain', text: LINES, values: after });
    yield* rows;
    const last = rows.at(-1);
    if (rows.length < PAGE || !last) return;
    after = [last.county, last.station, last.seq];
  }
}

/** The hash of a line after the one before it: the same as heli.settle computes (migrations/0001_ground.sql). */
export function hashOf(line: Line, previous: Buffer): Buffer {
  const { county, station, seq, account, made, received, command, version, subject_kind, subject } = line;
  const text = [county, station, seq, account, made, received, command, version, subject_kind, subject];
  return createHash('sha256')
    .update(previous)
    .update([...text, line.fields.join(','), line.digest].join('\n'))
    .digest();
}

interface End {
  county: number;
  station: string;
  seq: number;
  hash: Buffer;
}

function wrongIn(line: Line, before: End | undefined): BreakReason | undefined {
  const previous = before?.hash ?? Buffer.alloc(0);
  if (Number(line.seq) !== (before?.seq ?? 0) + 1) return 'gap';
  if (!line.previous.equals(previous)) return 'previous';
  return hashOf(line, previous).equals(line.hash) ? undefined : 'hash';
}

/** Walks all lines; collects each station's last line and the first break. */
async function walk(client: pg.ClientBase): Promise<{ ends: End[]; broken: Break | undefined }> {
  const ends: End[] = [];
  let broken: Break | undefined;
  for await (const line of linesOf(client)) {
    const { county, station, hash } = line;
    const last = ends.at(-1);
    const before = last?.station === station && last.county === county ? last : undefined;
    const why = wrongIn(line, before);
    if (why) broken ??= { station, seq: Number(line.seq), why };
    if (before) Object.assign(before, { seq: Number(line.seq), hash });
    else ends.push({ county, station, seq: Number(line.seq), hash });
  }
  return { ends, broken };
}

function wrongHead(ends: End[], heads: Head[]): Break | undefined {
  const place = ({ county, station }: { county: number; station: string }) => `${county} ${station}`;
  const text = new Map(ends.map((end) => [place(end), `${end.seq} ${end.hash.toString('hex')}`]));
  const wrong = heads.find((head) => text.get(place(head)) !== `${head.seq} ${head.hash}`);
  if (wrong) return { station: wrong.station, seq: wrong.seq, why: 'head' };
  const known = new Set(heads.map(place));
  const headless = ends.find((end) => !known.has(place(end)));
  return headless && { station: headless.station, seq: headless.seq, why: 'head' };
}

/** As verifyChains, on a connection that is already the owner's and in a transaction. */
export async function verifyChainsOn(client: pg.ClientBase): Promise<ChainReport> {
  const { ends, broken: inLines } = await walk(client);
  const { rows: heads } = await client.query<Head>(HEADS);
  const broken = inLines ?? wrongHead(ends, heads);
  const stations = ends.map(({ station, seq, hash }) => ({ station, lines: seq, code: shortCode(hash) }));
  return { stations, heads, ...(broken ? { broken } : {}) };
}

/** Recomputes every station's journal chain from its first line and compares it with its head. Changes nothing. */
export function verifyChains(pool: pg.Pool): Promise<ChainReport> {
  return asOwner(pool, 'read', verifyChainsOn);
}
