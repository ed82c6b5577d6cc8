import { type Facts, hoursOf, isResident, personsIn } from '../facts.ts';
import { giversOf } from '../givers.ts';
import { type Measure, wanted } from '../measure.ts';
import { accompanied, residentsTime, unaccompanied } from '../participants.ts';
import { picking } from '../pieces.ts';

const LEAST_GIFTS = 5;

const broadly = picking((act) => act.minutes > 0 && (isResident(act) || act.sector === 'committee'));
const givers = giversOf((act) => !act.withWorker);

const share = ({ acts }: Facts) => {
  const [strict, broad] = [residentsTime(acts), broadly(acts)];
  return { strict, broad, alone: unaccompanied(strict), broadAlone: unaccompanied(broad) };
};

/** Endogenous share: what residents carry when nobody of the station is there. */
export const measure: Measure = {
  id: 'A4',
  version: 1,
  lens: 'resilience',
  part: 'incentive',
  name: { zh: '没有社工在场的出工', en: 'Work without a worker there' },
  question: { zh: '社工不在的时候，居民自己还做多少？', en: 'How much do residents do when no worker is there?' },
  formula: {
    zh: 'E = 没有社工在场时居民和居民小组的工时 ÷ 居民和居民小组的工时；上下限按出工的人算：Wilson，n* = E(1 − E)/v (z/t)²，v 用线性化',
    en: 'E = h(resident + resident group, no professional there) / h(resident + resident group); limits over givers: Wilson at n* = E(1 − E)/v (z/t)², v linearised',
  },
  inputs: {
    zh: '居民和居民小组出的工时；这件事有没有社工在场',
    en: 'Hours of residents and their groups; whether a worker was there',
  },
  unit: 'share',
  minimum: {
    zh: '5 笔出工；区间要 10 个出工的；走势要 8 个季度',
    en: '5 gifts of time; 10 givers for the limits; 8 quarters for a trend',
  },
  threats: {
    zh: '社工到了却没记。每件事都要答“社工在不在场”。',
    en: 'Staff who do not log their presence; ask at every act whether a worker was there.',
  },
  sources: [
    'measures.md A4',
    'Sen 1968, doi:10.1080/01621459.1968.10480934',
    'Franco et al. 2019, doi:10.1093/jssam/smy019',
  ],
  needs: ['acts'],
  headline: 'share',
  trend: true,
  count: (facts) => {
    const { strict, broad, alone, broadAlone } = share(facts);
    return [
      {
        key: 'share',
        label: { zh: '居民出的工里，社工不在场的', en: 'Of residents’ hours, without a worker' },
        unit: 'hours',
        counted: { how: 'part', numerator: hoursOf(alone), denominator: hoursOf(strict) },
        broad: { numerator: hoursOf(broadAlone), denominator: hoursOf(broad), givers: () => givers(broad) },
        givers: () => givers(strict),
        n: strict.length,
        persons: personsIn(alone),
        others: personsIn(accompanied(strict)),
        behind: { acts: (act) => act.minutes > 0 && isResident(act) },
      },
    ];
  },
  pattern: (cells, { slope, p }) => {
    if ((cells[0]?.n ?? 0) < LEAST_GIFTS || slope === null || p === null) {
      return {
        found: 'no-data',
        words: { zh: '不满 8 个季度，走势还说不了。', en: 'Under 8 quarters: no trend yet.' },
      };
    }
    return slope > 0 && p < 0.05
      ? {
          found: 'consistent',
          words: { zh: '居民自己做的在变多，与研究说的相符。', en: 'The share grows: consistent with the study.' },
        }
      : {
          found: 'not-shown',
          words: { zh: '看不出居民自己做的在变多。', en: 'Growth of the share is not shown.' },
        };
  },
  record: (facts) =>
    wanted(
      'resident-time',
      { zh: '居民出了工就记上，并写明社工在不在场', en: 'Record residents’ time, and whether a worker was there' },
      { have: share(facts).strict.length, need: LEAST_GIFTS },
    ),
};
