/** Who gave which value to which unit: rows are coders, columns units, null where a coder gave none. */
import { methodError } from '../method-error.ts';

export type Codings = readonly (readonly (string | null)[])[];

/** The values given to each unit, and which units were valued at least twice. */
export function valuesByUnit(codings: Codings): string[][] {
  const [first] = codings;
  if (!first || first.length === 0) throw methodError({ reason: 'no-rows', column: 'coders' });
  codings.forEach((row, i) => {
    if (row.length !== first.length)
      throw methodError({ reason: 'columns-of-different-length', row: i + 1, column: 'units' });
  });
  return first.map((_, unit) =>
    codings.map((row) => row[unit] ?? null).filter((value): value is string => value !== null && value !== ''),
  );
}

/** Values of two coders where both gave one. */
export function pairsOf(codings: Codings): [string, string][] {
  if (codings.length !== 2) throw methodError({ reason: 'two-coders-needed', row: codings.length, column: 'coders' });
  return valuesByUnit(codings).filter((values): values is [string, string] => values.length === 2);
}
