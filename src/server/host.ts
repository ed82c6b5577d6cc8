import { z } from 'zod';
import { Id } from '../platform/fields.ts';
import { shortCode } from '../platform/pipeline/code.ts';
import { atStation } from '../platform/pipeline/procedure.ts';
import { query } from '../platform/pipeline/query.ts';

/** What the program knows of itself. */
export interface HostParts {
  version: string;
  database: 'embedded' | 'server';
  lastBackupAt: () => Promise<Date | undefined>;
}

export const HostStatus = z.object({
  version: z.string(),
  database: z.enum(['embedded', 'server']),
  lastBackupAt: z.string().nullable(),
  /** The station's journal head: how many lines, and the short code that reports print. */
  head: z.object({ lines: z.int(), code: z.string() }).nullable(),
});

/** Procedures about the program itself. */
export function hostDoors(parts: HostParts) {
  return {
    status: query({
      name: 'host.status',
      permit: atStation('station.see'),
      summary: 'Version, last backup and the station’s journal head',
      path: '/host/status',
      input: z.strictObject({ station: Id }),
      output: HostStatus,
      read: async (transaction, { station }, { county }) => {
        const rows = await transaction.send<{ seq: number; hash: Buffer }>({
          name: 'host.head',
          text: 'select seq, hash from heli.journal_head where county_id = $1 and station_id = $2',
          values: [county, station],
        });
        const lastBackup = await parts.lastBackupAt();
        return {
          version: parts.version,
          database: parts.database,
          lastBackupAt: lastBackup?.toISOString() ?? null,
          head: rows[0] ? { lines: rows[0].seq, code: shortCode(rows[0].hash) } : null,
        };
      },
    }),
  };
}
