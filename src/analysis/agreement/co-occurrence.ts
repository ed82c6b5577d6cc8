/**
 * Question: which codes go together?
 * Formula: c = n₁₂/(n₁ + n₂ − n₁₂); by documents (n: documents in which a code is present) or by passages (n: passages of
 *   a code that overlap one of the other code at least once count in n₁₂ once, on the side where fewer do).
 * Assumptions: passages half-open [start, end). When not to use it: as cause; long documents hold everything.
 * Cost: O(n log n + overlaps). Source: Armborst 2017, doi:10.1177/2158244017730325 (c-coefficient of ATLAS.ti); = Jaccard.
 */
import { methodError } from '../method-error.ts';

export interface Coding {
  document: string;
  code: string;
  start: number;
  end: number;
}

export interface CodePair {
  first: string;
  second: string;
  n1: number;
  n2: number;
  n12: number;
  c: number;
}

/** Pairs of codes that meet at least once, in the order of their names. */
export function coOccurrence(codings: readonly Coding[], by: 'documents' | 'passages' = 'passages'): CodePair[] {
  codings.forEach(({ start, end }, i) => {
    if (!(start >= 0 && end > start))
      throw methodError({ reason: 'span-outside-the-text', row: i + 1, column: 'end', value: `${start}-${end}` });
  });
  const codes = [...new Set(codings.map(({ code }) => code))].sort();
  const code = new Map(codes.map((name, i) => [name, i]));
  const counted = by === 'documents' ? byDocuments(codings, code) : byPassages(codings, code);
  return codes.flatMap((first, a) =>
    codes.slice(a + 1).flatMap((second, step) => pairOf({ first, second, a, b: a + 1 + step }, counted)),
  );
}

interface Counted {
  k: number;
  own: Float64Array;
  /** Row: the code whose passages are counted; column: the code they meet. */
  met: Float64Array;
}

function pairOf(
  { first, second, a, b }: { first: string; second: string; a: number; b: number },
  { k, own, met }: Counted,
): CodePair[] {
  const n12 = Math.min(met[a * k + b] as number, met[b * k + a] as number);
  const [n1, n2] = [own[a] as number, own[b] as number];
  return n12 === 0 ? [] : [{ first, second, n1, n2, n12, c: n12 / (n1 + n2 - n12) }];
}

function emptyCounts(k: number): Counted {
  return { k, own: new Float64Array(k), met: new Float64Array(k * k) };
}

function byDocuments(codings: readonly Coding[], code: Map<string, number>): Counted {
  const counts = emptyCounts(code.size);
  for (const rows of groupByDocument(codings)) {
    const present = [...new Set(rows.map((row) => code.get(row.code) as number))];
    for (const a of present) {
      counts.own[a] = (counts.own[a] as number) + 1;
      for (const b of present) counts.met[a * counts.k + b] = (counts.met[a * counts.k + b] as number) + 1;
    }
  }
  return counts;
}

function byPassages(codings: readonly Coding[], code: Map<string, number>): Counted {
  const counts = emptyCounts(code.size);
  const seen = new Uint32Array(code.size); // the passage (from 1) that last counted towards this code
  let passage = 0;
  for (const rows of groupByDocument(codings)) {
    rows.sort((a, b) => a.start - b.start);
    const own = Uint16Array.from(rows, (row) => code.get(row.code) as number);
    const longest = rows.reduce((most, { start, end }) => Math.max(most, end - start), 0);
    rows.forEach((row, i) => {
      passage++;
      const a = own[i] as number;
      counts.own[a] = (counts.own[a] as number) + 1;
      const see = (j: number) => {
        const b = own[j] as number;
        if (seen[b] === passage) return;
        seen[b] = passage;
        counts.met[a * counts.k + b] = (counts.met[a * counts.k + b] as number) + 1;
      };
      for (let j = i + 1; j < rows.length && (rows[j] as Coding).start < row.end; j++) see(j);
      for (let j = i - 1; j >= 0 && (rows[j] as Coding).start > row.start - longest; j--)
        if ((rows[j] as Coding).end > row.start) see(j);
    });
  }
  return counts;
}

function groupByDocument(codings: readonly Coding[]): Coding[][] {
  const groups = new Map<string, Coding[]>();
  for (const coding of codings) {
    const own = groups.get(coding.document);
    if (own) own.push(coding);
    else groups.set(coding.document, [coding]);
  }
  return [...groups.values()];
}
