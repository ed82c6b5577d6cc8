import { randomInt } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type pg from 'pg';
import { guardKey } from '../access/guard.ts';
import { HeliError } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { readSecrets } from '../platform/secrets.ts';
import { type Desk, EXIT } from './desk.ts';
import { withOwnerPool } from './place.ts';

interface Found {
  id: string;
  county_id: number;
  name: string;
  username: string;
  phone: string | null;
}

/** Nothing that reads like something else: it is told by telephone. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Twelve signs in three groups: 59 bits. */
function makePassword(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return [group(), group(), group()].join('-');
}

async function getAccount(pool: pg.Pool, login: string): Promise<Found> {
  const { rows } = await pool.query<Found>(
    `select id, county_id, name, username, phone from heli.account where kind = 'staff' and (username = $1 or phone = $1)`,
    [login.toLowerCase()],
  );
  if (!rows[0]) throw new HeliError('not-found', 'no-such-login', { params: { login } });
  return rows[0];
}

/** All at once or nothing: the new password stands, nobody is signed in with the old one, and the log says so. */
const SET = `
  with changed as (update auth.account set password = $2, "updatedAt" = now() where "userId" = $1 and "providerId" = 'credential'
      returning 1),
    left_over as (delete from auth.session where "userId" = $1 returning 1),
    rested as (delete from heli.sign_in_guard where login = any ($3) returning 1),
    noted as (insert into heli.access_log (county_id, id, account_id, what, outcome) values ($4, $5::uuid, $1::text::uuid, 'password', 'done') returning 1)
  select (select count(*) from changed)::int as changed, (select count(*) from left_over)::int as ended`;

/**
 * Gives an account that forgot its password a new one, made by chance and told once. Whoever may open the data folder may
 * do it; a two-step code, if the account asks for one, is asked for as before.
 * @throws HeliError no-such-login
 */
export async function password({ data, login }: { data: string; login: string }, desk: Desk): Promise<number> {
  const made = makePassword();
  const { account, ended } = await withOwnerPool(data, async (pool) => {
    const account = await getAccount(pool, login);
    const digestKey = Buffer.from((await readSecrets(data)).digest);
    const names = [account.username, account.phone].filter((name) => name !== null);
    const keys = names.map((name) => guardKey(digestKey, name));
    const values = [account.id, await hashPassword(made), keys, account.county_id, newId()];
    const { rows } = await pool.query<{ ended: number }>(SET, values);
    return { account, ended: rows[0]?.ended ?? 0 };
  });
  const { name, username } = account;
  desk.tell('password-set', { name, username, password: made, ended });
  desk.answer({ username, password: made, sessionsEnded: ended });
  return EXIT.done;
}
