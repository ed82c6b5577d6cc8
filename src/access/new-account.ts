import { hashPassword } from 'better-auth/crypto';
import type { Transaction } from '../platform/database/flight.ts';
import { HeliError } from '../platform/errors.ts';
import type { NewAccount } from './schema.ts';
import { findLogin, insertAccount } from './store.ts';

/** Refuses a login name or phone that another account has; answers the password's hash. */
export async function prepareAccount(transaction: Transaction, account: NewAccount): Promise<string> {
  const [byName, byPhone, hash] = await Promise.all([
    findLogin(transaction, account.username.toLowerCase()),
    account.phone ? findLogin(transaction, account.phone) : undefined,
    hashPassword(account.password),
  ]);
  if (byName)
    throw new HeliError('conflict', 'username-taken', {
      fields: [{ path: ['account', 'username'], message: 'username-taken' }],
    });
  if (byPhone)
    throw new HeliError('conflict', 'phone-taken', {
      fields: [{ path: ['account', 'phone'], message: 'phone-taken' }],
    });
  return hash;
}

/** Writes a staff account with its password. */
export function saveAccount(
  transaction: Transaction,
  parts: { id: string; county: number; account: NewAccount; hash: string },
): void {
  const { id, county, account, hash } = parts;
  insertAccount(transaction, {
    id,
    county,
    kind: 'staff',
    name: account.name,
    username: account.username.toLowerCase(),
    phone: account.phone,
    passwordHash: hash,
  });
}
