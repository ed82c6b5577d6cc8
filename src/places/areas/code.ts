/** Province, city, county, town, village. */
export type AreaLevel = 1 | 2 | 3 | 4 | 5;

/** How many digits of the 12 each level uses. */
const DIGITS: Record<AreaLevel, number> = { 1: 2, 2: 4, 3: 6, 4: 9, 5: 12 };
const LEVELS = [1, 2, 3, 4, 5] as const;

/**
 * Cities whose towns stand directly under them (东莞, 中山, 儋州). The official codes of their towns carry 00 where
 * others carry the county, so the city is its own county. A test compares this with the list of areas.
 */
export const CITIES_WITHOUT_COUNTIES: readonly string[] = ['441900000000', '442000000000', '460400000000'];

/**
 * The 12-digit form of a code of 2, 4, 6, 9 or 12 digits.
 * @throws RangeError when it is not such a code
 */
export function padCode(code: string): string {
  if (!/^\d{2}(\d{2}|\d{4}|\d{7}|\d{10})?$/.test(code)) throw new RangeError(`not an area code: ${code}`);
  return code.padEnd(12, '0');
}

/** The level of a code. 441900 (东莞) is a city, though it serves as its own county. */
export function levelOf(code: string): AreaLevel {
  const full = padCode(code);
  return LEVELS.find((level) => Number(full.slice(DIGITS[level])) === 0) ?? 5;
}

/** The digits a code really uses: 441900000000 → 4419, 370102001000 → 370102001. */
export function shortCode(code: string): string {
  return padCode(code).slice(0, DIGITS[levelOf(code)]);
}

/** True for counties and what lies in them, and for cities without counties. */
export function isInCounty(code: string): boolean {
  return levelOf(code) >= 3 || CITIES_WITHOUT_COUNTIES.includes(padCode(code));
}

/**
 * The 6-digit county, as stored in county_id.
 * @throws RangeError for a province, or a city that has counties
 */
export function countyOf(code: string): number {
  if (!isInCounty(code)) throw new RangeError(`wider than a county: ${code}`);
  return Number(padCode(code).slice(0, 6));
}

/** The first and last code of an area and all below it; both ends belong to it. */
export function rangeOf(code: string): { from: string; to: string } {
  const short = shortCode(code);
  return { from: short.padEnd(12, '0'), to: short.padEnd(12, '9') };
}
