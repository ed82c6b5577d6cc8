import { present } from '../analysis/uncertainty/present.ts';
import { SMALL_NUMBERS } from '../analysis/uncertainty/small-numbers.ts';
import { limitsOf } from './givers.ts';
import type { Cell, Counted } from './measure.ts';
import type { Figure } from './schema.ts';

const NOTHING = { value: null, numerator: null, denominator: null, interval: null, n: null };
const OPEN = { mayOpenRows: true };

export const SUPPRESSED: Figure = { ...NOTHING, status: 'suppressed', reasons: ['fewer-than-5-people'] };

const none = (n: number, reason: string): Figure => ({
  ...NOTHING,
  n,
  status: 'not-yet-measurable',
  reasons: [reason],
});

/** Hours of hours: told as a share from five gifts on. */
function partOf(counted: Extract<Counted, { how: 'part' }>, n: number): Figure {
  const { numerator, denominator, interval = null, exact = false } = counted;
  if (denominator === 0 || n === 0) return none(n, 'not-recorded');
  const counts = { numerator, denominator, n };
  if (n < SMALL_NUMBERS.intervalFrom && !exact) {
    return { ...counts, value: null, interval: null, status: 'counts-only', reasons: ['fewer-than-5'] };
  }
  const few = n < SMALL_NUMBERS.shareFrom && !exact ? ['fewer-than-20'] : [];
  return { ...counts, value: numerator / denominator, interval, status: 'shown', reasons: few };
}

function figureOf(counted: Counted, n: number): Figure {
  switch (counted.how) {
    case 'share':
      return present({ numerator: counted.numerator, denominator: counted.denominator }, OPEN);
    case 'part':
      return partOf(counted, n);
    case 'sum':
    case 'fact':
      if (n === 0 || counted.value === null) return none(n, 'not-recorded');
      return { ...NOTHING, value: counted.value, n, status: 'shown', reasons: [] };
    case 'figure': {
      const { value, interval = null, routine, counts } = counted;
      return present({ value, interval, n, ...(routine ? { routine } : {}), ...(counts ? { counts } : {}) }, OPEN);
    }
  }
}

/** A cell as whoever may open the rows sees it. */
export function openFigure(cell: Pick<Cell, 'counted' | 'n' | 'reasons' | 'givers'>): Figure {
  const found = figureOf(cell.counted, cell.n);
  const figure = cell.givers && found.status === 'shown' ? { ...found, interval: limitsOf(cell.givers()) } : found;
  return { ...figure, reasons: [...new Set([...(cell.reasons ?? []), ...figure.reasons])] };
}

/** The community with the committee counted in. */
export function broadFigure({ broad, counted, n }: Cell): Figure | null {
  if (!broad || counted.how !== 'part') return null;
  const { givers, ...sums } = broad;
  return openFigure({ counted: { ...counted, ...sums }, n, ...(givers ? { givers } : {}) });
}

/** Whether a count of people is too small to be told to who may not open the rows: 1 to 4. */
export const isSmall = (people: number): boolean => people >= 1 && people <= SMALL_NUMBERS.hiddenUpTo;
