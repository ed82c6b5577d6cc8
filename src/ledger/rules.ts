import { dayInChina } from '../platform/clock.ts';
import { type FieldError, HeliError } from '../platform/errors.ts';
import type { EventFields, MonthSum } from './event-schema.ts';
import type { VisitFields } from './schema.ts';

/** A phone's clock may run a little ahead of the server's. */
const AHEAD_MS = 5 * 60_000;

/** Which of the facts that are otherwise inferred the worker said herself. */
export function confirmedOf(said: { phase?: unknown; field?: unknown; strategies?: unknown }): string[] {
  return (['phase', 'field', 'strategies'] as const).filter((name) => said[name] !== undefined);
}

function timeFaults(startedAt: string, next: { path: string[]; on: string | null }, now: Date): FieldError[] {
  const faults: FieldError[] = [];
  if (Date.parse(startedAt) > now.getTime() + AHEAD_MS) faults.push({ path: ['startedAt'], message: 'in-future' });
  // Compared with the day it happened: what is stored on a phone may arrive after the day it promised.
  if (next.on && next.on < dayInChina(new Date(startedAt))) faults.push({ path: next.path, message: 'next-in-past' });
  return faults;
}

/** What is wrong with a visit, each with its path. */
export function visitFaults(visit: Omit<VisitFields, 'minutes'>, now: Date): FieldError[] {
  return [...timeFaults(visit.startedAt, { path: ['nextOn'], on: visit.nextOn }, now), ...helperFaults(visit)];
}

function helperFaults({ channel, helper }: { channel: string; helper: string }): FieldError[] {
  return channel === 'proxy' && helper === '' ? [{ path: ['helper'], message: 'helper-needed' }] : [];
}

/** Minutes, money or a quantity with its unit: exactly one, and never one turned into another. */
function givenFaults(given: EventFields['given']): FieldError[] {
  return given.flatMap((one, index): FieldError[] => {
    const said = [one.minutes, one.amount, one.quantity].filter((value) => value !== undefined).length;
    if (said !== 1) return [{ path: ['given', index], message: 'one-measure' }];
    if ((one.quantity === undefined) !== (one.unit === undefined)) {
      return [{ path: ['given', index, 'unit'], message: 'unit-needed' }];
    }
    return [];
  });
}

/** Somebody twice on one sign-in list. */
function listFaults({ present, absent }: EventFields): FieldError[] {
  const people = [...present.map((one) => one.person), ...absent];
  return new Set(people).size < people.length ? [{ path: ['present'], message: 'twice-on-list' }] : [];
}

/** What is wrong with an event, each with its path. */
export function eventFaults(event: EventFields, now: Date): FieldError[] {
  return [
    ...timeFaults(event.startedAt, { path: ['next', 'on'], on: event.next?.on ?? null }, now),
    ...helperFaults(event),
    ...givenFaults(event.given),
    ...listFaults(event),
    ...(event.kind === 'contact' && !event.person ? [{ path: ['person'], message: 'person-needed' } as const] : []),
    ...(event.person && event.gathering ? [{ path: ['gathering'], message: 'one-subject' } as const] : []),
  ].map((fault) => ({ ...fault, path: [...fault.path] }));
}

/** Refuses what has faults, all of them at once. */
export function refuse(fields: FieldError[]): void {
  if (fields.length > 0) throw new HeliError('invalid', 'invalid', { fields });
}

const SIGNATURES: Record<string, (bytes: Buffer) => boolean> = {
  'image/jpeg': (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  'image/png': (bytes) => bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
  'image/webp': (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  'application/pdf': (bytes) => bytes.toString('latin1', 0, 5) === '%PDF-',
};

/** Whether a file is what it says it is, by its first bytes. */
export function isOfType(bytes: Buffer, type: string): boolean {
  return SIGNATURES[type]?.(bytes) ?? false;
}

const FEWEST_SHOWN = 5;
const small = (times: number | null) => times !== null && times > 0 && times < FEWEST_SHOWN;

/** A cell so small that it may point at somebody says nothing to those who may not see the records behind it. */
export function withoutSmallCells(sums: MonthSum[]): MonthSum[] {
  const none = { events: null, proven: null, minutes: null, householdTimes: null, personTimes: null, spent: null };
  return sums.map((sum) => (small(sum.householdTimes) || small(sum.personTimes) ? { ...sum, ...none } : sum));
}
