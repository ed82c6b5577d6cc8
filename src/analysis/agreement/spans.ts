/**
 * Question: do coders mark the same passages?
 * Formula: characters are the units, but counted by runs between borders (sweep line). alpha-binary: coded with this code
 *   or not, all text counts; cu-alpha: within a domain, which code, where coders marked it; Cu-alpha: which domain.
 * Assumptions: for cu and Cu a coder gives a passage one code (domain) at a time. Offsets are half-open [start, end).
 * When not to use it: segments fixed beforehand (krippendorff.ts on segments). Cost: O(n log n) in spans.
 * Source: Krippendorff 2019, doi:10.4135/9781071878781, §12.6; González-Prieto et al. 2020, arXiv:2008.00977.
 */
import { answered, unanswered } from '../answer.ts';
import { methodError } from '../method-error.ts';
import { alphaOf, coincidences, type Unit } from './krippendorff.ts';

export interface Span {
  coder: number;
  /** Characters; documents laid one behind the other. */
  start: number;
  end: number;
  /** Code (cu-alpha) or domain (Cu-alpha); not read by alpha-binary. */
  value?: string;
}

/** α of marked/not marked over a text of `length` characters and `coders` coders. */
export function alphaBinary(spans: readonly Span[], { length, coders }: { length: number; coders: number }) {
  checkSpans(spans, length);
  if (coders < 2 || length === 0) return unanswered('too-few', 'fewer-than-2-coders-or-no-text');
  const cover = coverage(spans, coders);
  const n = length * coders;
  const [marked, agree] = [cover.marked, cover.pairs / (coders - 1)];
  if (marked === 0 || marked === n)
    return unanswered('no-variation', marked === 0 ? 'nothing-marked' : 'everything-marked');
  const disagree = marked - agree;
  return answered({
    alpha: 1 - ((n - 1) * 2 * disagree) / (2 * marked * (n - marked)),
    percent: 1 - (2 * disagree) / n,
    marked,
    length,
  });
}

export function checkSpans(spans: readonly Span[], length: number): void {
  spans.forEach(({ start, end }, i) => {
    const fault = { row: i + 1, column: 'end', value: `${start}-${end}` };
    if (!Number.isInteger(start) || !Number.isInteger(end))
      throw methodError({ ...fault, reason: 'not-a-whole-number' });
    if (start < 0 || end <= start || end > length) throw methodError({ ...fault, reason: 'span-outside-the-text' });
  });
}

/** Σ k and Σ k(k − 1) over characters, k coders marking each. */
function coverage(spans: readonly Span[], coders: number): { marked: number; pairs: number } {
  const borders = bordersOf(spans);
  const open = new Int32Array(coders);
  let [k, at, marked, pairs] = [0, 0, 0, 0];
  for (const border of borders) {
    const run = border.at - at;
    marked += run * k;
    pairs += run * k * (k - 1);
    at = border.at;
    const { coder } = spans[border.span] as Span;
    const before = open[coder] as number;
    open[coder] = before + border.way;
    k += (before + border.way > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
  }
  return { marked, pairs };
}

interface Border {
  at: number;
  way: 1 | -1;
  span: number;
}

function bordersOf(spans: readonly Span[]): Border[] {
  const borders: Border[] = spans.flatMap(({ start, end }, span) => [
    { at: start, way: 1, span },
    { at: end, way: -1, span },
  ]);
  return borders.sort((a, b) => a.at - b.at || a.way - b.way);
}

/** α of which value, over text that at least two coders marked: cu-alpha (codes of a domain), Cu-alpha (domains). */
export function alphaOfValues(spans: readonly Span[], { length, coders }: { length: number; coders: number }) {
  checkSpans(spans, length);
  const names = [...new Set(spans.map(({ value }) => value ?? ''))].sort();
  const units = runsOf(spans, coders, names);
  const shared = units.filter(({ values }) => values.length >= 2);
  if (shared.length === 0) return unanswered('too-few', 'no-passage-marked-twice');
  const alpha = alphaOf(coincidences(shared, names.length));
  if (alpha === undefined) return unanswered('no-variation', 'one-value-everywhere');
  return answered({ alpha, length: shared.reduce((sum, { weight }) => sum + weight, 0), values: names });
}

function runsOf(spans: readonly Span[], coders: number, names: string[]): Unit[] {
  const index = new Map(names.map((name, i) => [name, i]));
  const open = Array.from({ length: coders }, () => new Map<number, number>());
  const units: Unit[] = [];
  let at = 0;
  for (const border of bordersOf(spans)) {
    if (border.at > at)
      units.push({ weight: border.at - at, values: open.flatMap((own, coder) => valueAt(own, coder, at)) });
    at = border.at;
    const { coder, value = '' } = spans[border.span] as Span;
    const own = open[coder] as Map<number, number>;
    const name = index.get(value) as number;
    const count = (own.get(name) ?? 0) + border.way;
    if (count > 0) own.set(name, count);
    else own.delete(name);
  }
  return units;
}

function valueAt(own: Map<number, number>, coder: number, at: number): number[] {
  if (own.size > 1)
    throw methodError({ reason: 'two-values-at-once', row: coder + 1, column: 'value', value: `at ${at}` });
  return [...own.keys()];
}
