import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { rangeOf } from './code.ts';
import { dataFolder } from './data-folder.ts';
import { readChanges } from './read-changes.ts';
import { type Area, readTowns, readVillages } from './read-areas.ts';

const LINES_PER_CHUNK = 2000;

/** Rows for a table that may hold some of them already: they come by way of a temporary table. */
interface Load {
  table: 'heli.area' | 'heli.area_change';
  columns: string;
  lines: Iterable<string>;
}

function copyLine(values: (string | number | null)[]): string {
  const text = values.map((value) => (value === null ? '\\N' : String(value).replace(/[\\\t\n\r]/g, (c) => `\\${c}`)));
  return `${text.join('\t')}\n`;
}

function* inChunks(lines: Iterable<string>): Iterable<string> {
  let waiting: string[] = [];
  for (const line of lines) {
    if (waiting.push(line) < LINES_PER_CHUNK) continue;
    yield waiting.join('');
    waiting = [];
  }
  if (waiting.length > 0) yield waiting.join('');
}

async function copyIn(client: pg.PoolClient, { table, columns, lines }: Load): Promise<number> {
  await client.query(`create temporary table incoming (like ${table}) on commit drop`);
  const copy = client.query(copyFrom(`copy incoming (${columns}) from stdin`));
  await pipeline(Readable.from(inChunks(lines)), copy);
  const added = await client.query(
    `insert into ${table} (${columns}) select ${columns} from incoming on conflict do nothing`,
  );
  return added.rowCount ?? 0;
}

/** One transaction; then fresh statistics, without which the first questions after a load are slow. */
async function load(pool: pg.Pool, rows: Load): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const added = await copyIn(client, rows);
    await client.query('commit');
    if (added > 0) await client.query(`analyze ${rows.table}`);
    return added;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

function* areaLines(areas: Iterable<Area>): Iterable<string> {
  for (const { code, level, name, parent } of areas) yield copyLine([code, level, name, parent]);
}

function* within(areas: Iterable<Area>, { from, to }: { from: string; to: string }): Iterable<Area> {
  for (const area of areas) if (area.code >= from && area.code <= to) yield area;
}

function loadAreas(pool: pg.Pool, areas: Iterable<Area>): Promise<number> {
  return load(pool, { table: 'heli.area', columns: 'code, level, name, parent', lines: areaLines(areas) });
}

/**
 * Loads every province, city, county and town into heli.area; what is there already stays as it is.
 * @param pool logs in as the owner of heli.area, without pipelining (a COPY cannot be sent ahead)
 * @returns how many were new
 */
export function loadTowns(pool: pg.Pool, folder: string = dataFolder()): Promise<number> {
  return loadAreas(pool, readTowns(readFileSync(path.join(folder, 'towns.txt.gz'))));
}

/**
 * Loads the villages and residents' committees of a province, or of one county of it (or a city, or a town).
 * @param code of the province or county, 2 to 12 digits
 * @returns how many were new
 */
export function loadVillages(pool: pg.Pool, code: string, folder: string = dataFolder()): Promise<number> {
  const file = path.join(folder, 'villages', `${code.slice(0, 2)}.txt.gz`);
  return loadAreas(pool, within(readVillages(readFileSync(file)), rangeOf(code)));
}

/**
 * Loads the changed codes of counties into heli.area_change (see data/SOURCE.md: not complete).
 * @returns how many were new
 */
export function loadChanges(pool: pg.Pool, folder: string = dataFolder()): Promise<number> {
  const changes = readChanges(readFileSync(path.join(folder, 'changes.csv'), 'utf8'));
  const lines = changes.map((change) => copyLine([change.oldCode, change.newCode, change.changedOn, change.note]));
  return load(pool, { table: 'heli.area_change', columns: 'old_code, new_code, changed_on, note', lines });
}
