import { HeliError } from '../platform/errors.ts';

/**
 * Refuses changes that another site's page asks for with our cookie. Browsers say where a request comes from in
 * Sec-Fetch-Site or Origin; programs that say neither must name themselves in x-heli, which no page of another site
 * can send without our leave.
 */
export function refuseCrossSite(method: string, headers: Headers): void {
  if (method === 'GET' || method === 'HEAD') return;
  const site = headers.get('sec-fetch-site');
  if (site) {
    if (site !== 'same-origin') throw new HeliError('forbidden', 'cross-site');
    return;
  }
  const origin = headers.get('origin');
  if (origin) {
    const host = headers.get('host');
    if (!URL.canParse(origin) || new URL(origin).host !== host) throw new HeliError('forbidden', 'cross-site');
    return;
  }
  if (headers.get('cookie') && !headers.get('x-heli')) throw new HeliError('forbidden', 'cross-site');
}
