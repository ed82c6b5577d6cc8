import { useSyncExternalStore } from 'react';
import { newId } from '../../src/platform/ids.ts';
import type { Command } from './commands.ts';
import { database, type OutboxItem } from './database.ts';
import { wakeSender } from './wake.ts';

/** The outbox of one account as the pages see it; the truth is in the browser's database. */
export interface OutboxView {
  items: OutboxItem[];
  waiting: number;
  held: number;
  lastSentAt: string | null;
}

const EMPTY: OutboxView = { items: [], waiting: 0, held: 0, lastSentAt: null };
const channel = new BroadcastChannel('heli-outbox');
const listeners = new Set<() => void>();
let account: string | null = null;
let view = EMPTY;

channel.onmessage = () => void refreshOutbox();

/** Shows the outbox of this account, and of no other. */
export async function openOutbox(of: string | null): Promise<void> {
  account = of;
  await refreshOutbox();
}

/** Whose outbox is shown: the account that works on this device now. */
export const accountHere = (): string | null => account;

async function refreshOutbox(): Promise<void> {
  view = account ? viewOf(await itemsOf(account)) : EMPTY;
  for (const listener of listeners) listener();
}

function viewOf(items: OutboxItem[]): OutboxView {
  const sent = items.flatMap((item) => (item.sentAt ? [item.sentAt] : []));
  return {
    items,
    waiting: items.filter((item) => item.state === 'waiting').length,
    held: items.filter((item) => item.state === 'held').length,
    lastSentAt: sent.sort().at(-1) ?? null,
  };
}

/** All items of an account, in the order they were made. */
export async function itemsOf(of: string): Promise<OutboxItem[]> {
  const items = await (await database()).getAllFromIndex('outbox', 'account', of);
  return items.sort((one, other) => one.key.localeCompare(other.key));
}

/** Stores a command on this device. It is safe once this has returned, network or not. */
export async function putInOutbox(command: Command, about: string, station: string): Promise<OutboxItem> {
  if (!account) throw new Error('nobody is signed in');
  const item: OutboxItem = {
    ...command,
    key: newId(),
    about,
    station,
    account,
    madeAt: new Date().toISOString(),
    state: 'waiting',
    failure: null,
    sentAt: null,
  };
  await (await database()).put('outbox', item);
  await announceChange();
  wakeSender();
  return item;
}

/** Changes an item that is still there: one that was taken out meanwhile stays out. */
export async function changeItem(
  key: string,
  change: Partial<Pick<OutboxItem, 'state' | 'failure' | 'sentAt'>>,
): Promise<void> {
  const transaction = (await database()).transaction('outbox', 'readwrite');
  const item = await transaction.store.get(key);
  if (item) await transaction.store.put({ ...(change.state === 'sent' ? withoutIdNumber(item) : item), ...change });
  await transaction.done;
  await announceChange();
}

/** What has arrived stays here for some hours, so that pages know it; an ID number does not. */
function withoutIdNumber(item: OutboxItem): OutboxItem {
  if (item.name !== 'add-person' && item.name !== 'change-person') return item;
  const { idNumber: _, ...input } = item.input;
  return { ...item, input } as OutboxItem;
}

/** Takes an item out; whoever calls has either opened it again or been told to drop it. */
export async function takeFromOutbox(key: string): Promise<void> {
  await (await database()).delete('outbox', key);
  await announceChange();
}

async function announceChange(): Promise<void> {
  channel.postMessage('changed');
  await refreshOutbox();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useOutbox(): OutboxView {
  return useSyncExternalStore(subscribe, () => view);
}
