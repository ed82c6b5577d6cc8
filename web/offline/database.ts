import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Failure } from '../api/failure.ts';
import type { Command } from './commands.ts';

/** One thing recorded here and on its way to the program. `key` makes it count once, however often it is sent. */
export type OutboxItem = Command & {
  key: string;
  /** Whom or what it is about, for the line that shows it. */
  about: string;
  madeAt: string;
  account: string;
  station: string;
  /** waiting to be sent · held: the program refused it and a person must look · sent: kept until the pages know it. */
  state: 'waiting' | 'held' | 'sent';
  failure: Failure | null;
  sentAt: string | null;
};

/** What was typed and not yet saved. */
export interface Draft {
  place: string;
  account: string;
  value: unknown;
  changedAt: string;
}

/** An answer of the program as last seen, for the time without network. */
export interface KeptAnswer {
  place: string;
  account: string;
  value: unknown;
  keptAt: string;
}

interface HeliStore extends DBSchema {
  outbox: { key: string; value: OutboxItem; indexes: { account: string } };
  drafts: { key: string; value: Draft; indexes: { account: string } };
  kept: { key: string; value: KeptAnswer; indexes: { account: string } };
}

let opened: Promise<IDBPDatabase<HeliStore>> | undefined;

/** The browser's own database of this device. */
export function database(): Promise<IDBPDatabase<HeliStore>> {
  opened ??= openDB<HeliStore>('heli', 1, {
    upgrade(store) {
      store.createObjectStore('outbox', { keyPath: 'key' }).createIndex('account', 'account');
      store.createObjectStore('drafts', { keyPath: 'place' }).createIndex('account', 'account');
      store.createObjectStore('kept', { keyPath: 'place' }).createIndex('account', 'account');
    },
    terminated() {
      opened = undefined;
    },
  });
  return opened;
}

/** Removes the answers kept of an account: what it saw is no longer its to see on this device. */
export async function forgetAnswers(account: string): Promise<void> {
  const store = await database();
  for (const place of await store.getAllKeysFromIndex('kept', 'account', account)) await store.delete('kept', place);
}

/** Signing out: nothing of the account stays on this device, except what has not been sent yet. */
export async function forgetAccount(account: string): Promise<void> {
  await forgetAnswers(account);
  const store = await database();
  for (const place of await store.getAllKeysFromIndex('drafts', 'account', account))
    await store.delete('drafts', place);
  for (const item of await store.getAllFromIndex('outbox', 'account', account)) {
    if (item.state === 'sent') await store.delete('outbox', item.key);
  }
}

/** How much waits on this device, of whomever. */
export async function countUnsent(): Promise<number> {
  return (await (await database()).getAll('outbox')).filter((item) => item.state !== 'sent').length;
}
