import { listColleagues } from '../../access/store.ts';
import { findKnown } from '../../ledger/store/known.ts';
import type { At } from '../../people/store.ts';
import { findStation, listAreas } from '../../places/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import type { Doing } from '../../platform/pipeline/command.ts';
import type { BatchRow, StagedRow } from './batch-store.ts';
import { findEvents, listCountedVillages } from './store.ts';
import { type Place, writeRows } from './write-rows.ts';

/** Rows that are about to be written, and what that needs to know. */
export interface Chunk {
  batch: BatchRow;
  rows: StagedRow[];
  place: Place;
  /** Villages whose people are counted already. */
  counted: ReadonlySet<string>;
}

/** What rows need to be written: the town's villages, colleagues, and whom and what they speak of. */
async function loadPlace(transaction: Transaction, at: At, rows: readonly StagedRow[]): Promise<Place> {
  const people = [...new Set(rows.flatMap((row) => row.person_id ?? []))];
  const [station, colleagues, known, events] = await Promise.all([
    findStation(transaction, at.station),
    listColleagues(transaction, at.station),
    findKnown(transaction, at, { people, project: null, workers: [], partners: [] }),
    findEvents(transaction, at, [...new Set(rows.flatMap((row) => row.event_id ?? []))]),
  ]);
  return {
    villages: station ? await listAreas(transaction, station.area) : [],
    workers: new Map(colleagues.map((one) => [one.name, one.account_id])),
    people: new Map((known.people ?? []).map((person) => [person.id, person])),
    events,
  };
}

export async function loadChunk(
  transaction: Transaction,
  at: At,
  { batch, rows }: Pick<Chunk, 'batch' | 'rows'>,
): Promise<Chunk> {
  const [place, counted] = await Promise.all([loadPlace(transaction, at, rows), listCountedVillages(transaction, at)]);
  return { batch, rows, place, counted };
}

const NOT_SAID = '000000000000';

/** Writes a chunk of rows into the books; answers the villages whose count begins with it. */
export function writeChunk(
  transaction: Transaction,
  { doing, station }: { doing: Doing; station: string },
  { batch, rows, place, counted }: Chunk,
): string[] {
  const { county, asker, newId, now, seal } = doing;
  const made = writeRows(transaction, { county, station, by: asker.id, newId, now, seal, place, batch }, rows);
  const villages = new Set(made.map((person) => person.village ?? NOT_SAID));
  return [...villages].filter((village) => !counted.has(village));
}
