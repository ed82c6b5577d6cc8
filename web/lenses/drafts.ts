import type { SHOCK_KINDS } from '../../src/lenses/codes.ts';
import type { LensWord } from './words/zh.ts';

/** A hard time while it is typed. */
export interface ShockDraft {
  id: string;
  kind: (typeof SHOCK_KINDS)[number];
  name: string;
  from: string;
  to: string;
  area: string;
  note: string;
}

/** What is still wrong with it, each by its field. */
export function shockWrongs({ name, from, to }: ShockDraft): { field: string; word: LensWord }[] {
  return [
    ...(name.trim() === '' ? [{ field: 'shock-name', word: 'shock.wrong-name' as const }] : []),
    ...(from === '' ? [{ field: 'shock-from', word: 'shock.wrong-from' as const }] : []),
    ...(to !== '' && to < from ? [{ field: 'shock-to', word: 'shock.wrong-to' as const }] : []),
  ];
}

/** A count of a signed sheet while it is typed. */
export interface SheetDraft {
  event: string;
  onPaper: string;
  onBoth: string;
}

/** What is still wrong with a count of a sheet, each by its field. */
export function sheetWrongs(
  { event, onPaper, onBoth }: SheetDraft,
  listed: number,
): { field: string; word: LensWord }[] {
  const [paper, both] = [Number(onPaper), Number(onBoth)];
  const fits = onBoth !== '' && both >= 0 && both <= Math.min(paper, listed);
  return [
    ...(event === '' ? [{ field: 'sheet-event', word: 'count.wrong-which' as const }] : []),
    ...(onPaper === '' || !(paper >= 0) ? [{ field: 'sheet-paper', word: 'count.wrong-paper' as const }] : []),
    ...(fits ? [] : [{ field: 'sheet-both', word: 'count.wrong-both' as const }]),
  ];
}
