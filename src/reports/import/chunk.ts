import { listColleagues } from '../../access/store.ts';
import { findKnown } from '../../ledger/store/known.ts';
import type { Pair } from '../../people/duplicates.ts';
import { loadForNew } from '../../people/new-people.ts';
import type { At, NewPerson } from '../../people/store.ts';
import { findStation, listAreas } from '../../places/store.ts';
import type { Transaction } from '../../platform/database/flight.ts';
import type { Doing } from '../../platform/pipeline/command.ts';
import type { BatchRow, StagedRow } from './batch-store.ts';
import { findEvents, listCountedVillages } from './store.ts';
import { peopleToMake, type Place, writeRows } from './write-rows.ts';

/** Rows that are about to be written, and what that needs to know. */
export interface Chunk {
  batch: BatchRow;
  rows: StagedRow[];
  place: Place;
  /** Villages whose people are counted already. */
  counted: ReadonlySet<string>;
  people: NewPerson[];
  pairs: Pair[];
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

/** Loads what writing these rows needs, and compares the people they make with those of the station. */
export async function loadChunk(
  transaction: Transaction,
  { doing, station }: { doing: Doing; station: string },
  { batch, rows }: Pick<Chunk, 'batch' | 'rows'>,
): Promise<Chunk> {
  const at = { county: doing.county, station, seal: doing.seal };
  const [place, counted] = await Promise.all([loadPlace(transaction, at, rows), listCountedVillages(transaction, at)]);
  const people = peopleToMake({ seal: doing.seal, place, batch, now: doing.now }, rows);
  const pairs = people.length > 0 ? await loadForNew(transaction, at, people) : [];
  return { batch, rows, place, counted, people, pairs };
}

const NOT_SAID = '000000000000';

/** Writes a chunk of rows into the books; answers the villages whose count begins with it. */
export function writeChunk(
  transaction: Transaction,
  { doing, station }: { doing: Doing; station: string },
  { rows, counted, ...chunk }: Chunk,
): string[] {
  const { county, asker, newId, now, seal } = doing;
  writeRows(transaction, { county, station, by: asker.id, newId, now, seal, ...chunk }, rows);
  const villages = new Set(chunk.people.map((person) => person.village ?? NOT_SAID));
  return [...villages].filter((village) => !counted.has(village));
}
