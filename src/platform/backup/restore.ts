import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type pg from 'pg';
import copyStreams from 'pg-copy-streams';
import { HeliError } from '../errors.ts';
import type { Reason } from '../words/zh.ts';
import { copyTarget, findLevels, findTables, type Table } from './catalogue.ts';
import { verifyChainsOn } from './chains.ts';
import { FORMAT, LAST_ENTRY, Manifest, Opening, tableOfChunk } from './manifest.ts';
import { type Entry, readEntries } from './read.ts';
import { asOwner } from './transaction.ts';
import type { BackupReport } from './write.ts';

function refuse(reason: Reason, params: Record<string, string | number>): never {
  throw new HeliError('not-allowed-now', reason, { params });
}

/** A file being put back: what it said first, and what has arrived since. */
interface Restoring {
  file: string;
  client: pg.ClientBase;
  opening: Opening;
  tables: Map<string, Table>;
  entries: Manifest['entries'];
  rows: Map<string, number>;
  /** The COPY under way; one per table, fed by all its chunks. */
  copying: { table: string; stream: Writable & { rowCount: number } } | undefined;
}

function readJson<T>(entry: Entry, schema: { parse: (value: unknown) => T }): T {
  return schema.parse(JSON.parse(entry.content.toString('utf8')));
}

function readOpening(entry: Entry | undefined, file: string): Opening {
  const format = (() => {
    try {
      return (JSON.parse(entry?.content.toString('utf8') ?? '') as { format?: unknown }).format;
    } catch {
      return undefined;
    }
  })();
  if (typeof format !== 'number') refuse('backup-not-heli', { file });
  if (format > FORMAT) refuse('backup-newer', { file, theirs: `format ${format}`, ours: `format ${FORMAT}` });
  return readJson(entry as Entry, Opening);
}

/**
 * The file's tables and columns must be known here, by name, and the database must stand at the file's own level: what
 * later migrations work out from the records must find them there.
 */
async function matchTables(client: pg.ClientBase, opening: Opening, file: string): Promise<Map<string, Table>> {
  const levels = await findLevels(client);
  if (!levels.includes(opening.level)) {
    refuse('backup-newer', { file, theirs: opening.level, ours: levels.at(-1) ?? '' });
  }
  if (levels.at(-1) !== opening.level) refuse('backup-other-level', { file, theirs: opening.level });
  const here = new Map((await findTables(client)).map((table) => [table.name, new Set(table.columns)]));
  for (const { name, columns } of opening.tables) {
    const stranger = columns.find((column) => !here.get(name)?.has(column));
    if (!here.has(name) || stranger) refuse('backup-other-level', { file, theirs: opening.level });
  }
  return new Map(opening.tables.map((table) => [table.name, table]));
}

/** Only an empty database is filled: nothing of anyone's is ever overwritten. What migrations put there is replaced. */
async function emptyTables(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ used: boolean }>(`
    select exists (select from heli.station) or exists (select from heli.journal)
      or exists (select from heli.account where kind <> 'system') as used`);
  if (rows[0]?.used) refuse('database-not-empty', {});
  const names = (await findTables(client)).map((table) => copyTarget({ ...table, columns: [] }).replace(' ()', ''));
  // Cascading to the tables that no backup holds (open sessions), which refer to these.
  await client.query(`truncate ${names.join(', ')} cascade`);
}

async function endCopy(restoring: Restoring): Promise<void> {
  const { copying } = restoring;
  if (!copying) return;
  restoring.copying = undefined;
  const finished = once(copying.stream, 'finish');
  copying.stream.end();
  await finished;
  restoring.rows.set(copying.table, copying.stream.rowCount);
}

async function beginCopy(restoring: Restoring, name: string): Promise<Writable> {
  await endCopy(restoring);
  const table = restoring.tables.get(name);
  if (!table || restoring.rows.has(name)) refuse('backup-broken', { file: restoring.file });
  const stream = restoring.client.query(copyStreams.from(`copy ${copyTarget(table)} from stdin`));
  // Told where it is written to; when the work is given up the connection is closed and nobody listens any more.
  stream.on('error', () => undefined);
  restoring.copying = { table: name, stream };
  return stream;
}

async function putChunk(restoring: Restoring, entry: Entry): Promise<void> {
  const name = tableOfChunk(entry.name) ?? refuse('backup-broken', { file: restoring.file });
  const { copying } = restoring;
  const stream = copying?.table === name ? copying.stream : await beginCopy(restoring, name);
  await new Promise<void>((resolve, reject) => {
    stream.once('error', reject);
    stream.write(entry.content, (error) => {
      stream.off('error', reject);
      if (error) reject(error);
      else resolve();
    });
  });
}

function note(restoring: Restoring, entry: Entry): void {
  const sha256 = createHash('sha256').update(entry.content).digest('hex');
  restoring.entries.push({ name: entry.name, size: entry.content.length, sha256 });
}

/** Everything the last manifest promises must have arrived, nothing else, and the journal must stand as it stood. */
async function check(restoring: Restoring, manifest: Manifest): Promise<BackupReport> {
  const { file, client, opening, rows } = restoring;
  const same = (one: unknown, other: unknown) => {
    if (JSON.stringify(one) !== JSON.stringify(other)) refuse('backup-broken', { file });
  };
  const { format, programVersion, level, createdAt } = manifest;
  const tables = manifest.tables.map(({ name, columns }) => ({ name, columns }));
  same({ format, programVersion, level, createdAt, tables }, opening);
  same(manifest.entries, restoring.entries);
  for (const table of manifest.tables) same(table.rows, rows.get(table.name) ?? 0);
  const chains = await verifyChainsOn(client);
  same(chains.heads, manifest.heads);
  same(chains.broken, manifest.broken);
  return { tables: manifest.tables.map(({ name, rows: count }) => ({ name, rows: count })), heads: chains.heads };
}

async function putBack(client: pg.ClientBase, file: string): Promise<BackupReport> {
  const entries = readEntries(file);
  const first = (await entries.next()).value ?? undefined;
  const opening = readOpening(first, file);
  const tables = await matchTables(client, opening, file);
  await emptyTables(client);
  const restoring: Restoring = { file, client, opening, tables, entries: [], rows: new Map(), copying: undefined };
  note(restoring, first as Entry);
  let manifest: Manifest | undefined;
  for await (const entry of entries) {
    if (manifest) refuse('backup-broken', { file });
    if (entry.name === LAST_ENTRY) manifest = readJson(entry, Manifest);
    else {
      note(restoring, entry);
      await putChunk(restoring, entry);
    }
  }
  await endCopy(restoring);
  return check(restoring, manifest ?? refuse('backup-broken', { file }));
}

/** Whatever is wrong with the file's content is one sentence; a lost connection or full disk stays what it is. */
function trouble(error: unknown, file: string): unknown {
  if (error instanceof HeliError) return error;
  const { code = '', name = '' } = error as { code?: string; name?: string };
  if (code === '53100') return new HeliError('not-allowed-now', 'disk-full', { params: { folder: 'PostgreSQL' } });
  const content = name === 'ZodError' || name === 'SyntaxError' || /^(22|23|42703|42P01|XX001)/.test(code);
  return content ? new HeliError('not-allowed-now', 'backup-broken', { params: { file } }) : error;
}

/**
 * Puts a backup back into an empty database migrated to the backup's level, in one transaction: all of it, or nothing is changed.
 * Checks every checksum, every count and the journal's chains before it commits.
 * @throws HeliError backup-not-found, backup-not-heli, backup-broken, backup-newer, backup-other-level, database-not-empty
 */
export async function restoreBackup({ pool, file }: { pool: pg.Pool; file: string }): Promise<BackupReport> {
  try {
    const report = await asOwner(pool, 'write', (client) => putBack(client, file));
    await pool.query('analyze');
    return report;
  } catch (error) {
    throw trouble(error, file);
  }
}
