import type { Act } from './facts.ts';
import { once } from './once.ts';

// Acts come in pieces, a month of a station each. A piece stays the same list as long as nothing in it is changed, so what
// was picked or counted in it is kept with it: after something was recorded, only its own month is counted anew.

/** Acts one after the other: a list, or several that are never copied into one. */
export type Acts = Iterable<Act> & { readonly length: number };

type Piece = readonly Act[];

interface Joined extends Acts {
  pieces: readonly Piece[];
}

function* inTurn(pieces: readonly Piece[]): Generator<Act> {
  for (const piece of pieces) yield* piece;
}

const isList = (acts: Acts): acts is Piece => Array.isArray(acts);

/** What acts were put together from; a list is one piece. */
const piecesOf = (acts: Acts): readonly Piece[] => (isList(acts) ? [acts] : (acts as Joined).pieces);

/** Several as one, which remembers what it was put together from. */
export function joined(parts: readonly Acts[]): Acts {
  const pieces = parts.flatMap(piecesOf).filter(({ length }) => length > 0);
  if (pieces.length === 1) return pieces[0] as Piece;
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return { length, pieces, [Symbol.iterator]: () => inTurn(pieces) } as Joined;
}

/** Work done once for each piece, as long as it lasts. */
export function perPiece<Found>(work: (acts: readonly Act[]) => Found): (acts: Acts) => Found[] {
  const known = once(work);
  return (acts) => piecesOf(acts).map(known);
}

/** A number of each piece, added up; whole numbers only, so that the order of the pieces is no matter. */
export function adding(work: (acts: readonly Act[]) => number): (acts: Acts) => number {
  const each = perPiece(work);
  return (acts) => each(acts).reduce((sum, one) => sum + one, 0);
}

/** The acts of a kind. */
export function picking(keep: (act: Act) => boolean): (acts: Acts) => Acts {
  const each = perPiece((acts) => acts.filter(keep));
  return once((acts: Acts) => joined(each(acts)));
}

/** Acts put together by their key, in the order in which the keys come. */
export function grouping(keyOf: (act: Act) => string): (acts: Acts) => ReadonlyMap<string, Acts> {
  const each = perPiece((acts) => grouped(acts, keyOf));
  return once((acts: Acts) => {
    const lists = new Map<string, Act[][]>();
    for (const groups of each(acts)) {
      for (const [key, own] of groups) {
        const known = lists.get(key);
        if (known) known.push(own);
        else lists.set(key, [own]);
      }
    }
    return new Map([...lists].map(([key, own]) => [key, joined(own)]));
  });
}

function grouped(acts: readonly Act[], keyOf: (act: Act) => string): Map<string, Act[]> {
  const groups = new Map<string, Act[]>();
  for (const act of acts) {
    const own = groups.get(keyOf(act));
    if (own) own.push(act);
    else groups.set(keyOf(act), [act]);
  }
  return groups;
}

const span = once((acts: readonly Act[]) => {
  let [first, last] = ['9999-12-31', ''];
  for (const { day } of acts) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return { first, last };
});

function cut(acts: readonly Act[], from: string, to: string): readonly Act[] {
  const { first, last } = span(acts);
  if (first >= from && last <= to) return acts;
  return last < from || first > to ? [] : acts.filter(({ day }) => day >= from && day <= to);
}

/** The acts from one day to another: a piece lies mostly inside or outside, and then its acts are not looked at. */
export const between = (acts: Acts, { from, to }: { from: string; to: string }): Acts =>
  joined(piecesOf(acts).map((piece) => cut(piece, from, to)));

/** What acts say of something, each once; '' is nothing. */
export function telling(of: (act: Act) => string): (acts: Acts) => Set<string> {
  const each = perPiece((acts) => [...new Set(acts.map(of))].filter((text) => text !== ''));
  return (acts) => new Set(each(acts).flat());
}

/** Who gave, each once. */
export const partiesIn = telling(({ party }) => party);
