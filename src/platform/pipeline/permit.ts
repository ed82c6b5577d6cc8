import { HeliError } from '../errors.ts';
import { type Asker, DOOR_ACCOUNT, findCountyFor, keepsHost, systemAsker } from './asker.ts';
import type { ServerContext } from './context.ts';
import type { Permit } from './procedure.ts';

/** session: who is asking. Anyone may pass where the rule says so, as the door's own account. */
export async function sessionStep(permit: Permit, context: ServerContext): Promise<Asker> {
  if (permit.who === 'anyone') return systemAsker(DOOR_ACCOUNT, 0);
  const asker = await context.findAsker();
  if (!asker) throw new HeliError('unauthenticated', 'unauthenticated');
  return asker;
}

/** permit: whether this asker may do it; answers the county in which the work happens. */
function permitStep(permit: Permit, asker: Asker, input: unknown): number {
  switch (permit.who) {
    case 'anyone':
    case 'signed-in':
      return asker.county;
    case 'host-keeper':
      if (!keepsHost(asker)) throw new HeliError('forbidden', 'forbidden');
      return asker.county;
    case 'at-station': {
      const station = (input as { station?: string }).station ?? '';
      const county = findCountyFor(asker, permit.may, station);
      if (county === undefined) throw new HeliError('forbidden', 'forbidden');
      return county;
    }
  }
}

/**
 * permit, with a second look before a refusal: what is remembered of an account may be half a minute old, and a head
 * who has just opened a village point must not be sent away from it.
 */
export async function permitted(
  permit: Permit,
  context: ServerContext & { asker: Asker },
  input: unknown,
): Promise<{ asker: Asker; county: number }> {
  const { asker } = context;
  try {
    return { asker, county: permitStep(permit, asker, input) };
  } catch (refusal) {
    const again = await context.findAsker('again');
    if (!again) throw refusal;
    return { asker: again, county: permitStep(permit, again, input) };
  }
}
