/**
 * The one error of this room: the data cannot be what they are said to be.
 *
 * A method that has good data and still cannot answer (too few events, everyone equal) does not throw:
 * it returns `{ status, reasons }` (see answer.ts).
 */

/** Where the fault is: the first data row is row 1 (a header is not counted). */
export interface Fault {
  /** What is wrong, a key in kebab-case that a door translates. */
  reason: string;
  row?: number;
  column?: string;
  /** The value that was met, as text. */
  value?: string;
}

export type MethodError = Error & { readonly name: 'MethodError'; readonly fault: Fault };

/** An error that names reason, row and column; throw it. */
export function methodError(fault: Fault): MethodError {
  const where = [fault.row && `row ${fault.row}`, fault.column && `column ${fault.column}`].filter(Boolean).join(', ');
  const met = fault.value === undefined ? '' : `: ${fault.value}`;
  const error = new Error(`${fault.reason}${where ? ` (${where})` : ''}${met}`);
  return Object.assign(error, { name: 'MethodError' as const, fault });
}

export function isMethodError(error: unknown): error is MethodError {
  return error instanceof Error && error.name === 'MethodError' && 'fault' in error;
}
