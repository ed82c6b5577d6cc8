import { createHash, createHmac, randomBytes } from 'node:crypto';

/** One text for one value: keys sorted, undefined left out. The same input gives the same digest everywhere. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** SHA-256 of a text, 32 bytes: for what cannot be guessed (a random token). */
export function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** HMAC-SHA-256 under a key of this installation, 32 bytes: for what could be guessed (a small body, a login name). */
export function digestUnder(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** A digest that cannot be guessed back from a small input once its key is erased. */
export function keyedDigest(text: string): { key: Buffer; digest: Buffer } {
  const key = randomBytes(32);
  return { key, digest: createHmac('sha256', key).update(text).digest() };
}
