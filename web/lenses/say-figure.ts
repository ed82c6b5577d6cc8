import type { Figure, Reading, Value } from '../../src/lenses/schema.ts';
import { type LensWords, wordOr } from './say.ts';

type Unit = Value['unit'];

const DECIMALS: Record<Unit, number> = {
  share: 1,
  hours: 1,
  people: 0,
  times: 0,
  places: 0,
  parties: 0,
  yuan: 2,
  days: 0,
  ratio: 2,
  index: 3,
  chance: 3,
};
/** A mean of whole things is not whole. */
const LOOSE: Partial<Record<Unit, number>> = { people: 1, times: 1, parties: 2, days: 1 };

/** Below this a chance would be written 0.000, which it never is. */
const LEAST_CHANCE = 0.0005;

/** How likely something is by chance: 0.012, and 小于 0.001 where it is less. */
export const sayChance = (p: number, { say }: Pick<LensWords, 'say'>): string =>
  p < LEAST_CHANCE ? whole(say('figure.chance-small')) : p.toFixed(DECIMALS.chance);

/** A number as its unit is written: 59.8%, 1,250, 0.408. */
export function sayNumber(value: number, unit: Unit): string {
  if (unit === 'share') return `${(100 * value).toFixed(1)}%`;
  const decimals = Number.isInteger(value) && unit !== 'ratio' ? 0 : (LOOSE[unit] ?? DECIMALS[unit]);
  const trailing = unit === 'hours' || unit === 'yuan';
  const text = Math.abs(value).toFixed(decimals);
  const [whole = '', rest] = (trailing ? text.replace(/\.0+$/, '') : text).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '−' : ''}${grouped}${rest ? `.${rest}` : ''}`;
}

export interface SaidFigure {
  /** The number itself, or what stands in its place. */
  big: string;
  unit: string;
  /** Counts and interval, or why there is none. */
  small: string;
  /** Whether `big` is a number. */
  told: boolean;
}

/** Whether a figure is a part of a whole: of people, villages, hours or yuan. Its unit is then that of both counts. */
const isShare = ({ numerator, denominator }: Figure, unit: Unit): boolean =>
  unit === 'share' || (numerator !== null && denominator !== null);

/** What a figure says, by its status: a hidden cell says that it is and nothing else: it may be small, or give a small one away. */
export function sayFigure(figure: Figure, unit: Unit, words: LensWords): SaidFigure {
  const { say } = words;
  if (figure.status === 'suppressed') return { big: say('figure.small'), unit: '', small: '', told: false };
  if (figure.status === 'not-yet-measurable') {
    return { big: say('figure.not-yet'), unit: '', small: reasonOf(figure, words), told: false };
  }
  const counts = countsOf(figure, unit, words);
  if (figure.value === null || (figure.status === 'counts-only' && counts !== ''))
    return sayCounts(figure, counts, words);
  const share = isShare(figure, unit);
  const small = [counts, intervalOf(figure, unit, words), beside(figure, words)].filter((part) => part !== '');
  return {
    big: unit === 'chance' ? sayChance(figure.value, words) : sayNumber(figure.value, share ? 'share' : unit),
    unit: share ? '' : say(`unit.${unit}`),
    small: small.join(say('list.comma')),
    told: true,
  };
}

type Sayer = Pick<LensWords, 'say'>;

function sayCounts(figure: Figure, counts: string, words: Sayer): SaidFigure {
  const reason = reasonOf(figure, words);
  return counts === ''
    ? { big: words.say('figure.not-yet'), unit: '', small: reason, told: false }
    : { big: counts, unit: '', small: reason, told: true };
}

/** Units whose word belongs to k / n; hours and yuan are written as they are. */
const COUNTED: readonly Unit[] = ['people', 'places', 'parties', 'hours', 'yuan'];

/** What must stay on one line. */
export const whole = (text: string): string => text.replaceAll(' ', '\u00a0');

/** 30 / 40 people; with decimals where hours are shared. */
export function countsOf({ numerator, denominator }: Figure, unit: Unit, { say }: Sayer): string {
  if (numerator === null || denominator === null) return '';
  const count = (one: number) => (unit === 'yuan' ? sayNumber(one, 'yuan') : String(Number(one.toFixed(1))));
  const of = whole(say('figure.of', { count: count(numerator), total: count(denominator) }));
  return COUNTED.includes(unit) ? `${of}\u00a0${say(`unit.${unit}`)}` : of;
}

/** 59.8% to 85.8%. */
export function intervalOf(figure: Figure, unit: Unit, { say }: Sayer): string {
  if (!figure.interval) return '';
  const { lower, upper } = figure.interval;
  const as = isShare(figure, unit) ? 'share' : unit;
  return whole(say('figure.to', { from: sayNumber(lower, as), to: sayNumber(upper, as) }));
}

/** Why there is no number, or no percentage; the most important reason alone. */
export function reasonOf({ reasons }: Figure, { say }: Sayer): string {
  const [first] = reasons;
  return first ? say(wordOr(`reason.${first}`, 'reason.other')) : '';
}

/** What goes with a number that is shown. The percentage of few hours is shown, and that they are few is said. */
function beside(figure: Figure, words: Sayer): string {
  return figure.reasons[0] === 'fewer-than-20' ? words.say('reason.few-shown') : reasonOf(figure, words);
}

/** Whether anything of a reading can be told. */
export const tells = (reading: Reading): boolean =>
  reading.values.some(({ status }) => status === 'shown' || status === 'counts-only' || status === 'suppressed');

/** The value that stands for a reading in one line. */
export function headlineOf(reading: Reading): Value | undefined {
  return reading.values.find((value) => value.key === reading.headline);
}
