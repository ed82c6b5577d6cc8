import { HeliError } from '../errors.ts';

/** The place of the next page: the sort keys of the last row, as one opaque word. */
export function writeCursor(keys: string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The sort keys of a cursor; an empty list without one. A cursor that is not ours is refused. */
export function readCursor(cursor: string | undefined, length: number): string[] {
  if (cursor === undefined) return [];
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.length === length && keys.every((key) => typeof key === 'string')) return keys;
  } catch {
    // Told below, like every other cursor that is not ours.
  }
  throw new HeliError('invalid', 'invalid', { fields: [{ path: ['cursor'], message: 'cursor' }] });
}

/** A page from `limit + 1` rows: what is shown, and where the next page begins when there is more. */
export function pageOf<Row, Item>(
  rows: Row[],
  limit: number,
  { show, keys }: { show: (row: Row) => Item; keys: (row: Row) => string[] },
): { items: Item[]; next?: string } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(show), ...(rows.length > limit && last ? { next: writeCursor(keys(last)) } : {}) };
}
