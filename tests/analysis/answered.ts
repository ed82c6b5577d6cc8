/** The answer of a method that could answer; a method that could not fails the test with its reasons. */
export function answered<T extends { status: string; reasons: string[] }>(result: T): Extract<T, { status: 'ok' }> {
  if (result.status === 'ok') return result as Extract<T, { status: 'ok' }>;
  throw new Error(`no answer: ${result.status}, ${result.reasons.join(', ')}`);
}
