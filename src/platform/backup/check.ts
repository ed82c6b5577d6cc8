import { createHash } from 'node:crypto';
import { HeliError } from '../errors.ts';
import { LAST_ENTRY, Manifest } from './manifest.ts';
import { readEntries } from './read.ts';

/**
 * Reads a backup file from its first to its last byte and checks it against its own manifest; needs no database.
 * @throws HeliError backup-not-found, backup-not-heli, backup-broken
 */
export async function checkBackup(file: string): Promise<Manifest> {
  const seen: Manifest['entries'] = [];
  let manifest: Manifest | undefined;
  for await (const { name, content } of readEntries(file)) {
    const sha256 = createHash('sha256').update(content).digest('hex');
    if (name === LAST_ENTRY) manifest = Manifest.safeParse(JSON.parse(content.toString('utf8'))).data;
    else seen.push({ name, size: content.length, sha256 });
  }
  if (manifest && JSON.stringify(manifest.entries) === JSON.stringify(seen)) return manifest;
  throw new HeliError('not-allowed-now', 'backup-broken', { params: { file } });
}
