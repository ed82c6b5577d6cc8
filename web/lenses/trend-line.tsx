import type { Reading } from '../../src/lenses/schema.ts';
import { sayChance, sayFigure, sayNumber } from './say-figure.ts';
import { useWidth } from './use-width.ts';
import { useLensWords } from './words.ts';

type Trend = NonNullable<Reading['trend']>;
const HEIGHT = 44;

/** 2026 and 2 of 2026-Q2, to be filled in. */
const partsOf = (quarter: string) => ({ year: quarter.slice(0, 4), quarter: quarter.slice(-1) });

/** 2026-Q2 as 26/2: the quarters of a line are read side by side. */
const shortQuarter = (quarter: string): string => `${quarter.slice(2, 4)}/${quarter.slice(-1)}`;

/** A figure quarter by quarter; gaps stay gaps. From eight quarters on its direction is said. */
export function TrendLine({ trend, unit }: { trend: Trend; unit: Reading['definition']['unit'] }) {
  const words = useLensWords();
  const [place, width] = useWidth<HTMLDivElement>();
  const told = trend.quarters.filter(({ value }) => value !== null);
  if (told.length < 2) return null;
  return (
    <div className="trend">
      <h3 className="note">{words.say('reading.trend')}</h3>
      <div ref={place} aria-hidden="true">
        {width > 0 ? <Line trend={trend} unit={unit} width={width} /> : null}
      </div>
      <ul className="unseen">
        {trend.quarters.map((quarter) => {
          const said = sayFigure(quarter, unit, words);
          const when = words.say('choose.quarter', partsOf(quarter.quarter));
          return (
            <li key={quarter.quarter}>
              {[when, said.big, said.unit, said.small].filter((part) => part !== '').join(' ')}
            </li>
          );
        })}
      </ul>
      <p className="note">{direction(trend, unit, words)}</p>
    </div>
  );
}

function direction(
  { slope, p, quarters }: Trend,
  unit: Reading['definition']['unit'],
  words: ReturnType<typeof useLensWords>,
): string {
  const { say } = words;
  if (slope === null || p === null) {
    return say('reading.slope-none', { count: quarters.filter(({ value }) => value !== null).length });
  }
  const word = slope >= 0 ? 'reading.slope-up' : 'reading.slope-down';
  return say(word, { value: sayNumber(Math.abs(slope), unit), p: sayChance(p, words) });
}

function Line({ trend, unit, width }: { trend: Trend; unit: Reading['definition']['unit']; width: number }) {
  const { quarters } = trend;
  const most = Math.max(...quarters.map(({ value }) => value ?? 0), unit === 'share' ? 0.01 : 1e-9);
  const x = (nth: number) => 14 + ((width - 28) * nth) / Math.max(1, quarters.length - 1);
  const y = (value: number) => 16 + (HEIGHT - 20) * (1 - value / most);
  const path = quarters
    .map(({ value }, nth) => {
      if (value === null) return '';
      const before = quarters[nth - 1]?.value ?? null;
      return `${before === null ? 'M' : 'L'}${x(nth)} ${y(value)}`;
    })
    .join('');
  const every = width / quarters.length < 46 ? 2 : 1;
  return (
    <svg width={width} height={HEIGHT + 18} aria-hidden="true">
      <path d={path} className="trend-path" />
      {quarters.map(({ quarter, value }, nth) => (
        <g key={quarter} textAnchor="middle">
          {value === null ? null : <circle cx={x(nth)} cy={y(value)} r={2.6} className="trend-dot" />}
          {(quarters.length - 1 - nth) % every === 0 ? (
            <text x={x(nth)} y={HEIGHT + 14}>
              {shortQuarter(quarter)}
            </text>
          ) : null}
          {value !== null && nth === quarters.length - 1 ? (
            <text x={x(nth)} y={y(value) - 6} textAnchor="end" className="trend-last">
              {sayNumber(value, unit)}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  );
}
