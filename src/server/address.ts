import { BlockList, isIP } from 'node:net';

/** Tells who is really asking behind proxies that we trust; nobody else's x-forwarded-for is believed. */
export interface Addresses {
  /** The asker's address from the connection's peer and the x-forwarded-for header. */
  of: (peer: string, forwarded: string | null) => string;
  /** Whether the asker sits at this very machine: a connection from it that no proxy, trusted or not, passed on. */
  isHere: (peer: string, forwarded: string | null) => boolean;
}

const plain = (address: string) => address.replace(/^::ffff:/, '');

/** Reads a list of trusted proxies: addresses or CIDR ranges. Throws on one that is neither. */
export function openAddresses(trusted: string[]): Addresses {
  const list = new BlockList();
  for (const entry of trusted) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (isIP(address) === 0) throw new Error(`not an address: ${entry}`);
    if (bits) list.addSubnet(address, Number(bits), family);
    else list.addAddress(address, family);
  }
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return {
    of: (peer, forwarded) => {
      // From the right: each hop is believed only while the one that reported it is trusted.
      const hops = [
        ...(forwarded ?? '')
          .split(',')
          .map((hop) => plain(hop.trim()))
          .filter((hop) => isIP(hop) !== 0),
        plain(peer),
      ];
      while (hops.length > 1 && isTrusted(hops.at(-1) ?? '')) hops.pop();
      return hops.at(-1) ?? '';
    },
    isHere: (peer, forwarded) => trusted.length === 0 && forwarded === null && isLocal(plain(peer)),
  };
}

/** Whether an address is this very machine. */
export function isLocal(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}
