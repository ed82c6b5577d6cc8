import { clockInChina } from '../platform/clock.ts';
import { copyFileSync, existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { sealedFor } from '../people/person-columns.ts';
import { type Break, verifyChains } from '../platform/backup/chains.ts';
import { checkBackup } from '../platform/backup/check.ts';
import { restoreBackup } from '../platform/backup/restore.ts';
import { type BackupReport, writeBackup } from '../platform/backup/write.ts';
import { addressOf, type Database, ensureDatabase, openDatabase } from '../platform/database/open.ts';
import type { Address } from '../platform/database/pool.ts';
import { HeliError } from '../platform/errors.ts';
import { claimFolder, startPostgres } from '../platform/postgres/start.ts';
import { touching } from '../platform/postgres/folder.ts';
import { readSecrets } from '../platform/secrets.ts';
import { openSeal } from '../platform/seal.ts';
import { VERSION } from '../platform/version.ts';
import { type Desk, EXIT } from './desk.ts';
import { withOwnerPool } from './place.ts';
import { told } from './words.ts';

const rowsOf = (tables: { rows: number }[]) => tables.reduce((sum, table) => sum + table.rows, 0);

function tellBreak(desk: Desk, broken: Break): void {
  const why = told(desk.language, `why-${broken.why}`);
  desk.tell('chain-broken', { station: broken.station, seq: broken.seq, why });
}

/** Recomputes every station's chain. Exit code 3 when one is broken. */
export async function verify(folder: string, desk: Desk): Promise<number> {
  const { stations, broken } = await withOwnerPool(folder, verifyChains);
  for (const one of stations) if (one.station !== broken?.station) desk.tell('chain-whole', one);
  if (stations.length === 0) desk.tell('chain-none');
  if (broken) tellBreak(desk, broken);
  desk.answer({ stations, broken: broken ?? null });
  return broken ? EXIT.refused : EXIT.done;
}

/** Checks that a backup file is whole, without a database. */
export async function verifyFile(file: string, desk: Desk): Promise<number> {
  const { createdAt, tables, heads, broken, programVersion, level } = await checkBackup(file);
  desk.tell('backup-good', { file, createdAt, rows: rowsOf(tables) });
  if (broken) tellBreak(desk, broken);
  desk.answer({ file, createdAt, programVersion, level, rows: rowsOf(tables), heads, broken: broken ?? null });
  return broken ? EXIT.refused : EXIT.done;
}

function nameFor(now: Date): string {
  return `heli-${clockInChina(now).replace(/[-:]/g, '').replace('T', '-')}.tar.gz`;
}

/** Writes a backup; also while the program is running. */
export async function backup(options: { data: string; file: string | undefined }, desk: Desk): Promise<number> {
  const now = new Date();
  const file = path.resolve(options.file ?? nameFor(now));
  const report = await withOwnerPool(options.data, (pool) => writeBackup({ pool, file, programVersion: VERSION, now }));
  if (existsSync(options.data)) {
    touching(options.data, () => writeFileSync(path.join(options.data, 'last-backup'), `${now.toISOString()}\n`));
  }
  const megabytes = (statSync(file).size / 2 ** 20).toFixed(1);
  desk.tell('backup-done', { file, rows: rowsOf(report.tables), megabytes });
  desk.tell('backup-keep', { secrets: path.join(options.data, 'secrets.json') });
  desk.answer({ file, bytes: statSync(file).size, ...report });
  return EXIT.done;
}

export interface RestoreOptions {
  data: string;
  file: string;
  secrets?: string;
}

function takeSecrets(folder: string, secrets: string | undefined): void {
  if (!secrets) return;
  if (!existsSync(secrets)) throw new HeliError('invalid', 'no-such-file', { params: { file: secrets } });
  touching(folder, () => copyFileSync(secrets, path.join(folder, 'secrets.json')));
}

/** A backup file that was checked, and the newest migration of the database it was made of. */
interface Whole {
  file: string;
  level: string;
}

interface Restored {
  report: BackupReport;
  /** False when ID numbers were put back whose key is not here. */
  keyed: boolean;
}

/** Whether this installation's key opens an ID number that was put back. */
async function opensIds(pool: pg.Pool, secret: string): Promise<boolean> {
  const { rows } = await pool.query<{ id: string; county: number; sealed: Buffer }>(
    'select id, county_id as county, id_sealed as sealed from heli.person where id_sealed is not null limit 1',
  );
  const [row] = rows;
  return !row || openSeal(secret).open(row.sealed, sealedFor(row.county, row.id)) !== undefined;
}

/** The records are put back as they were written, and then brought up to this program's level like any others. */
async function restoreInto(address: Address, folder: string, { file, level }: Whole): Promise<Restored> {
  const secrets = await readSecrets(folder);
  const report = await withDatabase(await openDatabase(address, secrets, level), (pool) =>
    restoreBackup({ pool, file }),
  );
  const keyed = await withDatabase(await openDatabase(address, secrets), (pool) => opensIds(pool, secrets.people));
  return { report, keyed };
}

async function withDatabase<T>(database: Database, work: (owner: pg.Pool) => Promise<T>): Promise<T> {
  try {
    return await work(database.owner);
  } finally {
    await database.close();
  }
}

async function restoreEmbedded({ data, secrets }: RestoreOptions, whole: Whole): Promise<Restored> {
  const claim = await claimFolder(data);
  const server = await startPostgres({ folder: data, claim });
  try {
    const { host, port, superuser: user, password } = server;
    const address = { host, port, user, ...(password ? { password } : {}) };
    takeSecrets(claim.folder, secrets);
    await ensureDatabase({ ...address, database: 'postgres' }, 'heli');
    return await restoreInto({ ...address, database: 'heli' }, claim.folder, whole);
  } finally {
    await server.stop();
  }
}

async function restoreElsewhere(url: string, { data, secrets }: RestoreOptions, whole: Whole): Promise<Restored> {
  const claim = await claimFolder(data);
  try {
    takeSecrets(claim.folder, secrets);
    return await restoreInto(addressOf(url), claim.folder, whole);
  } finally {
    await claim.release();
  }
}

/** Puts a backup into an empty data folder (or the empty database of DATABASE_URL). The file is checked first. */
export async function restore(options: RestoreOptions, desk: Desk): Promise<number> {
  const { level } = await checkBackup(options.file);
  const whole = { file: options.file, level };
  const url = process.env.DATABASE_URL;
  const { report, keyed } = url ? await restoreElsewhere(url, options, whole) : await restoreEmbedded(options, whole);
  desk.tell('restore-done', { folder: options.data, rows: rowsOf(report.tables) });
  if (!keyed) desk.tell('restore-no-key', { secrets: path.join(options.data, 'secrets.json') });
  desk.answer({ folder: options.data, ...report, idNumbersOpen: keyed });
  return EXIT.done;
}
