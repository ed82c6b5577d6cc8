import { createHmac, randomBytes } from 'node:crypto';
import { dayInChina } from '../platform/clock.ts';

/** How much one network may say in a day. */
export interface DayLimit {
  /** Counts one; false when as much was said already, and then counts nothing. */
  take: (address: string, now: Date) => boolean;
}

/** The network of an address: an IPv4 address itself; of an IPv6 address the /64, which one line is given whole. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [front = [], back] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const left = back ? Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0') : [];
  const groups = [...front, ...left, ...(back ?? [])].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}

/**
 * At most `most` a day, in China, from one network; a limit for machines, since a village's phones may share an address.
 * Kept in memory under a key of the day, so that nothing tells afterwards which address it was.
 */
export function openDayLimit(most: number): DayLimit {
  let day = '';
  let key = randomBytes(32);
  let counts = new Map<string, number>();
  const placeOf = (address: string, now: Date) => {
    const current = dayInChina(now);
    if (current !== day) [day, key, counts] = [current, randomBytes(32), new Map()];
    return createHmac('sha256', key).update(networkOf(address)).digest('base64');
  };
  return {
    take: (address, now) => {
      const place = placeOf(address, now); // first: a new day begins here
      const said = counts.get(place) ?? 0;
      if (said >= most) return false;
      counts.set(place, said + 1);
      return true;
    },
  };
}
