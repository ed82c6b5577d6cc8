import type { Unit } from '../contract/codes.ts';
import { passed } from '../contract/rules.ts';
import type { IndicatorDone } from '../contract/schema.ts';
import { printed, withUnit } from './pieces.ts';
import type { Counted, Opened, Paper, Piece } from './schema.ts';
import type { PaperWords } from './words.ts';

/** The unit's name among the paper's units, and the number of the month that it opens. */
const FIGURES = {
  person: ['people', 'people'],
  'person-time': ['personTimes', 'person-times'],
  household: ['households', 'households'],
  'household-time': ['householdTimes', 'household-times'],
  occasion: ['occasions', 'occasions'],
  session: ['sessions', 'sessions'],
  hour: ['hours', 'worked'],
} as const satisfies Record<Unit, readonly [keyof PaperWords['units'], Opened['count']]>;

/** Under twenty a percentage would say more than is known. */
export const doneShare = ({ done, target }: Pick<IndicatorDone, 'done' | 'target'>): string =>
  target < 20 ? `${printed(done)} / ${printed(target)}` : `${Math.floor((done / target) * 100)}%`;

function inMonth(words: PaperWords, { unit, inMonth: value, kind, field }: IndicatorDone): Piece {
  const [name, count] = FIGURES[unit];
  const text = withUnit(words.units[name], value);
  const narrowed = { ...(kind ? { kind } : {}), ...(field ? { field } : {}) };
  return value === 0 ? { text } : { text, opens: { count, ...narrowed } };
}

function row(words: PaperWords, indicator: IndicatorDone): Piece[][] {
  const told = (value: number): Piece => ({ text: withUnit(words.units[FIGURES[indicator.unit][0]], value) });
  const { name, done, target } = indicator;
  return [
    [{ text: name }],
    [inMonth(words, indicator)],
    [told(done)],
    [told(target)],
    [{ text: doneShare(indicator) }],
  ];
}

/** What the contract asks for beside what was done; undefined where no indicator's time holds the month. */
export function contractSection(
  words: PaperWords,
  { contract = [], month }: Pick<Counted, 'month'> & { contract?: IndicatorDone[] },
): Paper['sections'][number] | undefined {
  const [first] = contract;
  if (!first) return undefined;
  const oneTime = contract.every(({ from, to }) => from === first.from && to === first.to);
  const last = oneTime ? words.passed.replace('{share}', String(passed(first, month))) : words.contractColumns[4];
  return {
    heading: words.headings.contract,
    paragraphs: [],
    table: {
      head: [...words.contractColumns.slice(0, 4), last ?? ''],
      rows: contract.map((indicator) => row(words, indicator)),
    },
  };
}
