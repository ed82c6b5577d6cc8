import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
// biome-ignore lint/style/noRestrictedImports: the type only; a test looks into the built files
import type { RouterClient } from '@orpc/server';
import { newId } from '../../src/platform/ids.ts';
import type { Router } from '../../src/server/router.ts';
import { languageInUse } from '../i18n/words.ts';

/** What goes with a call besides its input. */
export interface CallContext {
  /** The key under which a command is done once only. */
  key?: string;
  /** When it was made on this device: kept in the journal beside the time it arrived. */
  madeAt?: string;
  /** Whose it is: refused when somebody else has signed in meanwhile, in another tab. */
  account?: string;
  /** For the few calls that may take minutes: building the demonstration, setting up. */
  patient?: boolean;
}

const WAIT_MS = 30_000;
const PATIENT_MS = 300_000;

/** A network that has gone silent counts as no network: without an end to waiting, nothing would be tried again. */
async function fetchInTime(request: Request, init: RequestInit, patient: boolean): Promise<Response> {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), patient ? PATIENT_MS : WAIT_MS);
  const stop = () => ending.abort();
  request.signal.addEventListener('abort', stop);
  try {
    return await fetch(request, { ...init, credentials: 'same-origin', signal: ending.signal });
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', stop);
  }
}

const link = new RPCLink<CallContext>({
  url: () => `${location.origin}/rpc`,
  headers: ({ context }) => ({
    'accept-language': languageInUse(),
    'x-heli': '1',
    ...(context.key ? { 'idempotency-key': context.key } : {}),
    ...(context.madeAt ? { 'x-made-at': context.madeAt } : {}),
    ...(context.account ? { 'x-heli-account': context.account } : {}),
  }),
  fetch: (request, init, { context }) => fetchInTime(request, init, context.patient ?? false),
});

/** The program's door, typed by its router: every call of the web goes through it. */
export const api: RouterClient<Router, CallContext> = createORPCClient(link);

/** The context of a command that is sent at once and not through the outbox. */
export function once(part: Pick<CallContext, 'patient'> = {}): { context: CallContext } {
  return { context: { key: newId(), ...part } };
}
