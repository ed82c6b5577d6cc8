import { api } from '../api/client.ts';
import { type Failure, failureOf } from '../api/failure.ts';
import { neededBy, sendCommand } from './commands.ts';
import type { OutboxItem } from './database.ts';
import { changeItem, itemsOf, takeFromOutbox } from './outbox.ts';

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;
/** Sent items stay this long, so that a page opened without network still knows them. */
const KEEP_SENT = 12 * 3600_000;

interface Sender {
  /** Something was put in, or the network is back: try now. */
  wake: () => void;
  stop: () => void;
}

/**
 * Sends what an account has stored, in the order it was made. Only one tab sends at a time (Web Locks; where a
 * browser has none, the key of each command still makes it count once). `onAnswer` runs after each success and each
 * refusal: what stands there is not what was last seen here.
 */
export function startSender(account: string, onAnswer: () => void): Sender {
  let wait = FIRST_WAIT;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let running = false;
  let again = false;

  async function run(): Promise<void> {
    running = true;
    again = false;
    const done = await alone(() => drain(account, onAnswer)).catch(() => false);
    running = false;
    if (stopped || (done && !again)) return;
    timer = setTimeout(() => void run(), again ? 0 : wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
  function wake(): void {
    if (stopped) return;
    wait = FIRST_WAIT;
    again = running;
    clearTimeout(timer);
    if (!running) void run();
  }
  const look = () => document.visibilityState === 'visible' && wake();
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', look);
  wake();
  return {
    wake,
    stop() {
      stopped = true;
      clearTimeout(timer);
      removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', look);
    },
  };
}

async function alone(work: () => Promise<boolean>): Promise<boolean> {
  const locks = navigator.locks as LockManager | undefined;
  return locks ? locks.request('heli-outbox', work) : work();
}

/** True when nothing is left that could be sent by itself. */
async function drain(account: string, onAnswer: () => void): Promise<boolean> {
  const items = await itemsOf(account);
  await prune(items);
  if (!items.some((item) => item.state === 'waiting')) return true;
  if (!navigator.onLine || !(await isStill(account))) return false;
  return sendAll(items, onAnswer);
}

/** What makes something that other commands name: they wait until it has arrived. */
const MAKING = ['event', 'visit', 'correct-visit', 'correct-event', 'add-person'];

async function sendAll(items: OutboxItem[], onAnswer: () => void): Promise<boolean> {
  const missing = new Set(
    items.filter((item) => item.state !== 'sent' && MAKING.includes(item.name)).map((item) => item.input.id),
  );
  let allDone = true;
  let left = items.filter((item) => item.state === 'waiting');
  while (left.length > 0) {
    const ready = left.filter((item) => !neededBy(item).some((id) => missing.has(id)));
    if (ready.length === 0) break; // the rest waits for something that a person must look at
    left = left.filter((item) => !ready.includes(item));
    for (const item of ready) {
      const failure = await send(item, onAnswer);
      if (!failure) missing.delete(item.input.id);
      else if (stopsAll(failure)) return false;
      else allDone = allDone && failure.code !== 'fault';
    }
  }
  return allDone;
}

async function send(item: OutboxItem, onAnswer: () => void): Promise<Failure | null> {
  try {
    await sendCommand(item, { key: item.key, madeAt: item.madeAt, account: item.account });
  } catch (error) {
    const failure = failureOf(error);
    // The record stands already under its own id: an answer got lost on the way.
    if (failure.reason !== 'already-there') {
      const passes = stopsAll(failure) || failure.code === 'fault';
      await changeItem(item.key, { state: passes ? 'waiting' : 'held', failure });
      if (!passes) onAnswer();
      return failure;
    }
  }
  await changeItem(item.key, { state: 'sent', failure: null, sentAt: new Date().toISOString() });
  onAnswer();
  return null;
}

/** Passes by itself and concerns everything: no network, a program restarting, too many at once, not signed in. */
function stopsAll(failure: Failure): boolean {
  return ['away', 'too-many', 'unauthenticated'].includes(failure.code);
}

/** Another tab may have signed in as somebody else: then nothing is tried. Each command says whose it is, too. */
async function isStill(account: string): Promise<boolean> {
  try {
    return (await api.access.me({})).id === account;
  } catch {
    return false;
  }
}

async function prune(items: OutboxItem[]): Promise<void> {
  for (const item of items) {
    if (item.sentAt && Date.now() - Date.parse(item.sentAt) > KEEP_SENT) await takeFromOutbox(item.key);
  }
}
