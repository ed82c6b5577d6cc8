/**
 * One line of JSON on stderr for whoever keeps the program. Only what is named here is written: never inputs,
 * names, or texts of errors that may quote a record.
 */
export function report(what: string, facts: Record<string, string | number | boolean> = {}): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), what, ...facts })}\n`);
}
