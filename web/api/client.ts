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
}

const link = new RPCLink<CallContext>({
  url: () => `${location.origin}/rpc`,
  headers: ({ context }) => ({
    'accept-language': languageInUse(),
    'x-heli': '1',
    ...(context.key ? { 'idempotency-key': context.key } : {}),
    ...(context.madeAt ? { 'x-made-at': context.madeAt } : {}),
  }),
  fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
});

/** The program's door, typed by its router: every call of the web goes through it. */
export const api: RouterClient<Router, CallContext> = createORPCClient(link);

/** The context of a command that is sent at once and not through the outbox. */
export function once(): { context: CallContext } {
  return { context: { key: newId() } };
}
