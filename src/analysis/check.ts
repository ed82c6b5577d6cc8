/** Checks of a column of data; each throws a MethodError that names row and column. */
import { methodError } from './method-error.ts';

export interface Column {
  name: string;
  values: ArrayLike<number>;
}

export interface Bounds {
  min?: number;
  max?: number;
  integer?: boolean;
}

/** Every value a finite number within bounds. O(n). */
export function checkNumbers(column: Column, bounds: Bounds = {}): void {
  const { values, name } = column;
  const { min = -Infinity, max = Infinity, integer = false } = bounds;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isFinite(value) && value >= min && value <= max && !(integer && !Number.isInteger(value))) continue;
    throw methodError({ reason: faultOf(value, bounds), row: i + 1, column: name, value: String(value) });
  }
}

function faultOf(value: number, bounds: Bounds): string {
  if (value === undefined || value === null) return 'missing-value';
  if (!Number.isFinite(value)) return 'not-a-number';
  if (bounds.min !== undefined && value < bounds.min) return bounds.min === 0 ? 'negative' : 'too-small';
  if (bounds.max !== undefined && value > bounds.max) return 'too-large';
  return 'not-a-whole-number';
}

/** Columns of one table have one length. */
export function checkSameLength(first: Named, ...others: Named[]): void {
  for (const other of others) {
    if (other.values.length === first.values.length) continue;
    const row = Math.min(first.values.length, other.values.length) + 1;
    throw methodError({ reason: 'columns-of-different-length', row, column: other.name });
  }
}

interface Named {
  name: string;
  values: ArrayLike<unknown>;
}

/** At least `least` rows. */
export function checkSome(column: Named, least = 1): void {
  if (column.values.length < least)
    throw methodError({ reason: 'no-rows', row: column.values.length + 1, column: column.name });
}

/** A single number with a name, as a column of one row. */
export function checkNumber(name: string, value: number, bounds: Bounds = {}): void {
  checkNumbers({ name, values: [value] }, bounds);
}

/** Every label a text that is not empty. */
export function checkLabels(column: { name: string; values: ArrayLike<string> }): void {
  for (let i = 0; i < column.values.length; i++) {
    const value = column.values[i];
    if (typeof value === 'string' && value !== '') continue;
    throw methodError({ reason: 'missing-value', row: i + 1, column: column.name });
  }
}
