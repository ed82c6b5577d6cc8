import { dayInChina } from '../platform/clock.ts';
import type { FieldError } from '../platform/errors.ts';
import type { VisitFields } from './schema.ts';

/** The table by which phase and evidence are inferred from the kind of work; its number is kept with every event. */
export const INFERENCE_VERSION = 1;

/** A phone's clock may run a little ahead of the server's. */
const AHEAD_MS = 5 * 60_000;

/** What is wrong with a visit, each with its path. */
export function visitFaults(visit: VisitFields, now: Date): FieldError[] {
  const faults: FieldError[] = [];
  if (Date.parse(visit.startedAt) > now.getTime() + AHEAD_MS)
    faults.push({ path: ['startedAt'], message: 'in-future' });
  if (visit.nextOn && visit.nextOn < dayInChina(now)) faults.push({ path: ['nextOn'], message: 'next-in-past' });
  return faults;
}
