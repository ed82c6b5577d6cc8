import { z } from 'zod';

/** Raised when an older program could not read the file. */
export const FORMAT = 1;
/** Entries hold at most this much COPY text, so that neither side needs more memory than that. */
export const CHUNK_BYTES = 8 * 1024 * 1024;
export const FIRST_ENTRY = 'manifest-start.json';
export const LAST_ENTRY = 'manifest.json';

const Columns = z.array(z.string());
const Break = z.object({ station: z.string(), seq: z.number(), why: z.enum(['hash', 'previous', 'gap', 'head']) });

/** Told first: whether this program can read what follows. */
export const Opening = z.object({
  format: z.int(),
  programVersion: z.string(),
  /** The newest migration of the database that was read. */
  level: z.string(),
  createdAt: z.iso.datetime(),
  tables: z.array(z.object({ name: z.string(), columns: Columns })),
});
export type Opening = z.infer<typeof Opening>;

/** Told last: what the file must have held, and how the journal stood. */
export const Manifest = Opening.extend({
  tables: z.array(z.object({ name: z.string(), columns: Columns, rows: z.int() })),
  entries: z.array(z.object({ name: z.string(), size: z.int(), sha256: z.string() })),
  heads: z.array(z.object({ county: z.int(), station: z.string(), seq: z.int(), hash: z.string() })),
  /** A chain that was broken already when the backup was made: kept and told, not hidden. */
  broken: Break.optional(),
});
export type Manifest = z.infer<typeof Manifest>;

/** The name of a table's nth chunk: tables/heli.person/0000.copy */
export function chunkName(table: string, number: number): string {
  return `tables/${table}/${String(number).padStart(4, '0')}.copy`;
}

/** The table of a chunk's name, or undefined when it is no chunk. */
export function tableOfChunk(name: string): string | undefined {
  return /^tables\/([^/]+)\/\d{4,}\.copy$/.exec(name)?.[1];
}
