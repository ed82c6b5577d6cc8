import type { Act } from './act.ts';
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

/** Of the same first piece so many are remembered: the latest ones. */
const MOST_JOINED = 4;
const joinedBefore = new WeakMap<Piece, Joined[]>();

/** Several as one, which remembers what it was put together from: of the same pieces it is the same. */
export function joined(parts: readonly Acts[]): Acts {
  const pieces = parts.flatMap(piecesOf).filter(({ length }) => length > 0);
  const [first] = pieces;
  if (!first) return [];
  if (pieces.length === 1) return first;
  const before = joinedBefore.get(first) ?? [];
  const same = before.find((one) => one.pieces.length === pieces.length && one.pieces.every((p, i) => p === pieces[i]));
  if (same) return same;
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const fresh: Joined = { length, pieces, [Symbol.iterator]: () => inTurn(pieces) };
  joinedBefore.set(first, [fresh, ...before].slice(0, MOST_JOINED));
  return fresh;
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

/** A month is cut at few days: at the ends of windows. */
const MOST_CUTS = 20;
const cutBefore = once((_: Piece) => new Map<string, Piece>());

/** Cut to the same days it is the same. */
function cut(acts: Piece, from: string, to: string): Piece {
  const { first, last } = span(acts);
  if (first >= from && last <= to) return acts;
  if (last < from || first > to) return [];
  const cuts = cutBefore(acts);
  const days = `${from < first ? first : from} ${to > last ? last : to}`;
  const known = cuts.get(days) ?? acts.filter(({ day }) => day >= from && day <= to);
  if (cuts.size < MOST_CUTS) cuts.set(days, known);
  return known;
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
