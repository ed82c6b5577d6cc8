import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';
import { HeliError } from '../errors.ts';
import { CHUNK_BYTES, FIRST_ENTRY } from './manifest.ts';

/** One file inside a backup. */
export interface Entry {
  name: string;
  content: Buffer;
}

/** No entry is larger than a chunk, but for the manifests of a very large database. */
const LARGEST = CHUNK_BYTES * 4;

function sentenceFor(error: unknown, file: string, begun: boolean): unknown {
  if (error instanceof HeliError) return error;
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  const found = code !== 'ENOENT' && code !== 'EISDIR' && code !== 'EACCES';
  if (syscall) return found ? error : new HeliError('not-found', 'backup-not-found', { params: { file } });
  return new HeliError('not-allowed-now', begun ? 'backup-broken' : 'backup-not-heli', { params: { file } });
}

async function wholeContent(entry: AsyncIterable<unknown> & { header: tar.Header }): Promise<Buffer> {
  if ((entry.header.size ?? 0) > LARGEST) throw new Error('an entry is too large');
  const pieces: Buffer[] = [];
  for await (const piece of entry) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/**
 * The entries of a backup file, in order. The first must be the opening manifest, else the file is not ours.
 * @throws HeliError backup-not-found, backup-not-heli, backup-broken
 */
export async function* readEntries(file: string): AsyncGenerator<Entry> {
  const extract = tar.extract();
  const reading = pipeline(createReadStream(file), createGunzip(), extract);
  reading.catch(() => undefined);
  let begun = false;
  try {
    for await (const entry of extract) {
      if (!begun && entry.header.name !== FIRST_ENTRY) throw new Error('not a backup of Heli');
      begun = true;
      yield { name: entry.header.name, content: await wholeContent(entry) };
    }
    await reading;
  } catch (error) {
    extract.destroy();
    const cause = await reading.then(
      () => error,
      (first: unknown) => first,
    );
    throw sentenceFor((cause as { code?: string }).code ? cause : error, file, begun);
  }
}
