/**
 * Every voter's purse as an exact fraction, with a rounded copy for looking ahead.
 * All purses share one denominator that grows by one factor a purchase; a purse keeps the denominator of its last change
 * and is brought up only when it is touched again.
 */

export interface Purses {
  numerators: bigint[];
  /** Index into `denominators` of each purse. */
  since: Uint16Array;
  denominators: bigint[];
  rounded: Float64Array;
}

/** `voters` purses of `total` / `voters` each (plus `more` whole units each). */
export function openPurses(voters: number, total: bigint, more = 0n): Purses {
  const each = total + more * BigInt(voters);
  const common = gcd(each, BigInt(voters));
  const [numerator, denominator] = [each / common, BigInt(voters) / common];
  return {
    numerators: new Array<bigint>(voters).fill(numerator),
    since: new Uint16Array(voters),
    denominators: [denominator],
    rounded: new Float64Array(voters).fill(rounded(numerator, denominator)),
  };
}

/** The denominator that now holds. */
export function denominatorOf({ denominators }: Purses): bigint {
  return denominators[denominators.length - 1] as bigint;
}

/** Numerator of one purse over the denominator that now holds. */
export function numeratorOf(purses: Purses, voter: number): bigint {
  const since = purses.since[voter] as number;
  const own = purses.numerators[voter] as bigint;
  if (since === purses.denominators.length - 1 || own === 0n) return own;
  return own * (denominatorOf(purses) / (purses.denominators[since] as bigint));
}

/** From here on, amounts are counted in parts `factor` times as small. */
export function refine(purses: Purses, factor: bigint): void {
  purses.denominators.push(denominatorOf(purses) * factor);
}

export function setPurse(purses: Purses, voter: number, numerator: bigint): void {
  purses.numerators[voter] = numerator;
  purses.since[voter] = purses.denominators.length - 1;
  purses.rounded[voter] = numerator === 0n ? 0 : rounded(numerator, denominatorOf(purses));
}

/** A fraction as the number next to it, however long its parts. */
export function rounded(numerator: bigint, denominator: bigint): number {
  if (numerator < MOST && denominator < MOST) return Number(numerator) / Number(denominator);
  return Number((numerator << 80n) / denominator) / 2 ** 80;
}

const MOST = 2n ** 1000n;

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
