import type { Act } from './facts.ts';
import { once } from './once.ts';

// Acts come in pieces, a month of a station each. A piece stays the same list as long as nothing in it is changed, so what
// was picked or counted in it is kept with it: after something was recorded, only its own month is counted anew.

const pieces = new WeakMap<readonly Act[], readonly (readonly Act[])[]>();

/** One list of several that remembers what it was put together from. */
export function joined(lists: readonly (readonly Act[])[]): readonly Act[] {
  const some = lists.filter(({ length }) => length > 0);
  if (some.length === 1) return some[0] as readonly Act[];
  const acts = ([] as Act[]).concat(...some);
  pieces.set(acts, some.flatMap(piecesOf));
  return acts;
}

/** What a list was put together from; any other list is one piece. */
function piecesOf(acts: readonly Act[]): readonly (readonly Act[])[] {
  return pieces.get(acts) ?? [acts];
}

/** Work done once for each piece, as long as it lasts. */
export function perPiece<Found>(work: (acts: readonly Act[]) => Found): (acts: readonly Act[]) => Found[] {
  const known = once(work);
  return (acts) => piecesOf(acts).map(known);
}

/** A number of each piece, added up; whole numbers only, so that the order of the pieces is no matter. */
export function adding(work: (acts: readonly Act[]) => number): (acts: readonly Act[]) => number {
  const each = perPiece(work);
  return (acts) => each(acts).reduce((sum, one) => sum + one, 0);
}

/** The acts of a kind. */
export function picking(keep: (act: Act) => boolean): (acts: readonly Act[]) => readonly Act[] {
  const each = perPiece((acts) => acts.filter(keep));
  return once((acts) => joined(each(acts)));
}

/** Acts put together by their key, in the order in which the keys come. */
export function grouping(keyOf: (act: Act) => string): (acts: readonly Act[]) => ReadonlyMap<string, readonly Act[]> {
  const each = perPiece((acts) => grouped(acts, keyOf));
  return once((acts) => {
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
export const between = (acts: readonly Act[], { from, to }: { from: string; to: string }): readonly Act[] =>
  joined(piecesOf(acts).map((piece) => cut(piece, from, to)));
