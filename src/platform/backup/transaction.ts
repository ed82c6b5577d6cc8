import type pg from 'pg';

const ignore = () => undefined;

/**
 * Runs work in one transaction as the owner of the tables, whom row security does not hold back. Values are written
 * and read in the one form that every version of PostgreSQL understands, and a large table may take its time.
 */
export async function asOwner<T>(
  pool: pg.Pool,
  mode: 'read' | 'write',
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  // A connection that breaks in the middle also fails the statement under way, which is what is told.
  client.on('error', ignore);
  let failed = true;
  try {
    await client.query(mode === 'read' ? 'begin isolation level repeatable read read only' : 'begin');
    await client.query(`set local role heli_owner; set local statement_timeout = 0; set local client_encoding = 'UTF8';
      set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
      set local bytea_output = 'hex'; set local extra_float_digits = 3`);
    const answer = await work(client);
    await client.query('commit');
    failed = false;
    return answer;
  } finally {
    // A connection in the middle of a COPY cannot be asked to roll back: closing it does.
    client.release(failed);
    client.off('error', ignore);
  }
}
