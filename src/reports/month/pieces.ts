import { hoursOf } from './rules.ts';
import type { Figures, Opened, Piece } from './schema.ts';
import type { PaperWords } from './words.ts';

/** Which rows a figure opens. */
const OPENS: Record<keyof Figures, Opened['count']> = {
  events: 'events',
  people: 'people',
  personTimes: 'person-times',
  households: 'households',
  householdTimes: 'household-times',
  sessions: 'sessions',
  occasions: 'occasions',
  worked: 'worked',
  proven: 'proven',
  outside: 'outside',
  spent: 'spent',
};

/** A number as it is printed: thousands apart, at most two decimals. */
export const printed = (value: number): string =>
  new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }).format(value);

/** A number with its unit, which it never leaves. */
export function withUnit(unit: string, value: number): string {
  const [one = '', many = one] = unit.split('|');
  return (value === 1 ? one : many).replace('{n}', printed(value)).replaceAll(' ', '\u00a0');
}

/** Figures of the whole month, of one kind of work, or of one service field. */
export type Narrowed = Figures & Omit<Opened, 'count'>;

/** A figure with its unit, opening its rows; nothing opens where nothing is counted. */
export function figure(words: PaperWords, figures: Narrowed, which: keyof Figures): Piece {
  const value = which === 'worked' ? hoursOf(figures.worked) : figures[which];
  const text = withUnit(words.units[which], value);
  const { kind, field } = figures;
  const opens = { count: OPENS[which], ...(kind ? { kind } : {}), ...(field ? { field } : {}) };
  return value === 0 ? { text } : { text, opens };
}

/** A number beside the figures: what was given, or attached. */
export function counted(unit: string, value: number, opens: Opened): Piece {
  return { text: withUnit(unit, value), opens };
}

/** A sentence whose {slots} are filled with pieces or words. */
export function filled(template: string, slots: Record<string, Piece[] | Piece | string>): Piece[] {
  const parts = template.split(/(\{\w+\})/).filter((part) => part !== '');
  return parts.flatMap((part): Piece[] => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (!name) return [{ text: part }];
    const slot = slots[name] ?? '';
    if (typeof slot === 'string') return [{ text: slot }];
    return Array.isArray(slot) ? slot : [slot];
  });
}

/** Several with the same words between them. */
export function joined(items: Piece[][], between: string): Piece[] {
  return items.flatMap((item, place) => (place === 0 ? item : [{ text: between }, ...item]));
}
