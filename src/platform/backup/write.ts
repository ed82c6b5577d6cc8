import { createHash } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import copyStreams from 'pg-copy-streams';
import tar from 'tar-stream';
import { fileTrouble } from '../postgres/folder.ts';
import { copyTarget, findLevels, findTables, type Table } from './catalogue.ts';
import { type Head, verifyChainsOn } from './chains.ts';
import { CHUNK_BYTES, chunkName, FIRST_ENTRY, FORMAT, LAST_ENTRY, type Manifest, type Opening } from './manifest.ts';
import { asOwner } from './transaction.ts';

/** What a backup held, or what was put back. */
export interface BackupReport {
  tables: { name: string; rows: number }[];
  heads: Head[];
}

export interface WriteOptions {
  /** A pool of the owner or a superuser; not a pipelining one. */
  pool: pg.Pool;
  programVersion: string;
  now: Date;
}

type Target = { file: string; stream?: never } | { stream: Writable; file?: never };

/** The tar being written, and what went into it so far. */
interface Archive {
  pack: tar.Pack;
  /** Fails when the tar is closed before its end, so that nobody waits for it for ever. */
  closed: Promise<never>;
  now: Date;
  entries: Manifest['entries'];
}

async function addEntry(archive: Archive, name: string, content: Buffer): Promise<void> {
  archive.entries.push({ name, size: content.length, sha256: createHash('sha256').update(content).digest('hex') });
  const header = { name, size: content.length, mtime: archive.now, mode: 0o600 };
  const added = new Promise<void>((resolve, reject) => {
    archive.pack.entry(header, (error) => (error ? reject(error) : resolve())).end(content);
  });
  await Promise.race([added, archive.closed]);
}

const asJson = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

/** Gathers the small pieces a COPY arrives in into chunks of about eight megabytes. */
async function* inChunks(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of source) {
    pieces.push(piece);
    size += piece.length;
    if (size < CHUNK_BYTES) continue;
    const whole = Buffer.concat(pieces);
    for (let at = 0; at + CHUNK_BYTES <= size; at += CHUNK_BYTES) yield whole.subarray(at, at + CHUNK_BYTES);
    pieces = [whole.subarray(size - (size % CHUNK_BYTES))];
    size %= CHUNK_BYTES;
  }
  if (size > 0) yield Buffer.concat(pieces);
}

async function addTable(archive: Archive, client: pg.ClientBase, table: Table): Promise<number> {
  const rows = client.query(copyStreams.to(`copy ${copyTarget(table)} to stdout`));
  let number = 0;
  for await (const chunk of inChunks(rows)) {
    await addEntry(archive, chunkName(table.name, number), chunk);
    number += 1;
  }
  return rows.rowCount;
}

async function fill(archive: Archive, client: pg.ClientBase, programVersion: string): Promise<BackupReport> {
  const tables = await findTables(client);
  const level = (await findLevels(client)).at(-1) ?? '';
  const opening: Opening = { format: FORMAT, programVersion, level, createdAt: archive.now.toISOString(), tables };
  await addEntry(archive, FIRST_ENTRY, asJson(opening));
  const counted: Manifest['tables'] = [];
  for (const table of tables) counted.push({ ...table, rows: await addTable(archive, client, table) });
  const { heads, broken } = await verifyChainsOn(client);
  const entries = [...archive.entries];
  const manifest: Manifest = { ...opening, tables: counted, entries, heads, ...(broken ? { broken } : {}) };
  await addEntry(archive, LAST_ENTRY, asJson(manifest));
  archive.pack.finalize();
  return { tables: counted.map(({ name, rows }) => ({ name, rows })), heads };
}

function closeOf(pack: tar.Pack): Promise<never> {
  const closed = new Promise<never>((_, reject) => {
    pack.once('close', () => reject(new Error('the backup could not be written to its end')));
  });
  closed.catch(() => undefined);
  return closed;
}

async function writeTo(target: Writable, options: WriteOptions): Promise<BackupReport> {
  const pack = tar.pack();
  const written = pipeline(pack, createGzip(), target);
  written.catch(() => undefined);
  try {
    const archive: Archive = { pack, closed: closeOf(pack), now: options.now, entries: [] };
    const report = await asOwner(options.pool, 'read', (client) => fill(archive, client, options.programVersion));
    await written;
    return report;
  } catch (error) {
    pack.destroy();
    // What stopped the writing (a full disk) says more than that it was stopped.
    throw await written.then(
      () => error,
      (cause: NodeJS.ErrnoException) => (cause.syscall ? cause : error),
    );
  }
}

/** A rename survives a power cut only when its folder is on the disk. Windows cannot open folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

async function writeFile(file: string, options: WriteOptions): Promise<BackupReport> {
  const part = `${file}.part`;
  try {
    const report = await writeTo(createWriteStream(part, { mode: 0o600, flush: true }), options);
    await rename(part, file);
    await syncFolder(path.dirname(path.resolve(file)));
    return report;
  } catch (error) {
    rmSync(part, { force: true });
    throw fileTrouble(error, path.dirname(path.resolve(file)));
  }
}

/**
 * Writes everything Heli records into one checksummed file: a gzipped tar of COPY text, read in one snapshot while
 * the program goes on working. The file stands under its name only when it is whole and on the disk (0600: it holds
 * personal data).
 * @throws HeliError disk-full, folder-not-writable
 */
export function writeBackup(options: WriteOptions & Target): Promise<BackupReport> {
  return options.file === undefined ? writeTo(options.stream, options) : writeFile(options.file, options);
}
