import { ORPCError } from '@orpc/client';
import { say } from '../i18n/words.ts';

export interface FieldFailure {
  path: (string | number)[];
  message: string;
}

/** What went wrong, in words that can be shown as they are. */
export interface Failure {
  /** away: not reached, or the program or its database is down; worth trying again by itself. */
  code:
    | 'invalid'
    | 'unauthenticated'
    | 'forbidden'
    | 'not-found'
    | 'conflict'
    | 'not-allowed-now'
    | 'too-many'
    | 'fault'
    | 'away';
  reason: string;
  sentence: string;
  fields: FieldFailure[];
  mine?: unknown;
  theirs?: unknown;
}

const KNOWN = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'not-allowed-now',
  'too-many',
  'fault',
];

/** Reads any error of a call. Nothing is swallowed: what is not understood is a fault with its own sentence. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ORPCError)) return away();
  const data = (error.data ?? {}) as Partial<Failure> & { code?: string };
  if (!data.sentence || !KNOWN.includes(data.code ?? '')) return error.status >= 500 ? away() : unknown(error);
  return {
    code: isAway(error.status, data.reason) ? 'away' : (data.code as Failure['code']),
    reason: data.reason ?? '',
    sentence: data.sentence,
    fields: data.fields ?? [],
    ...(data.mine === undefined ? {} : { mine: data.mine }),
    ...(data.theirs === undefined ? {} : { theirs: data.theirs }),
  };
}

function isAway(status: number, reason: string | undefined): boolean {
  return reason === 'database-away' || status === 502 || status === 503 || status === 504;
}

function away(): Failure {
  return { code: 'away', reason: 'away', sentence: say('shell.away'), fields: [] };
}

function unknown(error: ORPCError<string, unknown>): Failure {
  return { code: 'fault', reason: 'unknown', sentence: say('shell.fault', { status: error.status }), fields: [] };
}
