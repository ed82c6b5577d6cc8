import { lapseSpells } from '../analysis/participation/lapse-spells.ts';
import { type KaplanMeier, kaplanMeier } from '../analysis/survival/kaplan-meier.ts';
import { restrictedMean } from '../analysis/survival/restricted-mean.ts';
import type { Act } from './act.ts';
import { columnsOf } from './participants.ts';
import type { Both, Drawing } from './schema.ts';

/** Staying away for so many days is leaving; also shown with the two others. */
export const LAPSE_DAYS = { usual: 90, others: [60, 120] } as const;
/** Where fewer are still watched, the curve is cut. */
const LEAST_WATCHED = 5;

export interface Staying {
  people: string[];
  time: number[];
  event: number[];
}

/** The first spell of everybody: days until they left, or until the freeze. */
export function firstSpells(acts: readonly Act[], until: string, gap: number = LAPSE_DAYS.usual): Staying {
  const first = lapseSpells(columnsOf(acts), { until, gap }).filter(({ spell }) => spell === 1);
  return {
    people: first.map(({ person }) => person),
    time: first.map(({ time }) => time),
    event: first.map(({ event }) => event),
  };
}

export const curveOf = ({ time, event }: Staying): KaplanMeier | null =>
  time.length === 0 ? null : kaplanMeier({ time, event });

/** Days stayed of the first 365, on average; null where nobody was watched so long. */
export function meanOfYear(found: KaplanMeier): number | null {
  const mean = restrictedMean(found.curve, 365);
  return mean.status === 'ok' ? mean.mean : null;
}

const AT_RISK_TIMES = [0, 30, 60, 90, 120, 180, 240, 300, 365];

type Curve = Extract<Drawing, { kind: 'survival' }>['curves'][number];

/** A curve as it is drawn: cut where fewer than five are still watched. */
export function drawnCurve(key: string, label: Both, found: KaplanMeier): Curve {
  const { times, survival, lower, upper, atRisk, events, censored } = found.curve;
  const kept = [...times].map((_, i) => i).filter((i) => (atRisk[i] as number) >= LEAST_WATCHED);
  const watchedAt = (time: number) => {
    const i = times.findIndex((one) => one >= time);
    return i < 0 ? 0 : (atRisk[i] as number);
  };
  return {
    key,
    label,
    steps: kept
      .filter((i) => (events[i] as number) > 0)
      .map((i) => ({
        time: times[i] as number,
        share: survival[i] as number,
        lower: lower[i] ?? null,
        upper: upper[i] ?? null,
      })),
    censored: kept.filter((i) => (censored[i] as number) > 0).map((i) => times[i] as number),
    atRisk: AT_RISK_TIMES.filter((time) => watchedAt(time) >= LEAST_WATCHED).map((time) => ({
      time,
      n: watchedAt(time),
    })),
    median: found.events >= 10 ? found.median : null,
    medianInterval: found.events >= 10 ? { lower: found.lower, upper: found.upper } : null,
  };
}
