import { gunzipSync } from 'node:zlib';
import type { AreaLevel } from './code.ts';

/** One row of heli.area. */
export interface Area {
  /** 12 digits. */
  code: string;
  level: AreaLevel;
  name: string;
  /** The code of the area right above; null for a province. */
  parent: string | null;
}

/** Digits that each level adds: province, city, county, town, village. */
const WIDTHS = [2, 2, 2, 3, 3] as const;

/** Where the reader stands in the outline: the digits of each level, and the levels that are present. */
interface Path {
  digits: string[];
  codes: (string | undefined)[];
}

function nextDigits(before: string): string {
  return String(Number(before) + 1).padStart(before.length, '0');
}

/** Steps to a line's place; answers its name, empty when the line only leads deeper. */
function step(path: Path, line: string, depth: number): string {
  const width = WIDTHS[depth] ?? 3;
  const follows = line[depth] === '+';
  const before = path.digits[depth] ?? '0'.repeat(width);
  path.digits[depth] = follows ? nextDigits(before) : line.slice(depth, depth + width);
  for (let below = depth + 1; below < WIDTHS.length; below += 1) {
    path.digits[below] = '0'.repeat(WIDTHS[below] ?? 3);
    path.codes[below] = undefined;
  }
  path.codes[depth] = path.digits.join('');
  return line.slice(depth + (follows ? 1 : width));
}

function depthOf(line: string): number {
  let depth = 0;
  while (line[depth] === '\t') depth += 1;
  return depth;
}

/**
 * Reads an outline: one tab for each level below the province, the level's own digits (+ for "one more than the
 * line before"), and the name. A level may be skipped: towns right under a city.
 */
function* readOutline(bytes: Uint8Array): Iterable<Area> {
  const path: Path = { digits: WIDTHS.map((width) => '0'.repeat(width)), codes: [] };
  for (const line of gunzipSync(bytes).toString('utf8').split('\n')) {
    if (line === '') continue;
    const depth = depthOf(line);
    const name = step(path, line, depth);
    if (name === '') continue;
    const parent = path.codes.slice(0, depth).findLast((code) => code !== undefined) ?? null;
    yield { code: path.codes[depth] ?? '', level: (depth + 1) as AreaLevel, name, parent };
  }
}

/** Provinces, cities, counties and towns, from the bytes of towns.txt.gz; parents come before their children. */
export function readTowns(bytes: Uint8Array): Iterable<Area> {
  return readOutline(bytes);
}

/** Villages and residents' committees of one province, from the bytes of villages/<2 digits>.txt.gz. */
export function readVillages(bytes: Uint8Array): Iterable<Area> {
  return readOutline(bytes);
}
