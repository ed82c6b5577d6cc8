import { chapman } from '../../analysis/uncertainty/chapman.ts';
import type { Facts } from '../facts.ts';
import { type Cell, type Measure, wanted } from '../measure.ts';
import type { Both } from '../schema.ts';

const LEAST_SHEETS = 3;

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

function totals({ sheets }: Facts) {
  return {
    first: sum(sheets.map((one) => one.onPaper)),
    second: sum(sheets.map((one) => one.onList)),
    both: sum(sheets.map((one) => one.onBoth)),
  };
}

/** Completeness by two sources: the signed paper and the list in the program. */
export const measure: Measure = {
  id: 'Q1',
  version: 1,
  lens: 'all',
  part: 'quality',
  name: { zh: '记全了几成', en: 'How complete the records are' },
  question: { zh: '来过的人，程序里记下了几成？', en: 'Of those who came, what share is in the program?' },
  formula: {
    zh: 'N = (n1+1)(n2+1)/(m+1) − 1；记全了多少 = n2/N；上下限用方差 (n1+1)(n2+1)(n1−m)(n2−m)/((m+1)²(m+2))',
    en: 'N = (n1+1)(n2+1)/(m+1) − 1; completeness = n2/N; limits from var = (n1+1)(n2+1)(n1−m)(n2−m)/((m+1)²(m+2))',
  },
  inputs: {
    zh: '几场活动的纸质签到对着程序里的名单数一遍',
    en: 'The signed paper of some events counted against the list in the program',
  },
  unit: 'share',
  minimum: { zh: '3 场', en: '3 events' },
  threats: {
    zh: '照着纸抄进程序的，两份就不独立，算出来偏全。',
    en: 'Where the list was copied from the paper the two are not independent and the figure is too high.',
  },
  sources: ['measures.md §2', 'Chapman 1951; Seber 1970, doi:10.2307/2529102'],
  needs: ['sheets'],
  headline: 'complete',
  count: (facts) => {
    const lists = totals(facts);
    const events = facts.sheets.length;
    const seen = lists.first + lists.second - lists.both;
    const found = events >= LEAST_SHEETS && seen > 0 ? chapman(lists) : null;
    const cell = (key: string, label: Both, counted: Cell['counted']): Cell => ({
      key,
      label,
      unit: key === 'complete' ? 'share' : 'people',
      counted,
      n: seen,
      persons: seen,
      ...(found ? {} : { reasons: ['fewer-than-3-events-counted'] }),
    });
    return [
      cell(
        'complete',
        { zh: '程序里记下的', en: 'In the program' },
        found
          ? {
              how: 'part',
              numerator: lists.second,
              denominator: found.total,
              interval: { lower: lists.second / found.upper, upper: Math.min(1, lists.second / found.lower) },
            }
          : { how: 'figure', value: null },
      ),
      cell(
        'came',
        { zh: '估计来过多少人', en: 'Estimated to have come' },
        { how: 'figure', value: found?.total ?? null, interval: found && { lower: found.lower, upper: found.upper } },
      ),
    ];
  },
  record: ({ sheets }) =>
    wanted(
      'sheet-count',
      {
        zh: '每季挑 3 场，拿纸质签到对着名单数一遍',
        en: 'Each quarter, count the signed paper of 3 events against the list',
      },
      { have: sheets.length, need: LEAST_SHEETS },
    ),
};
