/**
 * Question: do coders cut out the same units from a continuum, and name them alike?
 * Formula: α_U = 1 − Σ D_o/Σ D_e over categories; units that overlap differ by the squares of the shifts of their ends, a
 *   unit that falls into another coder's gap by its squared length; D_e as if units were thrown onto the continuum.
 * Assumptions: units of a category do not overlap within a coder. When not to use it: for text in which the gaps count
 *   as agreement (spans.ts). Cost: O(u² + u log u) a category. Source: Krippendorff 1995, doi:10.2307/271061; 2004, p. 254.
 */
import { answered, unanswered } from '../answer.ts';
import { methodError } from '../method-error.ts';

export interface MarkedUnit {
  coder: number;
  category: string;
  start: number;
  /** Above 0. */
  length: number;
}

interface Piece {
  start: number;
  length: number;
  marked: boolean;
}

export interface Continuum {
  start: number;
  length: number;
  coders: number;
}

/** α_U over all categories and for each, with the disagreements. */
export function alphaUnitising(units: readonly MarkedUnit[], continuum: Continuum) {
  const names = [...new Set(units.map(({ category }) => category))].sort();
  if (names.length === 0) return unanswered('no-variation', 'nothing-marked');
  const categories = names.map((category) => {
    const pieces = Array.from({ length: continuum.coders }, (_, coder) =>
      piecesOf(
        units.filter((unit) => unit.category === category && unit.coder === coder),
        continuum,
      ),
    );
    const [observed, expected] = [observedOf(pieces, continuum), expectedOf(pieces, continuum)];
    return { category, observed, expected, alpha: expected === 0 ? null : 1 - observed / expected };
  });
  const sum = (pick: (row: (typeof categories)[number]) => number) =>
    categories.reduce((total, row) => total + pick(row), 0);
  const expected = sum((row) => row.expected);
  return expected === 0
    ? unanswered('undefined', 'chance-cannot-disagree')
    : answered({ alpha: 1 - sum((row) => row.observed) / expected, categories });
}

/** Units and gaps of one coder, from the first place to the last. */
function piecesOf(own: readonly MarkedUnit[], { start, length }: Continuum): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const unit of own.toSorted((a, b) => a.start - b.start)) {
    if (unit.start < at || !(unit.length > 0))
      throw methodError({
        reason: 'units-overlap',
        row: unit.coder + 1,
        column: unit.category,
        value: String(unit.start),
      });
    if (unit.start > at) pieces.push({ start: at, length: unit.start - at, marked: false });
    pieces.push({ start: unit.start, length: unit.length, marked: true });
    at = unit.start + unit.length;
  }
  if (at > start + length) throw methodError({ reason: 'span-outside-the-text', column: 'length', value: String(at) });
  if (at < start + length) pieces.push({ start: at, length: start + length - at, marked: false });
  return pieces;
}

/** Squared distance of two pieces (Krippendorff's δ²). */
export function unitDistance(a: Piece, b: Piece): number {
  const [endA, endB] = [a.start + a.length, b.start + b.length];
  const overlap = a.start < endB && b.start < endA;
  if (a.marked && b.marked) return overlap ? (a.start - b.start) ** 2 + (endA - endB) ** 2 : 0;
  if (a.marked === b.marked) return 0;
  const [unit, gap] = a.marked ? [a, b] : [b, a];
  const inside = unit.start >= gap.start && unit.start + unit.length <= gap.start + gap.length;
  return inside ? unit.length ** 2 : 0;
}

function observedOf(pieces: Piece[][], { length, coders }: Continuum): number {
  let sum = 0;
  pieces.forEach((own, i) => {
    pieces.forEach((other, j) => {
      if (i !== j) for (const a of own) for (const b of other) sum += unitDistance(a, b);
    });
  });
  return sum / (coders * (coders - 1) * length ** 2);
}

function expectedOf(pieces: Piece[][], { length, coders }: Continuum): number {
  const all = pieces.flat();
  const units = all.filter(({ marked }) => marked);
  const gaps = all.filter(({ marked }) => !marked);
  let [above, inside] = [0, 0];
  for (const { length: b } of units) {
    const room = gaps.reduce((sum, gap) => (gap.length >= b ? sum + gap.length - b + 1 : sum), 0);
    above += ((units.length - 1) / 3) * (2 * b ** 3 - 3 * b ** 2 + b) + b ** 2 * room;
    inside += b * (b - 1);
  }
  return ((2 / length) * above) / (coders * length * (coders * length - 1) - inside);
}
