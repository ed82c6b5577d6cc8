import { minuteInChina } from '../platform/clock.ts';
import { createReadStream } from 'node:fs';
import { rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type pg from 'pg';
import { log, loginOf } from '../access/sign-in.ts';
import { writeBackup } from '../platform/backup/write.ts';
import { HeliError } from '../platform/errors.ts';
import { type Asker, keepsHost } from '../platform/pipeline/asker.ts';
import type { ServerContext } from '../platform/pipeline/context.ts';
import { VERSION } from '../platform/version.ts';

export interface BackupParts {
  owner: pg.Pool;
  dataFolder: string;
}

async function keeperOf(context: ServerContext): Promise<Asker> {
  const asker = await context.findAsker();
  if (!asker) throw new HeliError('unauthenticated', 'unauthenticated');
  if (!keepsHost(asker)) throw new HeliError('forbidden', 'forbidden');
  return asker;
}

function nameFor(now: Date): string {
  return `heli-${minuteInChina(now).replace(/[-: ]/g, '')}.tar.gz`;
}

/** Streams a file and removes it once it is sent, or when the asker goes away. */
function sendOnce(file: string): ReadableStream {
  const stream = createReadStream(file);
  stream.once('close', () => void rm(file, { force: true }));
  return Readable.toWeb(stream) as ReadableStream;
}

/**
 * The backup button: only a keeper of the host. The file is whole and checksummed before its first byte is sent; who
 * took it is in the access log.
 */
export function backupDoor({ owner, dataFolder }: BackupParts) {
  return async (context: ServerContext): Promise<Response> => {
    const asker = await keeperOf(context);
    const now = context.services.clock();
    const file = path.join(dataFolder, `backup-${context.services.newId()}.tar.gz`);
    await writeBackup({ pool: owner, file, programVersion: VERSION, now });
    await writeFile(path.join(dataFolder, 'last-backup'), `${now.toISOString()}\n`);
    await log(context, { login: loginOf(asker), what: 'backup', outcome: 'done' });
    const { size } = await stat(file);
    return new Response(sendOnce(file), {
      headers: {
        'content-type': 'application/gzip',
        'content-length': String(size),
        'content-disposition': `attachment; filename="${nameFor(now)}"`,
        'cache-control': 'no-store',
      },
    });
  };
}
